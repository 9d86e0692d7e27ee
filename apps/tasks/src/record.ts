import { DomainError, type Verification } from '#contracts';

/** Whole minutes of a service, at least one: what is stored is never rounded again. */
export function minutesBetween(start: Date, end: Date): number {
  return Math.min(1440, Math.max(1, Math.round((end.getTime() - start.getTime()) / 60_000)));
}

/**
 * Minutes proven by the resident's code need one other person; attested ones two, of different roles. The
 * code of a resident who is the volunteer's own family proves nothing.
 */
export function confirmationsNeeded(verification: Verification, isTied = false): 1 | 2 {
  return verification === 'deviceVerified' && !isTied ? 1 : 2;
}

/** The most minutes a service can have: what was counted between its two moments, within the errand's window. */
export function mostMinutes(countedMinutes: number, window: { windowStart: Date; windowEnd: Date }): number {
  const length = window.windowEnd.getTime() - window.windowStart.getTime();
  return Math.min(countedMinutes, Math.ceil(length / 60_000));
}

/**
 * The minutes a confirmation leaves: an approver may lower what was counted, never raise it. What was counted
 * beyond the errand's window must be lowered.
 * @throws DomainError `record.minutesInvalid`
 */
export function confirmedMinutes(
  countedMinutes: number,
  statedMinutes: number | undefined,
  maxMinutes = countedMinutes,
): number {
  const minutes = statedMinutes ?? countedMinutes;
  if (minutes < 1 || minutes > maxMinutes) throw new DomainError('record.minutesInvalid', { maxMinutes });
  return minutes;
}
