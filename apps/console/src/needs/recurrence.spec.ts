import { describe, expect, it } from '@jest/globals';
import { ruleInWords, weekdayOf, weeklyRule } from './recurrence';

describe('a need that comes every week', () => {
  it('is written as the API reads it, its days in order', () => {
    expect(weeklyRule(['FR', 'MO'], '2026-06-30')).toBe('FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20260630');
    expect(['2026-03-02', '2026-03-07', '2026-03-08'].map(weekdayOf)).toEqual(['MO', 'SA', 'SU']);
  });

  it.each([
    [
      'FREQ=WEEKLY;BYDAY=MO,FR;UNTIL=20260630',
      '每周周一、周五，至 2026-06-30',
      'every week on Mon, Fri, until 2026-06-30',
    ],
    ['FREQ=WEEKLY', '每周', 'every week'],
    ['FREQ=DAILY;INTERVAL=2;COUNT=5', '每 2 天，共 5 次', 'every 2 days, 5 times'],
    // Another client may have written it.
    ['FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ])('%s reads %s', (rule, chinese, english) => {
    expect(ruleInWords(rule)).toEqual([chinese, english]);
  });
});
