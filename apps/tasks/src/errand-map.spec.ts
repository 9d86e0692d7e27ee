import { describe, expect, it } from '@jest/globals';
import { usualQuietHours } from './availability.js';
import { countOnDuty, type Reachable } from './errand-map.js';

const nowMs = Date.parse('2026-03-02T02:00:00Z');
const until = (on: boolean, minutes: number) => ({
  override: { on, untilMs: nowMs + minutes * 60_000 },
  shifts: [],
  quiet: usualQuietHours,
});
const riders = (count: number, one: Partial<Reachable>): Reachable[] =>
  Array.from({ length: count }, () => ({
    siteId: undefined,
    cell: undefined,
    times: until(true, 60),
    ...one,
  }));

describe('volunteers on duty', () => {
  it('are counted by switch and by shift, and not once either is over', () => {
    const shift = { weekday: 1, startMinute: 9 * 60, minutes: 120 };
    const times = { override: undefined, shifts: [shift], quiet: usualQuietHours };
    const all = [...riders(1, {}), ...riders(1, { times }), ...riders(1, { times: until(true, 0) })];
    expect(countOnDuty([...all, ...riders(1, { times: until(false, 60) })], nowMs).total).toBe(2);
    expect(countOnDuty(riders(1, { times }), nowMs + 3 * 3_600_000).total).toBe(0);
  });

  it('are counted by site however few, and by cell from five on', () => {
    const { total, bySite, byCell } = countOnDuty(
      [...riders(4, { siteId: 'a', cell: 1 }), ...riders(5, { siteId: 'b', cell: 2 }), ...riders(1, {})],
      nowMs,
    );
    expect(total).toBe(10);
    expect([...bySite]).toEqual([
      ['a', 4],
      ['b', 5],
    ]);
    expect([...byCell]).toEqual([[2, 5]]);
  });
});
