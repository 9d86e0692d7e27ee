import { describe, expect, it } from '@jest/globals';
import { ManualClock, shanghaiDay, SystemClock } from './clock.js';

describe('shanghaiDay', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
    ['2026-02-28T16:00:00Z', '2026-03-01'],
    ['2026-07-01T15:59:59Z', '2026-07-01'],
    ['2026-03-02T00:00:00+08:00', '2026-03-02'],
  ])('puts %s on %s', (instant, day) => expect(shanghaiDay(new Date(instant))).toBe(day));

  it('agrees with the time zone database on every boundary of some years', () => {
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    for (let day = Date.parse('2024-01-01T16:00:00Z'); day < Date.parse('2030-01-01'); day += 86_400_000)
      for (const instant of [new Date(day - 1), new Date(day)])
        expect(shanghaiDay(instant)).toBe(shown.format(instant));
  });

  it('refuses what is no instant', () => expect(() => shanghaiDay(new Date('soon'))).toThrow(RangeError));
});

describe('clocks', () => {
  it('a manual one stands still until told, and nobody can move it through what it answers', () => {
    const clock = new ManualClock(new Date('2026-03-02T00:00:00Z'));
    clock.now().setFullYear(1999);
    expect(clock.now().toISOString()).toBe('2026-03-02T00:00:00.000Z');
    clock.advanceMinutes(90);
    expect(clock.now().toISOString()).toBe('2026-03-02T01:30:00.000Z');
  });

  it('the system’s goes on', () => {
    const before = Date.now();
    expect(new SystemClock().now().getTime()).toBeGreaterThanOrEqual(before);
  });
});
