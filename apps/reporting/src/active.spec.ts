import { describe, expect, it } from '@jest/globals';
import { activeWindowsDays } from '#contracts';
import { changesOf } from './active.js';

/** Active on a day, counted as it is defined: a service in the window that ends with it. */
const naive = (days: readonly number[], window: number, day: number) =>
  days.some((served) => served <= day && day < served + window) ? 1 : 0;

const counted = (days: readonly number[], window: number, day: number) =>
  [...changesOf(days, window)].reduce((sum, [at, change]) => sum + (at <= day ? change : 0), 0);

describe('changes of who is active', () => {
  it('begin with a service and end a window after the last of a row', () => {
    expect([...changesOf([100], 30)]).toEqual([
      [100, 1],
      [130, -1],
    ]);
    expect([...changesOf([100, 129, 200], 30)]).toEqual([
      [100, 1],
      [159, -1],
      [200, 1],
      [230, -1],
    ]);
    expect([...changesOf([100, 130], 30)]).toEqual([
      [100, 1],
      [160, -1],
    ]);
    expect([...changesOf([], 30)]).toEqual([]);
  });

  it('sum to the definition on every day, whatever the days', () => {
    let state = 7;
    const random = (below: number) => (state = (state * 48271) % 2147483647) % below;
    for (let round = 0; round < 20; round++) {
      const days = [...new Set(Array.from({ length: random(12) }, () => 1_000 + random(600)))].sort(
        (a, b) => a - b,
      );
      for (const window of activeWindowsDays)
        for (let day = 990; day < 2_010; day += 1 + random(9))
          expect([days, window, day, counted(days, window, day)]).toEqual([
            days,
            window,
            day,
            naive(days, window, day),
          ]);
    }
  });
});
