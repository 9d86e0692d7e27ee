import { readFile } from 'node:fs/promises';
import { decodeText } from './divisions.js';
import { parseRegion } from './region.js';

export const populationQualifiers = ['exact', 'approx', 'atLeast'] as const;
export type PopulationQualifier = (typeof populationQualifiers)[number];

/** People who live in a division, as somebody published it. */
export interface Population {
  /** 12 digits. */
  code: number;
  cityCode: number;
  persons: number;
  qualifier: PopulationQualifier;
  /** Who says so, and of when. */
  source: string;
}

/** What is wrong with a table of population, in Chinese and English, with the line to mend. */
export class PopulationTableError extends Error {
  constructor(
    readonly line: number,
    chinese: string,
    english: string,
  ) {
    super(`人口表第 ${line} 行：${chinese}\npopulation table, line ${line}: ${english}`);
    this.name = 'PopulationTableError';
  }
}

const header = 'code,persons,qualifier,source';
const mostPersons = 2_000_000_000;

/**
 * Reads a table `code,persons,qualifier,source`: codes of 2 to 12 digits, whole persons, `exact`, `approx` or
 * `atLeast`, and who published it (the rest of the line). UTF-8, with or without byte order mark, or GB18030.
 * @throws PopulationTableError
 */
export async function readPopulation(file: string): Promise<Population[]> {
  return parsePopulation(decodeText(await readFile(file)));
}

/** @throws PopulationTableError */
export function parsePopulation(text: string): Population[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trim().toLowerCase() !== header)
    throw new PopulationTableError(1, `表头须为 ${header}`, `the header must be ${header}`);
  const lineOf = new Map<number, number>();
  const rows: Population[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const row = parseLine(line, index + 1);
    const earlier = lineOf.get(row.code);
    if (earlier !== undefined)
      throw new PopulationTableError(
        index + 1,
        `代码与第 ${earlier} 行重复`,
        `the code stands in line ${earlier} already`,
      );
    lineOf.set(row.code, index + 1);
    rows.push(row);
  }
  return rows;
}

function parseLine(line: string, number: number): Population {
  const [, digits = '', persons = '', qualifier = '', rest = ''] =
    /^\s*([^,]*?)\s*,\s*([^,]*?)\s*,\s*([^,]*?)\s*,(.*)$/.exec(line) ?? [];
  const source = rest
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  const { code, cityCode } = regionOf(digits, number);
  if (!/^\d{1,10}$/.test(persons) || Number(persons) < 1 || Number(persons) > mostPersons)
    throw new PopulationTableError(
      number,
      `人数“${persons}”须为 1 至 ${mostPersons} 的整数；没有数字就不要写这一行`,
      `persons "${persons}" must be a whole number from 1 to ${mostPersons}; leave the line out where there is none`,
    );
  if (!isQualifier(qualifier))
    throw new PopulationTableError(
      number,
      `限定“${qualifier}”须为 ${populationQualifiers.join('、')}`,
      `the qualifier "${qualifier}" must be one of ${populationQualifiers.join(', ')}`,
    );
  if (source === '' || source.length > 300 || source.includes('\uFFFD'))
    throw new PopulationTableError(
      number,
      '来源为空、超过 300 字或编码有误（请用 UTF-8 或 GB18030 保存）',
      'the source is empty, longer than 300 characters or wrongly encoded (save as UTF-8 or GB18030)',
    );
  return { code, cityCode, persons: Number(persons), qualifier, source };
}

function regionOf(digits: string, number: number): { code: number; cityCode: number } {
  try {
    return parseRegion(digits);
  } catch {
    throw new PopulationTableError(
      number,
      `代码“${digits}”须为 2、4、6、9 或 12 位数字`,
      `the code "${digits}" must have 2, 4, 6, 9 or 12 digits`,
    );
  }
}

function isQualifier(text: string): text is PopulationQualifier {
  return (populationQualifiers as readonly string[]).includes(text);
}
