import { describe, expect, it } from '@jest/globals';
import { addDays, neighbour } from './day';

describe('neighbour', () => {
  it.each([
    ['2026-03-01', 'day', -1, '2026-02-28'],
    ['2024-02-28', 'day', 1, '2024-02-29'],
    ['2026-01-01', 'week', -1, '2025-12-25'],
    ['2026-01-31', 'month', 1, '2026-02-01'],
    ['2026-01-31', 'month', -1, '2025-12-01'],
    ['2026-12-31', 'year', -1, '2025-01-01'],
    ['2026-12-31', 'year', 1, '2027-01-01'],
  ] as const)('of %s, a %s, %i, is %s', (day, period, step, other) => {
    expect(neighbour(day, period, step)).toBe(other);
  });
});

describe('addDays', () => {
  it('goes over years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
});
