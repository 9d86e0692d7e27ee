import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Receipt, StatementLine } from '#contracts';
import { languages } from './language.js';
import { mostLines, type Statement } from './statement.js';
import { shanghaiTime, statementWords, type StatementWords } from './statement.words.js';
import { statementStyle } from './statement.style.js';

/** Who the statement is of, as far as the reader may know; the name is masked. */
export interface StatementPerson {
  name: string;
  volunteerNumber: string;
}

/** What a page needs besides the lines. */
export interface StatementPageParts {
  person: StatementPerson | undefined;
  /** The receipt of a line, asked for when all lines are written; undefined where the reader may not have it. */
  prove(line: StatementLine): Promise<Receipt | undefined>;
}

const styles = Object.fromEntries(
  languages.map((language) => [language, statementStyle(statementWords[language].page.sheet)]),
) as Record<(typeof languages)[number], string>;
const styleHashes = Object.values(styles).map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
);

/** The page is its own text and style and nothing else: no script, no request. */
export const statementPolicy = `default-src 'none'; style-src ${styleHashes.join(' ')}; base-uri 'none'; form-action 'none'`;

/** A statement to be read, printed and kept: one file of HTML that needs nothing but itself. */
export function statementPage(
  statement: Statement,
  words: StatementWords,
  parts: StatementPageParts,
): Readable {
  return Readable.from(pageOf(statement, words, parts), { objectMode: false });
}

async function* pageOf(
  statement: Statement,
  words: StatementWords,
  parts: StatementPageParts,
): AsyncGenerator<string> {
  const { columns } = words;
  yield `${headOf(words)}<h1>${words.title}</h1>\n${list(aboutOf(statement, words, parts.person))}`;
  yield `<table>\n<thead><tr><th>${columns.number}</th><th>${columns.time}</th><th>${columns.code}</th><th>${columns.change}</th><th>${columns.balance}</th></tr></thead>\n<tbody>\n`;
  for await (const lines of statement.stretches()) yield lines.map((line) => rowOf(line, words)).join('');
  yield '</tbody>\n</table>\n';
  if (statement.totals.count === 0) yield `<p>${words.page.empty}</p>\n`;
  if (!statement.totals.isComplete) yield `<p><strong>${words.incomplete(mostLines)}</strong></p>\n`;
  yield `<section>\n<h2>${words.page.totals}</h2>\n${list(totalsOf(statement, words))}</section>\n`;
  const { proven } = statement.totals;
  yield proofOf(statement, words, proven && (await parts.prove(proven)));
  yield '</main>\n</body>\n</html>\n';
}

function headOf({ language, title }: StatementWords): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${statementPolicy}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${styles[language]}</style>
</head>
<body>
<main>
`;
}

function aboutOf(
  { first, span }: Statement,
  words: StatementWords,
  person: StatementPerson | undefined,
): [string, string][] {
  const { page } = words;
  const days =
    span.from || span.to ? `${span.from ?? '…'} – ${span.to ?? first.asOf.slice(0, 10)}` : page.always;
  return [
    ...(person
      ? ([
          [page.holder, person.name],
          [page.volunteerNumber, person.volunteerNumber],
        ] as [string, string][])
      : []),
    [page.city, String(first.cityCode)],
    [page.account, first.accountId],
    [page.days, days],
    [page.asOf, shanghaiTime(first.asOf)],
    [page.balance, words.duration(first.balanceMinutes)],
    [page.held, words.duration(first.heldMinutes)],
  ];
}

function totalsOf({ totals, first }: Statement, words: StatementWords): [string, string][] {
  const { page } = words;
  const { newest, oldest, inMinutes, outMinutes, count } = totals;
  const after = newest?.balanceMinutes;
  const before = oldest && oldest.balanceMinutes - oldest.minutes;
  // A page whose own sums disagree must not be finished.
  if (after !== undefined && before !== undefined && before + inMinutes - outMinutes !== after)
    throw new Error(`statement of account ${first.accountId}: the totals disagree`);
  return [
    ...(before === undefined ? [] : ([[page.before, words.duration(before)]] as [string, string][])),
    [page.received, words.duration(inMinutes)],
    [page.spent, words.duration(outMinutes)],
    ...(after === undefined ? [] : ([[page.after, words.duration(after)]] as [string, string][])),
    [page.count, String(count)],
  ];
}

function rowOf(line: StatementLine, words: StatementWords): string {
  const { sequence, recordedAt, code, minutes, balanceMinutes } = line;
  const sign = minutes > 0 ? '+' : '';
  const { columns } = words;
  return (
    `<tr><td data-label="${columns.number}">${sequence}</td><td>${shanghaiTime(recordedAt)}</td><td>${words.codes[code]}</td>` +
    `<td class="sum">${sign}${words.duration(minutes)}</td>` +
    `<td class="sum" data-label="${columns.balance}">${words.duration(balanceMinutes)}</td></tr>\n`
  );
}

function proofOf({ first, totals }: Statement, words: StatementWords, receipt: Receipt | undefined): string {
  const { page } = words;
  const { head } = first;
  if (!head) return `<section>\n<h2>${page.proof}</h2>\n<p>${page.noHead}</p>\n</section>\n`;
  const proven = page.provenLine.replace('{number}', String(totals.proven?.sequence ?? ''));
  const shown = receipt
    ? `<p>${proven}</p>\n<h3>${page.receipt}</h3>\n<pre>${escapeHtml(JSON.stringify(receipt))}</pre>\n`
    : '';
  return `<section class="proof">
<h2>${page.proof}</h2>
<p>${page.howToProve}</p>
${list([[page.head, `${head.cityCode} ${head.day} · ${head.firstSequence}–${head.lastSequence}`]])}<pre>${head.headHash}</pre>
${shown}</section>
`;
}

function list(entries: readonly (readonly [string, string])[]): string {
  const items = entries.map(
    ([term, text]) => `<div><dt>${escapeHtml(term)}</dt><dd>${escapeHtml(text)}</dd></div>`,
  );
  return `<dl>\n${items.join('\n')}\n</dl>\n`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
