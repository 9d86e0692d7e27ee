/**
 * How personal data is shown to those who need not know it. Counted in characters, not UTF-16 units:
 * rare characters of names lie outside the basic plane.
 */

/** 张*三; 张* for two characters; one character stays hidden altogether. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  if (characters.length < 2) return '*';
  const last = characters.length === 2 ? '' : characters.at(-1);
  return `${characters[0]}${'*'.repeat(Math.max(1, characters.length - 2))}${last}`;
}

/** 1201**********1234 */
export function maskIdNumber(idNumber: string): string {
  return hideMiddle(idNumber, 4, 4);
}

/** 138****1234; a landline keeps its last four digits. */
export function maskPhone(phone: string): string {
  return hideMiddle(phone, /^1\d{10}$/.test(phone) ? 3 : 0, 4);
}

function hideMiddle(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return '*'.repeat(text.length);
  return `${text.slice(0, head)}${'*'.repeat(text.length - head - tail)}${text.slice(-tail)}`;
}
