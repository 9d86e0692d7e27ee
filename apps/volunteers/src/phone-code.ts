export const codeMinutes = 5;
export const attemptsPerCode = 5;
const secondsBetweenCodes = 60;
const codesPerHour = 5;
const hourMs = 3_600_000;

/** Codes sent to one phone that were not yet used to sign in. */
export interface Sent {
  sentAt: Date | null;
  hourStartedAt: Date;
  sentInHour: number;
}

/**
 * Whether another code may be sent to a phone: one a minute, five an hour. Guessing is bounded by it too:
 * 25 tries an hour out of a million. Answers the new count, or the minutes to wait.
 */
export function countCode(
  { sentAt, hourStartedAt, sentInHour }: Sent,
  now: Date,
): Sent | { waitMinutes: number } {
  const sinceLastMs = sentAt ? now.getTime() - sentAt.getTime() : Infinity;
  if (sinceLastMs < secondsBetweenCodes * 1000) return { waitMinutes: 1 };
  const intoHourMs = now.getTime() - hourStartedAt.getTime();
  if (intoHourMs >= hourMs) return { sentAt: now, hourStartedAt: now, sentInHour: 1 };
  if (sentInHour >= codesPerHour) return { waitMinutes: Math.ceil((hourMs - intoHourMs) / 60_000) };
  return { sentAt: now, hourStartedAt, sentInHour: sentInHour + 1 };
}

/** Counts that began before this instant no longer matter. */
export function staleBefore(now: Date): Date {
  return new Date(now.getTime() - hourMs);
}
