/** A Markdown table; bars and line ends in cells are made harmless. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** `none` rather than an empty cell: it was not forgotten. */
export function listed(items: readonly string[]): string {
  return items.length > 0 ? items.join(', ') : '–';
}

/** The parts of a page, a blank line between them. */
export function page(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
