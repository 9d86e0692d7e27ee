import { describe, expect, it } from '@jest/globals';
import { flowNames } from '#contracts';
import { Tally } from './tally.js';

const [here, there] = [120116014001, 120116014003];

const brief = (tally: ReturnType<Tally['byDay']>) =>
  tally.map(({ communityCode, day, counts }) => {
    const some = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
    return day === undefined ? [communityCode, some] : [communityCode, day, some];
  });

describe('a tally', () => {
  it('sums by community and day, in the order of the rows’ keys', () => {
    const tally = new Tally();
    tally.add(there, '2026-03-02', { errandsOpened: 1 });
    tally.add(here, '2026-03-03', { errandsOpened: 1 });
    tally.add(here, '2026-03-02', { servicesConfirmed: 1, attestedMinutes: 30 });
    tally.add(here, '2026-03-03', { errandsOpened: 1, errandsClaimed: 1 });
    tally.add(here, '2026-03-02', { servicesConfirmed: 1, attestedMinutes: 12 });
    expect(brief(tally.byDay())).toEqual([
      [here, '2026-03-02', { servicesConfirmed: 2, attestedMinutes: 42 }],
      [here, '2026-03-03', { errandsOpened: 2, errandsClaimed: 1 }],
      [there, '2026-03-02', { errandsOpened: 1 }],
    ]);
    expect(brief(tally.ever())).toEqual([
      [here, { servicesConfirmed: 2, attestedMinutes: 42, errandsOpened: 2, errandsClaimed: 1 }],
      [there, { errandsOpened: 1 }],
    ]);
  });

  it('names the city and every metric of a row', () => {
    const tally = new Tally();
    tally.add(here, '2026-03-02', { errandsOpened: 1 });
    const [row] = tally.byDay();
    expect(row?.cityCode).toBe(1201);
    expect(Object.keys(row?.counts ?? {})).toEqual([...flowNames]);
  });

  it('is not changed by being read', () => {
    const tally = new Tally();
    tally.add(here, '2026-03-02', { errandsOpened: 1 });
    tally.add(here, '2026-03-03', { errandsOpened: 1 });
    const first = brief(tally.byDay());
    tally.ever();
    expect(brief(tally.byDay())).toEqual(first);
  });
});
