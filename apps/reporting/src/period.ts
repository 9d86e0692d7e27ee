import type { PeriodKind } from '#contracts';

/** What is published: a day, or a period of days. */
export type PublishedKind = 'day' | PeriodKind;
export const publishedKinds: readonly PublishedKind[] = ['day', 'week', 'month', 'year'];

/** First and last day. */
export interface Period {
  from: string;
  to: string;
}

const dayMs = 86_400_000;

/** The period of a kind that a day (`2026-03-02`) lies in; weeks run from Monday to Sunday. */
export function periodOf(kind: PublishedKind, day: string): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  if (kind === 'day') return { from: day, to: day };
  if (kind === 'year') return { from: `${day.slice(0, 4)}-01-01`, to: `${day.slice(0, 4)}-12-31` };
  if (kind === 'month') return { from: `${day.slice(0, 7)}-01`, to: dayOf(Date.UTC(year, month, 0)) };
  const daysSinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  const from = Date.parse(day) - daysSinceMonday * dayMs;
  return { from: dayOf(from), to: dayOf(from + 6 * dayMs) };
}

/** The last period of a kind that is over when `today` begins. */
export function lastOver(kind: PublishedKind, today: string): Period {
  const { from } = periodOf(kind, today);
  return periodOf(kind, dayOf(Date.parse(from) - dayMs));
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
