/** A weekly stretch of duty. Minutes are those of the day in Asia/Shanghai; it may run past midnight. */
export interface WeeklyShift {
  /** 1 is Monday. */
  weekday: number;
  startMinute: number;
  minutes: number;
}

/** Minutes of the day between which nobody is alerted; equal ones are never. */
export interface QuietHours {
  startMinute: number;
  endMinute: number;
}

/** When a volunteer may be asked. Instants are milliseconds since 1970. */
export interface DutyTimes {
  /** What the switch says, which counts until `untilMs` whatever the shifts are. */
  override: { on: boolean; untilMs: number } | undefined;
  shifts: readonly WeeklyShift[];
  quiet: QuietHours;
}

/** 21:00 to 7:00, unless a volunteer wants other hours. */
export const usualQuietHours: QuietHours = { startMinute: 21 * 60, endMinute: 7 * 60 };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;
const shanghaiOffsetMs = 8 * 3_600_000;
/** 1970-01-01 was a Thursday. */
const mondayOffsetMs = 3 * dayMs;

/** Until when the volunteer is on duty, if it is so now. Shifts that meet count as one. */
export function onDutyUntil({ override, shifts }: DutyTimes, nowMs: number): number | undefined {
  if (override && override.untilMs > nowMs) {
    if (!override.on) return undefined;
    return Math.max(override.untilMs, shiftEnd(shifts, override.untilMs) ?? 0);
  }
  return shiftEnd(shifts, nowMs);
}

/** The end of the shift that runs now, and of those that follow it without a break. */
export function shiftEnd(shifts: readonly WeeklyShift[], nowMs: number): number | undefined {
  let end: number | undefined;
  for (let round = 0; round <= shifts.length; round++) {
    const at = end ?? nowMs;
    const ends = shifts.flatMap((shift) => {
      const since = (((at - startInWeek(shift)) % weekMs) + weekMs) % weekMs;
      return since < shift.minutes * minuteMs ? [at - since + shift.minutes * minuteMs] : [];
    });
    if (ends.length === 0) return end;
    end = Math.max(...ends);
  }
  return end;
}

/** Some Monday's start of the shift, in milliseconds since 1970. */
function startInWeek({ weekday, startMinute }: WeeklyShift): number {
  return (weekday - 1) * dayMs + startMinute * minuteMs - shanghaiOffsetMs - mondayOffsetMs;
}

export function isQuiet({ startMinute, endMinute }: QuietHours, nowMs: number): boolean {
  const minute = minuteOfDay(nowMs);
  return startMinute <= endMinute
    ? startMinute <= minute && minute < endMinute
    : minute >= startMinute || minute < endMinute;
}

/** The instant at which quiet hours that run at `atMs` are over; `atMs` itself outside them. */
export function endOfQuiet(quiet: QuietHours, atMs: number): number {
  if (!isQuiet(quiet, atMs)) return atMs;
  const minutes = (quiet.endMinute - minuteOfDay(atMs) + 1440) % 1440;
  return Math.floor(atMs / minuteMs) * minuteMs + minutes * minuteMs;
}

function minuteOfDay(atMs: number): number {
  return Math.floor((atMs + shanghaiOffsetMs) / minuteMs) % 1440;
}
