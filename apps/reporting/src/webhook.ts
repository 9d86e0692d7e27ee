import { createHmac } from 'node:crypto';

/** Minutes after a failed try until the next: quickly at first, and a day in all, so that a weekend is not lost. */
const pausesMinutes = [1, 5, 30, 120, 720, 1_440];
export const mostTries = pausesMinutes.length + 1;

/** When it is tried again after so many failed tries; undefined when it is given up. */
export function nextTryAt(tries: number, now: Date): Date | undefined {
  const minutes = pausesMinutes[tries - 1];
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000);
}

/** What deliveries of a subscription are signed with: of one key, so that no secret need be kept. */
export function secretOf(key: string, subscriptionId: string): string {
  return createHmac('sha256', key).update(`webhook\n${subscriptionId}`).digest('base64url');
}

/**
 * The header `Shunlu-Signature`: when it was sent, in seconds since 1970, and HMAC-SHA-256 of `<seconds>.<body>`. The
 * time is signed too, so that who overheard a delivery cannot send it again later.
 */
export function signatureOf(secret: string, body: string, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
