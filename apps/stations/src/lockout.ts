/** Attempts to sign in under one user name since the last success. */
export interface Attempts {
  attempts: number;
  lastAt: Date;
  lockedUntil: Date | null;
}

/** Attempts before the first lock. */
export const freeAttempts = 10;
const longestLockMinutes = 60;
const forgetAfterMs = 86_400_000;
const minuteMs = 60_000;

/** How long the next attempt must wait once this many have failed: 1, 2, 4 … 60 minutes. */
export function lockMinutes(attempts: number): number {
  return attempts < freeAttempts ? 0 : Math.min(longestLockMinutes, 2 ** (attempts - freeAttempts));
}

/**
 * Counts an attempt before the password is looked at, so that many at the same moment cannot slip past.
 * Answers the new state, or the minutes to wait.
 */
export function countAttempt(known: Attempts | undefined, now: Date): Attempts | { waitMinutes: number } {
  const remaining = (known?.lockedUntil?.getTime() ?? 0) - now.getTime();
  if (remaining > 0) return { waitMinutes: Math.ceil(remaining / minuteMs) };
  const isForgotten = !known || now.getTime() - known.lastAt.getTime() >= forgetAfterMs;
  const attempts = isForgotten ? 1 : known.attempts + 1;
  const minutes = lockMinutes(attempts);
  return {
    attempts,
    lastAt: now,
    lockedUntil: minutes > 0 ? new Date(now.getTime() + minutes * minuteMs) : null,
  };
}

/** Attempts before this instant no longer count. */
export function forgottenBefore(now: Date): Date {
  return new Date(now.getTime() - forgetAfterMs);
}
