import type { Schemas } from '../api';
import { addDays } from '../published/day';
import { fromField, toField } from '../time';

type Shift = Schemas['StaffShiftView'];

/** The Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The seven days from one on. */
export function daysFrom(first: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(first, index));
}

/** From one time of a day to another; a time that is not later lies on the next day. */
export function spanOn(day: string, start: string, end: string): { startsAt: string; endsAt: string } {
  const lastDay = end > start ? day : addDays(day, 1);
  return { startsAt: fromField(`${day}T${start}`), endsAt: fromField(`${lastDay}T${end}`) };
}

/** The day of the week a shift stands under: that of its start, or the first where it began before. */
export function dayOf({ startsAt }: Shift, first: string): string {
  const day = toField(Date.parse(startsAt)).slice(0, 10);
  return day < first ? first : day;
}

/** `09:00–17:00` of minutes after midnight; what runs past it ends on the next day. */
export function hoursOf({ startMinute, minutes }: Schemas['Shift']): string {
  const said = (minute: number) =>
    [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${said(startMinute)}–${said(startMinute + minutes)}`;
}

/** Minutes of shifts, those before and after the week left out. */
export function minutesIn(shifts: readonly Shift[], first: string): number {
  const [from, to] = [first, addDays(first, 7)].map((day) => Date.parse(fromField(`${day}T00:00`))) as [
    number,
    number,
  ];
  return shifts.reduce(
    (sum, { startsAt, endsAt }) =>
      sum + Math.max(0, Math.min(to, Date.parse(endsAt)) - Math.max(from, Date.parse(startsAt))) / 60_000,
    0,
  );
}
