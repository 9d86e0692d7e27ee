import { Readable } from 'node:stream';
import type { StatementLine } from '#contracts';
import { byteOrderMark, csvLine } from './csv.js';
import { mostLines, type Statement } from './statement.js';
import { shanghaiTime, type StatementWords } from './statement.words.js';
import { type Cell, type Column, workbook } from './xlsx.js';

/** A statement as CSV: UTF-8 with its mark, minutes as whole numbers, times of Asia/Shanghai. */
export function statementCsv(statement: Statement, words: StatementWords): Readable {
  return Readable.from(csvOf(statement, words), { objectMode: false });
}

async function* csvOf(statement: Statement, words: StatementWords): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columnsOf(words).map(({ title }) => title));
  for await (const lines of statement.stretches())
    yield lines
      .map((line) =>
        csvLine(
          cellsOf(line, words).map((cell) => (cell instanceof Date ? shanghaiTime(line.recordedAt) : cell)),
        ),
      )
      .join('');
  if (!statement.totals.isComplete) yield csvLine([words.incomplete(mostLines)]);
}

/** A statement as a workbook for Excel. */
export function statementXlsx(statement: Statement, words: StatementWords): Readable {
  const at = new Date(statement.first.asOf);
  return workbook(words.title, columnsOf(words), rowsOf(statement, words), at);
}

async function* rowsOf(statement: Statement, words: StatementWords): AsyncGenerator<Cell[][]> {
  for await (const lines of statement.stretches()) yield lines.map((line) => cellsOf(line, words));
  if (!statement.totals.isComplete) yield [[words.incomplete(mostLines)]];
}

function columnsOf({ columns, minutes }: StatementWords): Column[] {
  return [
    { title: columns.number, width: 10 },
    { title: columns.time, width: 18 },
    { title: columns.code, width: 18 },
    { title: `${columns.change} (${minutes})`, width: 16 },
    { title: `${columns.balance} (${minutes})`, width: 16 },
    { title: columns.reference, width: 54 },
    { title: columns.id, width: 40 },
  ];
}

function cellsOf(line: StatementLine, words: StatementWords): Cell[] {
  const { sequence, recordedAt, code, minutes, balanceMinutes, reference, transferId } = line;
  const time = new Date(recordedAt);
  return [sequence, time, words.codes[code], minutes, balanceMinutes, reference, transferId];
}
