import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { parsePopulation, PopulationTableError, readPopulation } from './population.js';

const header = 'code,persons,qualifier,source\n';

describe('a table of population', () => {
  it('is read with qualifiers and sources', () => {
    const text = `\uFEFF${header}1201,13640000,exact,"公报, 2023"\r\n\r\n120116014,100000,approx,报道\r\n`;
    expect(parsePopulation(text)).toEqual([
      { code: 120100000000, cityCode: 1201, persons: 13_640_000, qualifier: 'exact', source: '公报, 2023' },
      { code: 120116014000, cityCode: 1201, persons: 100_000, qualifier: 'approx', source: '报道' },
    ]);
  });

  it('that is shipped has the one figure that was published, with its qualifier', async () => {
    const rows = await readPopulation(join(process.cwd(), 'libs/regions/data/population.csv'));
    expect(rows.map(({ code, persons, qualifier }) => [code, persons, qualifier])).toEqual([
      [120116014000, 100_000, 'approx'],
    ]);
  });

  it.each([
    ['another header', 'code,name\n', 1],
    ['a code of no length', `${header}12011,5,exact,x`, 2],
    ['nobody', `${header}1201,0,exact,x`, 2],
    ['a part of somebody', `${header}1201,1.5,exact,x`, 2],
    ['more than there are', `${header}1201,2000000001,exact,x`, 2],
    ['a qualifier that is none', `${header}1201,5,circa,x`, 2],
    ['no source', `${header}1201,5,exact, `, 2],
    ['too few columns', `${header}1201,5`, 2],
    ['a division twice', `${header}120116,5,exact,x\n\n120116000000,6,exact,x`, 4],
  ])('refuses %s and names the line', (_, text, line) => {
    try {
      parsePopulation(text);
    } catch (error) {
      expect(error).toBeInstanceOf(PopulationTableError);
      expect((error as PopulationTableError).line).toBe(line);
      return;
    }
    throw new Error('taken');
  });
});
