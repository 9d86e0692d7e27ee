import { describe, expect, it } from '@jest/globals';
import { randomOf } from '../../../test/sim/ledger/history.js';
import { dayBefore, expirableMinutes } from './expiry.js';

describe('what expires', () => {
  const rows: [aged: number, debited: number, held: number, due: number][] = [
    [100, 0, 0, 100],
    [100, 40, 0, 60],
    [100, 40, 60, 0],
    [100, 40, 61, 0],
    [100, 500, 0, 0],
    [0, 0, 0, 0],
  ];
  it.each(rows)('of %i old minutes with %i spent and %i held is %i', (aged, debitedMinutes, held, due) => {
    expect(expirableMinutes(aged, { debitedMinutes, pendingDebitMinutes: held })).toBe(due);
  });

  it('is what is left of the old lots, when lots are kept and the oldest is spent first', () => {
    const random = randomOf(5);
    for (let round = 0; round < 500; round++) {
      const lots = Array.from({ length: 1 + random(8) }, (_, day) => ({ day, minutes: 1 + random(90) }));
      const credited = lots.reduce((sum, { minutes }) => sum + minutes, 0);
      const [debitedMinutes, cutoff] = [random(credited + 1), random(9)];
      let toSpend = debitedMinutes;
      const left = lots.map(({ day, minutes }) => {
        const spent = Math.min(minutes, toSpend);
        toSpend -= spent;
        return { day, minutes: minutes - spent };
      });
      const isOld = ({ day }: { day: number }) => day < cutoff;
      const sum = (some: typeof lots) =>
        some.filter(isOld).reduce((total, { minutes }) => total + minutes, 0);
      expect(expirableMinutes(sum(lots), { debitedMinutes, pendingDebitMinutes: 0 })).toBe(sum(left));
    }
  });

  it.each([
    ['2026-03-01', 1, '2026-02-28'],
    ['2028-03-01', 1, '2028-02-29'],
    ['2026-03-01', 365, '2025-03-01'],
  ])('before %s by %i days is %s', (day, days, before) => {
    expect(dayBefore(day, days)).toBe(before);
  });
});
