/** How a spreadsheet knows UTF-8. */
export const byteOrderMark = '\u{feff}';

const number = /^-?\d+(\.\d+)?$/;
/** What makes a spreadsheet take text for a formula, and what may hide it. */
const formula = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;
const special = /[",\r\n]/;

/**
 * One line (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, CSV
 * injection); numbers stay as they are.
 */
export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: string | number): string {
  const text = String(cell);
  const safe = !number.test(text) && formula.test(text) ? `'${text}` : text;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
