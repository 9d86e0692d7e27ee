import type { Wording } from '../language';
import type { Terms } from '../terms';

/** Days of the week as RFC 5545 names them, from Monday. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayNames: Terms<Weekday> = {
  MO: ['周一', 'Mon'],
  TU: ['周二', 'Tue'],
  WE: ['周三', 'Wed'],
  TH: ['周四', 'Thu'],
  FR: ['周五', 'Fri'],
  SA: ['周六', 'Sat'],
  SU: ['周日', 'Sun'],
};

/** Of a day such as `2026-03-02`. */
export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? 'MO';
}

/** Every week on those days, until a day which is included. */
export function weeklyRule(days: readonly Weekday[], until: string): string {
  const ordered = weekdays.filter((day) => days.includes(day));
  return `FREQ=WEEKLY;BYDAY=${ordered.join(',')};UNTIL=${until.replaceAll('-', '')}`;
}

const frequencies: Record<string, readonly [one: Wording, many: (interval: string) => Wording]> = {
  DAILY: [['每天', 'every day'], (interval) => [`每 ${interval} 天`, `every ${interval} days`]],
  WEEKLY: [['每周', 'every week'], (interval) => [`每 ${interval} 周`, `every ${interval} weeks`]],
  MONTHLY: [['每月', 'every month'], (interval) => [`每 ${interval} 个月`, `every ${interval} months`]],
};

/** A rule in words; what this console would not write itself is shown as it stands. */
export function ruleInWords(rule: string): Wording {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const { FREQ = '', INTERVAL = '1', BYDAY, BYMONTHDAY, COUNT, UNTIL } = Object.fromEntries(parts);
  const frequency = frequencies[FREQ];
  const days = BYDAY?.split(',').map((day) => (weekdayNames as Partial<Record<string, Wording>>)[day]);
  if (!frequency || BYMONTHDAY || days?.includes(undefined)) return [rule, rule];
  const said = INTERVAL === '1' ? frequency[0] : frequency[1](INTERVAL);
  const until = UNTIL?.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3');
  const names = (index: 0 | 1) => days?.map((wording) => wording?.[index]).join(index === 0 ? '、' : ', ');
  return [
    [said[0] + (days ? names(0) : ''), COUNT && `共 ${COUNT} 次`, until && `至 ${until}`]
      .filter(Boolean)
      .join('，'),
    [said[1] + (days ? ` on ${names(1)}` : ''), COUNT && `${COUNT} times`, until && `until ${until}`]
      .filter(Boolean)
      .join(', '),
  ];
}
