import { readFile } from 'node:fs/promises';
import { parseRegion, type Level } from './region.js';

/** One administrative division of a table. */
export interface Division {
  /** 12 digits. */
  code: number;
  cityCode: number;
  level: Level;
  name: string;
}

/** What is wrong with a table of divisions, in Chinese and English, with the line to mend. */
export class DivisionTableError extends Error {
  constructor(
    readonly line: number,
    chinese: string,
    english: string,
  ) {
    super(`区划表第 ${line} 行：${chinese}\ndivision table, line ${line}: ${english}`);
    this.name = 'DivisionTableError';
  }
}

/**
 * Reads a table `code,name` with codes of 2, 4, 6, 9 or 12 digits, as UTF-8 (with or without byte order
 * mark) or, as spreadsheets in China save it, GB18030.
 * @throws DivisionTableError
 */
export async function readDivisions(file: string): Promise<Division[]> {
  return parseDivisions(decodeText(await readFile(file)));
}

/** UTF-8 where the bytes allow it: text of GB18030 practically never is valid UTF-8. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** @throws DivisionTableError */
export function parseDivisions(text: string): Division[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trim().toLowerCase() !== 'code,name')
    throw new DivisionTableError(1, '表头须为 code,name', 'the header must be code,name');
  const lineOf = new Map<number, number>();
  const divisions: Division[] = [];
  lines.forEach((line, index) => {
    if (index === 0 || line.trim() === '') return;
    const division = parseLine(line, index + 1);
    const earlier = lineOf.get(division.code);
    if (earlier !== undefined) {
      const [zh, en] = [`代码与第 ${earlier} 行重复`, `the code stands in line ${earlier} already`];
      throw new DivisionTableError(index + 1, zh, en);
    }
    lineOf.set(division.code, index + 1);
    divisions.push(division);
  });
  return divisions;
}

function parseLine(line: string, number: number): Division {
  const [, digits, name] = /^\s*"?([^",]*?)"?\s*,\s*"?([^",]*?)"?\s*$/.exec(line) ?? [];
  if (digits === undefined || name === undefined)
    throw new DivisionTableError(number, '须为“代码,名称”两列', 'two columns are needed: code,name');
  if (name === '' || name.length > 100 || name.includes('\uFFFD'))
    throw new DivisionTableError(
      number,
      '名称为空、超过 100 字或编码有误（请用 UTF-8 或 GB18030 保存）',
      'the name is empty, longer than 100 characters or wrongly encoded (save as UTF-8 or GB18030)',
    );
  try {
    const { code, cityCode, level } = parseRegion(digits);
    return { code, cityCode, level, name };
  } catch {
    throw new DivisionTableError(
      number,
      `代码“${digits}”须为 2、4、6、9 或 12 位数字`,
      `the code "${digits}" must have 2, 4, 6, 9 or 12 digits`,
    );
  }
}
