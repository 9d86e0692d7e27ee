import { describe, expect, it } from '@jest/globals';
import { addDays } from './day';
import { firstDayOf, stepsOf } from './trend';

/** Days from the first on, of one each. */
const days = (first: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ day: addDays(first, index), value: 1 }));
const valueOf = ({ value }: { value: number }) => value;

describe('the first day of a period', () => {
  it.each([
    ['2026-03-02', 'week', '2026-03-02'],
    ['2026-03-01', 'week', '2026-02-23'],
    ['2027-01-01', 'week', '2026-12-28'],
    ['2026-02-28', 'month', '2026-02-01'],
    ['2026-02-28', 'day', '2026-02-28'],
  ] as const)('of %s, by %s, is %s', (day, grain, first) => expect(firstDayOf(day, grain)).toBe(first));
});

describe('a trend', () => {
  it('adds up whole weeks and says which are not', () => {
    expect(stepsOf(days('2026-03-01', 9), 'week', valueOf)).toEqual([
      { from: '2026-03-01', to: '2026-03-01', value: 1, isWhole: false },
      { from: '2026-03-02', to: '2026-03-08', value: 7, isWhole: true },
      { from: '2026-03-09', to: '2026-03-09', value: 1, isWhole: false },
    ]);
  });

  it('adds up months of their own length', () => {
    expect(stepsOf(days('2024-02-01', 30), 'month', valueOf)).toEqual([
      { from: '2024-02-01', to: '2024-02-29', value: 29, isWhole: true },
      { from: '2024-03-01', to: '2024-03-01', value: 1, isWhole: false },
    ]);
  });

  it('loses nothing, whatever it is put together by', () => {
    for (const grain of ['day', 'week', 'month'] as const) {
      const steps = stepsOf(days('2025-11-20', 366), grain, valueOf);
      expect(steps.reduce((sum, { value }) => sum + value, 0)).toBe(366);
    }
    expect(stepsOf([], 'week', valueOf)).toEqual([]);
  });
});
