import { DomainError } from '#contracts';

const dayMs = 86_400_000;
const maxDays = 366;

/** The days a report covers; without `from` everything up to `to`. */
export interface Days {
  from?: string;
  to: string;
}

/**
 * Reads first and last day (`2026-03-02`, Asia/Shanghai), both included.
 * @throws DomainError `report.spanInvalid` when it ends before it starts, ends in the future or is too long
 */
export function readSpan(from: string | undefined, to: string | undefined, today: string): Days {
  const last = to ?? today;
  const days = from === undefined ? 1 : (Date.parse(last) - Date.parse(from)) / dayMs + 1;
  if (last > today || days < 1 || days > maxDays) throw new DomainError('report.spanInvalid');
  return { from, to: last };
}
