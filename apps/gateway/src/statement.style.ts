/**
 * For old eyes: large type on screen and paper, strong contrast, nothing told by colour alone. Narrow screens
 * show each entry as a card, since five columns of large type do not fit.
 * @param sheet the content of a page's foot, around CSS counters
 */
export function statementStyle(sheet: string): string {
  return `
:root { --ink: #1a1a1a; --soft: #4a4a4a; --line: #767676; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; font: 20px/1.5 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1rem; }
h1 { margin: 0 0 1rem; font-size: 1.6em; line-height: 1.3; }
h2 { margin: 2rem 0 .5rem; font-size: 1.25em; }
h3 { margin: 1rem 0 .3rem; font-size: 1em; }
dl { margin: 0 0 1rem; }
dl div { display: grid; grid-template-columns: minmax(8em, 30%) 1fr; gap: 0 1em; padding: .2em 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; border-bottom: 3px solid var(--ink); }
th, td { padding: .4em .5em; vertical-align: top; }
td { border-bottom: 1px solid var(--line); }
th:nth-child(n + 4), .sum { text-align: right; }
.sum { white-space: nowrap; font-variant-numeric: tabular-nums; }
pre { margin: .5rem 0; padding: .6rem; border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; font: 15px/1.4 ui-monospace, monospace; }
@media screen and (max-width: 40rem) {
  thead { display: none; }
  tr { display: grid; grid-template-columns: 1fr auto; padding: .5em 0; border-bottom: 2px solid var(--line); }
  td { border: 0; padding: 0; }
  td:nth-child(1), td:nth-child(5) { order: 3; color: var(--soft); }
  td:nth-child(2) { order: 2; grid-column: 1 / 3; }
  td:nth-child(3), td:nth-child(4) { order: 1; font-weight: bold; }
  td[data-label]::before { content: attr(data-label) ' '; }
}
@page { size: A4; margin: 16mm 14mm 20mm; @bottom-center { content: "${sheet}"; font: 12pt sans-serif; } }
@media print {
  body { font-size: 14pt; }
  main { max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr, dl div, section h2 { break-inside: avoid; break-after: auto; }
  h2, h3 { break-after: avoid; }
  .proof { break-before: page; }
  pre { font-size: 9pt; }
}
`;
}
