import { describe, expect, it } from '@jest/globals';
import type { RankedRegion } from '#contracts';
import { ranked } from './ranking.js';

const row = (region: string, value: number, perThousand?: number): RankedRegion => ({
  ...{ region, name: region, value },
  ...(perThousand !== undefined && { population: 1000, perThousand }),
});
const brief = (rows: RankedRegion[]) => rows.map(({ rank, region }) => [rank, region]);

describe('a ranking', () => {
  it('gives equal figures one rank, and counts them in the next', () => {
    const rows = [row('d', 0), row('c', 7), row('a', 7), row('b', 9), row('e', -3)];
    expect(brief(ranked(rows, 'count'))).toEqual([
      [1, 'b'],
      [2, 'a'],
      [2, 'c'],
      [4, 'd'],
      [5, 'e'],
    ]);
  });

  it('ranks nobody by a population that is not known', () => {
    const rows = [row('b', 100), row('c', 1, 0.5), row('a', 90), row('d', 2, 2)];
    expect(brief(ranked(rows, 'population'))).toEqual([
      [1, 'd'],
      [2, 'c'],
      [undefined, 'a'],
      [undefined, 'b'],
    ]);
  });
});
