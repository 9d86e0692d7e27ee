/** Days as `2026-03-02`, told by their calendar alone: no clock, no zone. */
export type Period = 'day' | 'week' | 'month' | 'year';

const dayMs = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** A day of the period before (-1) or after (+1) the one that holds `day`. */
export function neighbour(day: string, period: Period, step: -1 | 1): string {
  if (period === 'day') return addDays(day, step);
  if (period === 'week') return addDays(day, 7 * step);
  const [year = 0, month = 1] = day.split('-').map(Number);
  const next = period === 'year' ? Date.UTC(year + step, 0, 1) : Date.UTC(year, month - 1 + step, 1);
  return new Date(next).toISOString().slice(0, 10);
}
