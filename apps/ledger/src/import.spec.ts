import { describe, expect, it } from '@jest/globals';
import { fieldsOf, LineReader } from './import.line.js';
import { linesOf } from './import.lines.js';

const header = 'id,ownerId,kind,minutes,day,communityCode';
const owner = '0198c3a2-0000-7000-8000-000000000001';
const reader = LineReader.of(header, 1201, '2026-03-02') as LineReader;
const fieldOf = (text: string) => (reader.read(text) as { field?: string }).field;

describe('a line of an import', () => {
  it('is read by its header, in whatever order', () => {
    const other = LineReader.of('\u{feff}minutes,kind,ownerId,id', 1201, '2026-03-02') as LineReader;
    expect(other.read(`90, opening ,${owner.toUpperCase()},"a.1"`)).toEqual({
      ...{ id: 'a.1', ownerId: owner, kind: 'opening', minutes: 90, day: undefined },
      communityCode: 120100000000,
    });
    expect(reader.read(`7,${owner},earned,30,2024-02-29,120116014001`)).toMatchObject({
      ...{ day: '2024-02-29', communityCode: 120116014001 },
    });
  });

  it.each([
    [`,${owner},opening,1,,`, 'id'],
    [`a b,${owner},opening,1,,`, 'id'],
    [`${'x'.repeat(31)},${owner},opening,1,,`, 'id'],
    ['1,张三,opening,1,,', 'ownerId'],
    [`1,${owner},gift,1,,`, 'kind'],
    [`1,${owner},opening,0,,`, 'minutes'],
    [`1,${owner},opening,-5,,`, 'minutes'],
    [`1,${owner},opening,1.5,,`, 'minutes'],
    [`1,${owner},opening,1000001,,`, 'minutes'],
    [`1,${owner},opening,=1+1,,`, 'minutes'],
    [`1,${owner},earned,1,,`, 'day'],
    [`1,${owner},earned,1,2026-03-03,`, 'day'],
    [`1,${owner},earned,1,2025-02-29,`, 'day'],
    [`1,${owner},opening,1,,310101001001`, 'communityCode'],
    [`1,${owner},opening,1,,1201`, 'communityCode'],
    [`1,${owner},opening,1`, ''],
    [`1,${owner},opening,1,,,`, ''],
    [`"1,${owner},opening,1,,`, ''],
    [`1,${owner},opening,1,,\u{fffd}`, ''],
    [`1,${owner},opening,1,,${'0'.repeat(2_000)}`, ''],
  ])('%s is refused for its %s', (text, field) => {
    expect(fieldOf(text)).toBe(field);
  });

  it.each(['', 'id,ownerId,kind', `${header},name`, 'id,id,ownerId,kind,minutes'])(
    'has no other header: %s',
    (text) => {
      expect(LineReader.of(text, 1201, '2026-03-02')).toHaveProperty('reason.en');
    },
  );
});

describe('lines', () => {
  const split = async (...chunks: (string | Buffer)[]) => {
    const lines: string[] = [];
    const stream = (async function* () {
      for (const chunk of chunks) yield await Promise.resolve(Buffer.from(chunk as string));
    })();
    for await (const line of linesOf(stream)) lines.push(line);
    return lines;
  };

  it('end where they end, wherever the chunks do', async () => {
    const bytes = Buffer.from('甲\r\n乙');
    expect(await split(bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4))).toEqual(['甲', '乙']);
    expect(await split('a\n\nb\n')).toEqual(['a', '', 'b']);
  });

  it('that never end are not held', async () => {
    const [first, second] = await split(...Array<string>(50).fill('x'.repeat(100_000)), '\nb');
    expect([first?.length, second]).toEqual([2_001, 'b']);
  });

  it('of another encoding show it', async () => {
    expect(await split(Buffer.from([0xd6, 0xd0, 0x0a]))).toEqual(['\u{fffd}\u{fffd}']);
  });
});

describe('fields', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['"a,""b""",', ['a,"b"', '']],
    ['', ['']],
    ['"a"b', undefined],
    ['a"b', undefined],
  ])('of %s', (text, fields) => {
    expect(fieldsOf(text)).toEqual(fields);
  });
});
