import { DomainError, type Verification } from '#contracts';

/** Whole minutes of a service, at least one: what is stored is never rounded again. */
export function minutesBetween(start: Date, end: Date): number {
  return Math.min(1440, Math.max(1, Math.round((end.getTime() - start.getTime()) / 60_000)));
}

/** Minutes proven by the resident's code need one other person; attested ones two, of different roles. */
export function confirmationsNeeded(verification: Verification): 1 | 2 {
  return verification === 'deviceVerified' ? 1 : 2;
}

/**
 * The minutes a confirmation leaves: an approver may lower what was counted, never raise it.
 * @throws DomainError `record.minutesInvalid`
 */
export function confirmedMinutes(countedMinutes: number, statedMinutes: number | undefined): number {
  if (statedMinutes === undefined) return countedMinutes;
  if (statedMinutes < 1 || statedMinutes > countedMinutes)
    throw new DomainError('record.minutesInvalid', { maxMinutes: countedMinutes });
  return statedMinutes;
}
