/** Ways in which a value may hide in logs, messages and dumps: as it is, escaped, in octets, in base64. */
export function formsOf(value: string): string[] {
  const octets = Buffer.from(value);
  const escaped = (marker: string, base: number, width: number) =>
    [...value]
      .map((character) =>
        character > '~'
          ? `${marker}${character.charCodeAt(0).toString(base).padStart(width, '0')}`
          : character,
      )
      .join('');
  return [
    ...new Set([
      value,
      octets.toString('hex'),
      escaped('\\u', 16, 4),
      encodeURIComponent(value),
      // Wherever it begins in a longer text: two characters at either end depend on the neighbours.
      ...[0, 1, 2].map((offset) => {
        const shifted = Buffer.concat([Buffer.alloc(offset), octets]).toString('base64url');
        return shifted.slice(Math.ceil((offset * 4) / 3), Math.floor(((offset + octets.length) * 4) / 3) - 1);
      }),
    ]),
  ];
}

/** Which of the values a text holds, in whatever form, with a little of what stands around each. */
export function plainValuesIn(text: string, values: readonly string[]): string[] {
  const lower = text.toLowerCase();
  return values.flatMap((value) =>
    formsOf(value).flatMap((form) => {
      const at = placeOf(form, text, lower);
      return at < 0 ? [] : [`${value} in …${text.slice(Math.max(0, at - 80), at + form.length + 20)}…`];
    }),
  );
}

function placeOf(form: string, text: string, lower: string): number {
  // The digits behind the point of a measured number are nobody's phone.
  if (/^\d+$/.test(form)) return text.search(new RegExp(`(?<!\\d\\.\\d*)${form}`));
  // Octets in hexadecimal come in either case; everything else is looked for as it is.
  return /^[0-9a-f]{12,}$/.test(form) ? lower.indexOf(form) : text.indexOf(form);
}
