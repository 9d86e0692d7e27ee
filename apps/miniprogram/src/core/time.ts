const shanghaiMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const pad = (value: number) => String(value).padStart(2, '0');

/** The wall clock in Shanghai: mini-programs know no time zones. */
function wall(at: string | number): Date {
  return new Date(new Date(at).getTime() + shanghaiMs);
}

const dayOf = (at: string | number) => Math.floor((new Date(at).getTime() + shanghaiMs) / dayMs);

/** `14:05` */
export function clockTime(at: string | number): string {
  const time = wall(at);
  return `${pad(time.getUTCHours())}:${pad(time.getUTCMinutes())}`;
}

/** `11-22` */
export function day(at: string | number): string {
  const time = wall(at);
  return `${pad(time.getUTCMonth() + 1)}-${pad(time.getUTCDate())}`;
}

/** `2026-11-22` */
export const fullDay = (at: string | number) => `${wall(at).getUTCFullYear()}-${day(at)}`;

/** `0` is today. */
export const daysAhead = (at: string | number, now: number) => dayOf(at) - dayOf(now);

/** The moment a wall clock in Shanghai shows `minuteOfDay` on the day `ahead` of now's. */
export function momentOf(ahead: number, minuteOfDay: number, now: number): Date {
  return new Date((dayOf(now) + ahead) * dayMs + minuteOfDay * 60_000 - shanghaiMs);
}
