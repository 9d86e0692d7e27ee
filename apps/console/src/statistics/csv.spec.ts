import { describe, expect, it } from '@jest/globals';
import { cellsOf, decode, readLines } from './csv';

const heading = '指标,起日,止日,数值,限定,来源,依据';
const read = (...lines: string[]) => readLines([heading, ...lines].join('\r\n'), '2026-11-23');

describe('a file of records', () => {
  it('has cells that may hold commas, quotes and ends of lines', () => {
    expect(cellsOf('a,"b, ""c""\nd",\r\n,e\n')).toEqual([
      ['a', 'b, "c"\nd', ''],
      ['', 'e'],
    ]);
    expect(cellsOf('')).toEqual([['']]);
  });

  it('is read in either encoding', () => {
    const gb = Uint8Array.from([0xb8, 0xf6, 0xb0, 0xb8]);
    expect([decode(gb.buffer), decode(new TextEncoder().encode('个案').buffer)]).toEqual(['个案', '个案']);
  });

  it('says of every line what it is, or what is wrong with it', () => {
    const lines = read(
      '个案,2026/1/1,2026-01-31,"1,200",准确,TEDA 社工站,名册',
      '',
      '持证社工,,2026-01-31,5,约,TEDA 社工站,名册',
      'resourceEquivalentFen,2026-01-01,2026-01-31,12.34,exact,TEDA,名册',
      '天气,,2026-01-31,5,约,a,b',
      '个案,,2026-01-31,5,约,a,b',
      '持证社工,2026-01-01,2026-01-31,5,约,a,b',
      '个案,2026-01-01,2026-02-30,5,约,a,b',
      '个案,2026-01-01,2026-12-31,5,约,a,b',
      '个案,2026-01-01,2026-01-31,1.5,约,a,b',
      '个案,2026-01-01,2026-01-31,,约,a,b',
      '个案,2026-01-01,2026-01-31,5,,a,b',
      '个案,2026-01-01,2026-01-31,5,约,a,',
      '个案,2026-01-01,2026-01-31,1,200,约,a,b',
    );
    const [cases, licensed, value, ...wrong] = lines;
    const common = { to: '2026-01-31', source: 'TEDA 社工站', evidence: '名册' };
    expect(cases).toEqual({
      line: 2,
      record: { ...common, metric: 'cases', from: '2026-01-01', value: 1200, qualifier: 'exact' },
    });
    expect(licensed).toEqual({
      line: 4,
      record: { ...common, metric: 'licensedSocialWorkers', value: 5, qualifier: 'approx' },
    });
    expect(value?.record?.value).toBe(1234);
    expect(wrong.map(({ line, record, problem }) => [line, record, problem !== undefined])).toEqual(
      Array.from({ length: 10 }, (_, index) => [6 + index, undefined, true]),
    );
  });
});
