import { addDays } from './day';

/** What the figures of a trend are put together by. */
export type Grain = 'day' | 'week' | 'month';

/** One bar of a trend. */
export interface Step {
  /** First day of it, and the last one that was asked for. */
  from: string;
  to: string;
  value: number;
  /** All of its days were asked for. */
  isWhole: boolean;
}

/** The first day of the period that holds `day`; weeks begin on Monday. */
export function firstDayOf(day: string, grain: Grain): string {
  if (grain === 'day') return day;
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

function lastDayOf(first: string, grain: Grain): string {
  if (grain === 'day') return first;
  if (grain === 'week') return addDays(first, 6);
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Days, the oldest first and without a gap, put together; the first and the last period may lack some. */
export function stepsOf<D extends { day: string }>(
  days: readonly D[],
  grain: Grain,
  of: (day: D) => number,
): Step[] {
  const steps: Step[] = [];
  for (const one of days) {
    const begin = firstDayOf(one.day, grain);
    let step = steps.at(-1);
    if (!step || firstDayOf(step.from, grain) !== begin) {
      step = { from: one.day, to: one.day, value: 0, isWhole: false };
      steps.push(step);
    }
    step.to = one.day;
    step.value += of(one);
    step.isWhole = step.from === begin && step.to === lastDayOf(begin, grain);
  }
  return steps;
}
