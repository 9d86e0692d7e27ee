import type { Wording } from '../language';
import {
  fromShown,
  kinds,
  type Metric,
  metricNames,
  qualifierNames,
  type Statistic,
  stands,
} from './statistic.terms';

/** What a file says of a record; where it belongs and its id are not the file's to say. */
export type ReadRecord = Pick<Statistic, 'metric' | 'to' | 'value' | 'qualifier' | 'source' | 'evidence'> & {
  from?: string;
};
export interface ReadLine {
  /** As a spreadsheet counts them. */
  line: number;
  record?: ReadRecord;
  /** Why there is none. */
  problem?: Wording;
}

export const mostLines = 500;
const columns = 7;

/** Spreadsheets in China write GB 18030 as often as UTF-8. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Cells of comma-separated lines; quoted ones may hold commas, doubled quotes and line ends. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [whole, quoted, plain = '', end] = found;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end !== ',' && (end === '' || cell.lastIndex >= text.length)) break;
    if (end !== ',') rows.push([]);
    if (whole === '') break;
  }
  return rows;
}

const qualifierOf = (words: string) =>
  (Object.keys(qualifierNames) as Statistic['qualifier'][]).find(
    (one) =>
      one === words || (words !== '' && qualifierNames[one].some((name) => name.split('、').includes(words))),
  );
const metricOf = (words: string): Metric | undefined =>
  kinds
    .flatMap(({ metrics }) => metrics)
    .find(
      (one) =>
        one === words ||
        metricNames[one].some((name) => name === words || name.replace(/（.*/, '') === words),
    );
const dayOf = (words: string) => {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words) ?? [];
  if (year === undefined) return undefined;
  const told = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${told}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(told) ? told : undefined;
};

/** Every line but the heading, each read or with what is wrong with it; empty ones are passed over. */
export function readLines(text: string, today: string): ReadLine[] {
  return cellsOf(text.replace(/^\uFEFF/, ''))
    .map((cells, index) => ({ cells, line: index + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells, line }) => ({ line, ...readLine(cells, today) }));
}

function readLine(cells: readonly string[], today: string): Omit<ReadLine, 'line'> {
  const [
    metricWords = '',
    fromWords = '',
    toWords = '',
    number = '',
    certainty = '',
    source = '',
    evidence = '',
  ] = cells;
  const metric = metricOf(metricWords);
  const [from, to] = [dayOf(fromWords), dayOf(toWords)];
  const qualifier = qualifierOf(certainty);
  const shown = Number(number.replaceAll(',', ''));
  if (cells.length > columns)
    return { problem: ['列数过多；有逗号的文字请加引号', 'Too many columns: quote words with commas'] };
  if (!metric) return { problem: ['没有这项指标', 'No such figure'] };
  if (!to || to > today) return { problem: ['止日无效或在未来', 'The last day is not valid, or lies ahead'] };
  if (stands(metric) && fromWords !== '')
    return { problem: ['存量不填起日', 'What stands has no first day'] };
  if (!stands(metric) && (!from || from > to))
    return { problem: ['起日无效或晚于止日', 'The first day is not valid, or after the last'] };
  const value = fromShown(metric, shown);
  if (number === '' || !Number.isSafeInteger(value) || value < 0)
    return {
      problem: [
        '数值须为不小于零的数，只有金额可有小数',
        'The value is no number from zero on; only money has decimals',
      ],
    };
  if (!qualifier) return { problem: ['限定须为：准确、约、以上', 'Say: Exact, About or At least'] };
  if (!source || !evidence) return { problem: ['来源与依据都要写', 'Say the source and the evidence'] };
  return { record: { metric, ...(from && { from }), to, value, qualifier, source, evidence } };
}
