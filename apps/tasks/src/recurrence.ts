import { DomainError } from '#contracts';
import { addDays } from '#regions';

/** A rule of recurrence over calendar days in Asia/Shanghai, where no clock is ever put forward or back. */
export interface Recurrence {
  frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY';
  interval: number;
  /** 0 is Sunday; with an ordinal the n-th such day of the month, from its end where negative. */
  weekdays: { weekday: number; ordinal: number }[];
  /** 1 to 31, or -1 for the last. */
  monthDays: number[];
  count?: number;
  /** Included. */
  until?: string;
}

const weekdayNames = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const mostYears = 10;
const mostCount = 500;

/**
 * Reads a rule of RFC 5545 as far as neighbours need it: FREQ=DAILY, WEEKLY or MONTHLY; INTERVAL up to 52; BYDAY
 * (in months with an ordinal, `2TU`, `-1FR`); BYMONTHDAY (1 to 31, -1); COUNT up to 500 or UNTIL as a day. Weeks
 * begin on Monday. Days a month does not have are left out, as the RFC says.
 * @throws DomainError `series.ruleInvalid` naming the part
 */
export function parseRule(text: string): Recurrence {
  const parts = new Map<string, string>();
  for (const part of text.toUpperCase().split(';')) {
    const [name = '', value = '', ...rest] = part.split('=');
    if (!value || rest.length > 0 || parts.has(name) || !known.has(name)) throw invalid(part);
    parts.set(name, value);
  }
  const frequency = parts.get('FREQ');
  if (frequency !== 'DAILY' && frequency !== 'WEEKLY' && frequency !== 'MONTHLY')
    throw invalid(`FREQ=${frequency ?? ''}`);
  const rule: Recurrence = {
    frequency,
    interval: numberIn(parts, 'INTERVAL', 52) ?? 1,
    weekdays: list(parts, 'BYDAY').map((day) => readWeekday(day, frequency)),
    monthDays: list(parts, 'BYMONTHDAY').map(readMonthDay),
    count: numberIn(parts, 'COUNT', mostCount),
    until: readUntil(parts.get('UNTIL')),
  };
  if (rule.count !== undefined && rule.until !== undefined) throw invalid('COUNT;UNTIL');
  if (rule.monthDays.length > 0 && (frequency !== 'MONTHLY' || rule.weekdays.length > 0))
    throw invalid(`BYMONTHDAY=${parts.get('BYMONTHDAY')}`);
  return rule;
}

/**
 * The days from `from` on that a rule gives, in order, `limit` at most. The first day counts where the rule itself
 * gives it. Nothing recurs for more than ten years.
 */
export function occurrences(rule: Recurrence, firstDay: string, from: string, limit: number): string[] {
  const found: string[] = [];
  const end = [rule.until, addDays(firstDay, mostYears * 366)].sort()[0] ?? firstDay;
  let counted = 0;
  for (let day = firstDay; day <= end && found.length < limit; day = addDays(day, 1)) {
    if (!occursOn(rule, firstDay, day)) continue;
    if (rule.count !== undefined && counted++ >= rule.count) break;
    if (day >= from) found.push(day);
  }
  return found;
}

function occursOn(rule: Recurrence, firstDay: string, day: string): boolean {
  const { interval, weekdays } = rule;
  switch (rule.frequency) {
    case 'DAILY':
      return daysBetween(firstDay, day) % interval === 0 && isAmong(weekdays, day);
    case 'WEEKLY': {
      const weeks = daysBetween(mondayOf(firstDay), mondayOf(day)) / 7;
      const among = weekdays.length > 0 ? weekdays : [{ weekday: weekdayOf(firstDay), ordinal: 0 }];
      return weeks % interval === 0 && isAmong(among, day);
    }
    case 'MONTHLY':
      return monthsBetween(firstDay, day) % interval === 0 && isInMonth(rule, firstDay, day);
  }
}

function isInMonth({ weekdays, monthDays }: Recurrence, firstDay: string, day: string): boolean {
  if (weekdays.length > 0) return isAmong(weekdays, day);
  const wanted = monthDays.length > 0 ? monthDays : [dayOfMonth(firstDay)];
  return wanted.some((monthDay) => monthDay === dayOfMonth(day) || (monthDay === -1 && isLastOfMonth(day)));
}

function isAmong(weekdays: Recurrence['weekdays'], day: string): boolean {
  if (weekdays.length === 0) return true;
  const fromStart = Math.ceil(dayOfMonth(day) / 7);
  const fromEnd = -Math.ceil((lengthOfMonth(day) - dayOfMonth(day) + 1) / 7);
  return weekdays.some(
    ({ weekday, ordinal }) =>
      weekday === weekdayOf(day) && (ordinal === 0 || ordinal === fromStart || ordinal === fromEnd),
  );
}

const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL']);

function invalid(part: string): DomainError {
  return new DomainError('series.ruleInvalid', { part: part.slice(0, 40) });
}

function list(parts: Map<string, string>, name: string): string[] {
  return parts.get(name)?.split(',') ?? [];
}

function numberIn(parts: Map<string, string>, name: string, most: number): number | undefined {
  const text = parts.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d{1,4}$/.test(text) || value < 1 || value > most) throw invalid(`${name}=${text}`);
  return value;
}

function readWeekday(text: string, frequency: Recurrence['frequency']): Recurrence['weekdays'][number] {
  const [, ordinal = '', name = ''] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = weekdayNames.indexOf(name);
  if (weekday < 0 || (ordinal && frequency !== 'MONTHLY')) throw invalid(`BYDAY=${text}`);
  return { weekday, ordinal: Number(ordinal) };
}

function readMonthDay(text: string): number {
  const value = Number(text);
  if (!/^(-1|\d{1,2})$/.test(text) || value === 0 || value > 31) throw invalid(`BYMONTHDAY=${text}`);
  return value;
}

/** `20260302` or `20260302T160000Z`; the latter by its day in Asia/Shanghai. */
function readUntil(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const [, year, month, date, time] = /^(\d{4})(\d\d)(\d\d)(T\d{6}Z)?$/.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  if (!year || Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day)
    throw invalid(`UNTIL=${text}`);
  return time && Number(time.slice(1, 3)) >= 16 ? addDays(day, 1) : day;
}

const dayMs = 86_400_000;
const daysBetween = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / dayMs);
const weekdayOf = (day: string) => new Date(day).getUTCDay();
const mondayOf = (day: string) => addDays(day, -((weekdayOf(day) + 6) % 7));
const dayOfMonth = (day: string) => Number(day.slice(8));
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const monthsBetween = (a: string, b: string) => monthOf(b) - monthOf(a);
const isLastOfMonth = (day: string) => dayOfMonth(addDays(day, 1)) === 1;
const lengthOfMonth = (day: string) =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
