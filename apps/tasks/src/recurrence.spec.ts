import { describe, expect, it } from '@jest/globals';
import { type DomainError } from '#contracts';
import { addDays } from '#regions';
import { occurrences, parseRule } from './recurrence.js';

const days = (rule: string, first: string, from = first, limit = 5) =>
  occurrences(parseRule(rule), first, from, limit).join(' ');

// The examples of RFC 5545, section 3.8.5.3, as far as the stated subset goes; their dates are kept.
describe('the examples of RFC 5545', () => {
  it.each([
    [
      'FREQ=DAILY;COUNT=10',
      '1997-09-02',
      20,
      '1997-09-02 1997-09-03 1997-09-04 1997-09-05 1997-09-06 1997-09-07 1997-09-08 1997-09-09 1997-09-10 1997-09-11',
    ],
    ['FREQ=DAILY;INTERVAL=2', '1997-09-02', 3, '1997-09-02 1997-09-04 1997-09-06'],
    [
      'FREQ=DAILY;INTERVAL=10;COUNT=5',
      '1997-09-02',
      9,
      '1997-09-02 1997-09-12 1997-09-22 1997-10-02 1997-10-12',
    ],
    ['FREQ=WEEKLY;COUNT=10', '1997-09-02', 3, '1997-09-02 1997-09-09 1997-09-16'],
    ['FREQ=WEEKLY;INTERVAL=2', '1997-09-02', 4, '1997-09-02 1997-09-16 1997-09-30 1997-10-14'],
    [
      'FREQ=WEEKLY;UNTIL=19971007T000000Z;BYDAY=TU,TH',
      '1997-09-02',
      20,
      '1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02 1997-10-07',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR',
      '1997-09-01',
      6,
      '1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19',
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;BYDAY=TU,TH',
      '1997-09-02',
      20,
      '1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16',
    ],
    ['FREQ=MONTHLY;COUNT=10;BYDAY=1FR', '1997-09-05', 4, '1997-09-05 1997-10-03 1997-11-07 1997-12-05'],
    [
      'FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU',
      '1997-09-07',
      6,
      '1997-09-07 1997-09-28 1997-11-02 1997-11-30 1998-01-04 1998-01-25',
    ],
    [
      'FREQ=MONTHLY;COUNT=6;BYDAY=-2MO',
      '1997-09-22',
      6,
      '1997-09-22 1997-10-20 1997-11-17 1997-12-22 1998-01-19 1998-02-16',
    ],
    ['FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15', '1997-09-02', 4, '1997-09-02 1997-09-15 1997-10-02 1997-10-15'],
    [
      'FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1',
      '1997-09-30',
      5,
      '1997-09-30 1997-10-01 1997-10-31 1997-11-01 1997-11-30',
    ],
    [
      'FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15',
      '1997-09-10',
      7,
      '1997-09-10 1997-09-11 1997-09-12 1997-09-13 1997-09-14 1997-09-15 1999-03-10',
    ],
  ])('%s from %s', (rule, first, limit, expected) => expect(days(rule, first, first, limit)).toBe(expected));
});

describe('occurrences', () => {
  it.each([
    [
      'a day that a month does not have is left out',
      'FREQ=MONTHLY',
      '2026-01-31',
      '2026-01-31 2026-03-31 2026-05-31',
    ],
    ['a leap day', 'FREQ=MONTHLY;INTERVAL=12', '2028-02-29', '2028-02-29 2032-02-29 2036-02-29'],
    [
      'the first day counts only where the rule gives it',
      'FREQ=WEEKLY;BYDAY=MO',
      '2026-03-04',
      '2026-03-09 2026-03-16 2026-03-23',
    ],
    ['workdays of the week', 'FREQ=DAILY;BYDAY=SA,SU', '2026-03-02', '2026-03-07 2026-03-08 2026-03-14'],
  ])('%s', (_, rule, first, expected) => expect(days(rule, first, first, 3)).toBe(expected));

  it('from a later day is the rest of the same row, and COUNT counts from the first', () => {
    const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=12';
    const all = days(rule, '2026-03-02', '2026-03-02', 50).split(' ');
    expect(all).toHaveLength(12);
    for (let day = '2026-03-02'; day < '2026-06-30'; day = addDays(day, 1))
      expect(days(rule, '2026-03-02', day, 50)).toBe(all.filter((other) => other >= day).join(' '));
  });

  it('ends after ten years at the latest', () => {
    expect(days('FREQ=DAILY', '2026-03-02', '2036-12-31')).toBe('');
    expect(days('FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20260301', '2026-02-01')).toBe('');
  });
});

describe('parseRule', () => {
  it.each([
    ['', ''],
    ['FREQ=HOURLY', 'FREQ=HOURLY'],
    ['FREQ=YEARLY', 'FREQ=YEARLY'],
    ['INTERVAL=2', 'FREQ='],
    ['FREQ=DAILY;FREQ=DAILY', 'FREQ=DAILY'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL=0'],
    ['FREQ=DAILY;INTERVAL=53', 'INTERVAL=53'],
    ['FREQ=DAILY;COUNT=0', 'COUNT=0'],
    ['FREQ=DAILY;COUNT=501', 'COUNT=501'],
    ['FREQ=DAILY;COUNT=5;UNTIL=20260301', 'COUNT;UNTIL'],
    ['FREQ=DAILY;UNTIL=20260230', 'UNTIL=20260230'],
    ['FREQ=DAILY;UNTIL=soon', 'UNTIL=SOON'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY=XX'],
    ['FREQ=WEEKLY;BYDAY=2MO', 'BYDAY=2MO'],
    ['FREQ=MONTHLY;BYDAY=6MO', 'BYDAY=6MO'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY=32'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY=0'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY=1'],
    ['FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=MO', 'BYMONTHDAY=1'],
    ['FREQ=DAILY;BYHOUR=9', 'BYHOUR=9'],
    ['FREQ=DAILY;', ''],
  ])('refuses "%s" and names %s', (rule, part) => {
    let fault: DomainError | undefined;
    try {
      parseRule(rule);
    } catch (error) {
      fault = error as DomainError;
    }
    expect([fault?.code, fault?.data]).toEqual(['series.ruleInvalid', { part }]);
  });
});
