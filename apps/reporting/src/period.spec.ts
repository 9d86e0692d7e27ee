import { describe, expect, it } from '@jest/globals';
import { lastOver, periodOf, publishedKinds } from './period.js';

describe('a period', () => {
  it('runs from Monday to Sunday, from the first to the last of a month, of a year', () => {
    expect(periodOf('week', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
    expect(periodOf('week', '2026-03-02')).toEqual({ from: '2026-03-02', to: '2026-03-08' });
    expect(periodOf('week', '2026-01-01')).toEqual({ from: '2025-12-29', to: '2026-01-04' });
    expect(periodOf('month', '2024-02-10')).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(periodOf('month', '2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
    expect(periodOf('year', '2026-07-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  it('is the same for each of its days, and the days after it are in the next', () => {
    for (const kind of publishedKinds)
      for (let at = Date.parse('2023-12-20'); at < Date.parse('2026-03-10'); at += 86_400_000) {
        const day = new Date(at).toISOString().slice(0, 10);
        const period = periodOf(kind, day);
        expect([kind, day, period.from <= day && day <= period.to]).toEqual([kind, day, true]);
        expect([periodOf(kind, period.from), periodOf(kind, period.to)]).toEqual([period, period]);
        const next = new Date(Date.parse(period.to) + 86_400_000).toISOString().slice(0, 10);
        expect([kind, day, periodOf(kind, next).from]).toEqual([kind, day, next]);
        expect(lastOver(kind, next)).toEqual(period);
      }
  });
});
