import { expect, it } from '@jest/globals';
import { dayOf, daysFrom, hoursOf, minutesIn, mondayOf, spanOn } from './week';

const shift = (startsAt: string, endsAt: string) => ({ id: '1', staffId: '2', startsAt, endsAt });

it('a week begins on Monday', () => {
  expect(['2026-03-02', '2026-03-08', '2026-03-09'].map(mondayOf)).toEqual([
    '2026-03-02',
    '2026-03-02',
    '2026-03-09',
  ]);
  expect(daysFrom('2026-02-26').at(-1)).toBe('2026-03-04');
});

it('a shift that ends no later than it begins ends on the next day, in the time of China', () => {
  expect(spanOn('2026-03-02', '09:00', '17:30')).toEqual({
    startsAt: '2026-03-02T01:00:00.000Z',
    endsAt: '2026-03-02T09:30:00.000Z',
  });
  expect(spanOn('2026-03-02', '22:00', '06:00').endsAt).toBe('2026-03-02T22:00:00.000Z');
});

it('what began before the week stands under its first day, and counts from then', () => {
  const night = shift('2026-03-01T14:00:00.000Z', '2026-03-01T22:00:00.000Z');
  const day = shift('2026-03-03T01:00:00.000Z', '2026-03-03T02:30:00.000Z');
  expect([night, day].map((one) => dayOf(one, '2026-03-02'))).toEqual(['2026-03-02', '2026-03-03']);
  expect(minutesIn([night, day], '2026-03-02')).toBe(6 * 60 + 90);
});

it('weekly times are said by the clock', () => {
  expect(hoursOf({ weekday: 1, startMinute: 540, minutes: 485 })).toBe('09:00–17:05');
  expect(hoursOf({ weekday: 1, startMinute: 1320, minutes: 480 })).toBe('22:00–06:00');
});
