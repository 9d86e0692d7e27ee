import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DivisionTableError, parseDivisions, readDivisions } from './divisions.js';

const rows = 'code,name\n12,天津市\n120116014001,时尚广场社区居委会\n';
const expected = [
  { code: 120000000000, cityCode: 1200, level: 'province', name: '天津市' },
  { code: 120116014001, cityCode: 1201, level: 'community', name: '时尚广场社区居委会' },
];

describe('a table of divisions', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'divisions-'))));
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['UTF-8', Buffer.from(rows)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${rows}`)],
    ['UTF-8 with Windows line ends', Buffer.from(rows.replaceAll('\n', '\r\n'))],
    // 天津市 and 时尚广场社区居委会 in GB18030; Node decodes it but cannot encode it.
    [
      'GB18030',
      Buffer.concat([
        Buffer.from('code,name\n12,'),
        Buffer.from('ccecbdf2cad0', 'hex'),
        Buffer.from('\n120116014001,'),
        Buffer.from('cab1c9d0b9e3b3a1c9e7c7f8bed3ceafbbe1', 'hex'),
        Buffer.from('\n'),
      ]),
    ],
  ])('is read as %s', async (_, bytes) => {
    const file = join(folder, 'divisions.csv');
    await writeFile(file, bytes);
    expect(await readDivisions(file)).toEqual(expected);
  });

  it.each([
    ['', 1, '表头须为', 'the header must be'],
    ['code;name\n12;天津市', 1, '表头须为', 'the header must be'],
    ['code,name\n12,天津市\n1201', 3, '两列', 'two columns'],
    ['code,name\n12,天津市,x', 2, '两列', 'two columns'],
    ['code,name\n123,天津市', 2, '“123”', '"123"'],
    ['code,name\n12,', 2, '名称为空', 'the name is empty'],
    ['code,name\n12,天津市\n\n120000,又是天津', 4, '与第 2 行重复', 'stands in line 2'],
  ])('%p is refused with line %i', (text, line, zh, en) => {
    const error = catchError(() => parseDivisions(text));
    expect(error).toBeInstanceOf(DivisionTableError);
    expect((error as DivisionTableError).line).toBe(line);
    expect((error as Error).message).toContain(zh);
    expect((error as Error).message).toContain(en);
  });
});

function catchError(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
