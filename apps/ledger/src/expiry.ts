import type { Account } from './transfer.js';

/**
 * Minutes of an account that are due to expire. Spending takes the oldest first, so what is left of what was
 * credited before the cutoff is that less all that was ever debited or is held: no lots have to be kept.
 * @param agedMinutes all that was ever credited before the cutoff
 */
export function expirableMinutes(
  agedMinutes: number,
  { debitedMinutes, pendingDebitMinutes }: Pick<Account, 'debitedMinutes' | 'pendingDebitMinutes'>,
): number {
  return Math.max(0, agedMinutes - (debitedMinutes + pendingDebitMinutes));
}

/** The day, `2026-03-02`, that lies some days before another. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
