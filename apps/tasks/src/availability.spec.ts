import { describe, expect, it } from '@jest/globals';
import { endOfQuiet, isQuiet, onDutyUntil, shiftEnd, usualQuietHours } from './availability.js';

/** Minutes of the week of 2026-03-02, a Monday, in Tianjin. */
const at = (weekday: number, clock: string): number =>
  Date.parse(`2026-03-0${weekday + 1}T${clock}:00+08:00`);
const quiet = usualQuietHours;
const lunch = { weekday: 1, startMinute: 11 * 60, minutes: 120 };
const night = { weekday: 7, startMinute: 22 * 60, minutes: 240 };

describe('shifts', () => {
  it.each([
    ['before', at(1, '10:59'), undefined],
    ['at its first minute', at(1, '11:00'), at(1, '13:00')],
    ['within', at(1, '12:59'), at(1, '13:00')],
    ['at its end', at(1, '13:00'), undefined],
    ['on another day', at(2, '12:00'), undefined],
    ['a week later', at(1, '12:00') + 7 * 86_400_000, at(1, '13:00') + 7 * 86_400_000],
    ['before midnight of one that runs past it', at(7, '23:30'), at(7, '23:30') + 150 * 60_000],
    ['after it, on Monday', at(1, '01:30'), at(1, '02:00')],
  ])('run %s', (_, now, end) => {
    expect(shiftEnd([lunch, night], now)).toBe(end);
  });

  it('that meet or overlap are one, however they are listed', () => {
    const after = { weekday: 1, startMinute: 13 * 60, minutes: 60 };
    const across = { weekday: 1, startMinute: 13 * 60 + 30, minutes: 60 };
    for (const shifts of [
      [lunch, after, across],
      [across, after, lunch],
    ])
      expect(shiftEnd(shifts, at(1, '11:30'))).toBe(at(1, '14:30'));
  });

  it('around the clock end, at last', () => {
    const always = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
      { weekday, startMinute: 0, minutes: 900 },
      { weekday, startMinute: 720, minutes: 900 },
    ]);
    expect(shiftEnd(always, at(1, '12:00'))).toBeGreaterThan(at(1, '12:00'));
  });
});

describe('the switch', () => {
  const times = { shifts: [lunch], quiet };
  it('counts before shifts, until its time is over', () => {
    const on = { on: true, untilMs: at(1, '10:30') };
    expect(onDutyUntil({ ...times, override: on }, at(1, '10:00'))).toBe(at(1, '10:30'));
    expect(onDutyUntil({ ...times, override: on }, at(1, '10:30'))).toBeUndefined();
    const off = { on: false, untilMs: at(1, '13:00') };
    expect(onDutyUntil({ ...times, override: off }, at(1, '12:00'))).toBeUndefined();
    expect(onDutyUntil({ ...times, override: off }, at(1, '12:00') + 7 * 86_400_000)).toBeDefined();
  });

  it('that ends in a shift goes on with it', () => {
    const on = { on: true, untilMs: at(1, '11:30') };
    expect(onDutyUntil({ ...times, override: on }, at(1, '10:00'))).toBe(at(1, '13:00'));
  });
});

describe('quiet hours', () => {
  it.each([
    ['20:59', false],
    ['21:00', true],
    ['23:59', true],
    ['00:00', true],
    ['06:59', true],
    ['07:00', false],
    ['12:00', false],
  ])('of the night at %s: %s', (clock, expected) => {
    expect(isQuiet(quiet, at(1, clock))).toBe(expected);
  });

  it('of the same start and end never run; those of a day run in it', () => {
    expect(isQuiet({ startMinute: 0, endMinute: 0 }, at(1, '00:00'))).toBe(false);
    expect(isQuiet({ startMinute: 540, endMinute: 600 }, at(1, '09:30'))).toBe(true);
    expect(isQuiet({ startMinute: 540, endMinute: 600 }, at(1, '10:00'))).toBe(false);
  });

  it('end at the minute that is told, also of the next day', () => {
    expect(endOfQuiet(quiet, at(1, '22:15'))).toBe(at(2, '07:00'));
    expect(endOfQuiet(quiet, at(2, '03:00'))).toBe(at(2, '07:00'));
    expect(endOfQuiet(quiet, at(2, '08:00'))).toBe(at(2, '08:00'));
  });

  it('are over at their end, whatever they are', () => {
    for (let start = 0; start < 1440; start += 97)
      for (let end = 0; end < 1440; end += 83)
        for (let minute = 0; minute < 1440; minute += 61) {
          const hours = { startMinute: start, endMinute: end };
          const now = at(1, '00:00') + minute * 60_000;
          const over = endOfQuiet(hours, now);
          expect([start, end, minute, isQuiet(hours, over)]).toEqual([start, end, minute, false]);
          expect(over - now).toBeLessThan(86_400_000);
        }
  });
});
