import type { Database, Tx } from '#platform';
import { attemptsPerCode, codeMinutes, countCode, type Sent, staleBefore } from './phone-code.js';

interface SentRow {
  sent_at: Date | null;
  hour_started_at: Date;
  sent_in_hour: number;
}

/** Puts a new code in the place of the last, unless too many were sent; answers the minutes to wait. */
export async function reserveCode(
  tx: Tx,
  phoneDigest: Buffer,
  codeDigest: Buffer,
  now: Date,
): Promise<Sent | { waitMinutes: number }> {
  // The update of nothing locks the row, so that requests at the same moment count one after another.
  const [row] = await tx.query<SentRow>(
    `insert into phone_code (phone_digest, attempts_left, hour_started_at, sent_in_hour) values ($1, 0, $2, 0)
     on conflict (phone_digest) do update set attempts_left = phone_code.attempts_left
     returning sent_at, hour_started_at, sent_in_hour`,
    [phoneDigest, now],
  );
  if (!row) throw new Error('an upsert answered no row');
  const counted = countCode(
    { sentAt: row.sent_at, hourStartedAt: row.hour_started_at, sentInHour: row.sent_in_hour },
    now,
  );
  if ('waitMinutes' in counted) return counted;
  const expiresAt = new Date(now.getTime() + codeMinutes * 60_000);
  await tx.query(
    `update phone_code set code_digest = $2, expires_at = $3, attempts_left = $4, sent_at = $5,
       hour_started_at = $6, sent_in_hour = $7 where phone_digest = $1`,
    [phoneDigest, codeDigest, expiresAt, attemptsPerCode, now, counted.hourStartedAt, counted.sentInHour],
  );
  await tx.query('delete from phone_code where hour_started_at < $1 and expires_at < $2', [
    staleBefore(now),
    now,
  ]);
  return counted;
}

/** A code that never left may be followed by another at once; it still counts for the hour. */
export async function unsentCode(database: Database, phoneDigest: Buffer): Promise<void> {
  await database.query('update phone_code set sent_at = null, code_digest = null where phone_digest = $1', [
    phoneDigest,
  ]);
}

/** Takes one attempt and answers the code that is valid now; below 0 all attempts are used up. */
export async function tryCode(
  tx: Tx,
  phoneDigest: Buffer,
  now: Date,
): Promise<{ codeDigest: Buffer; attemptsLeft: number } | undefined> {
  const [row] = await tx.query<{ code_digest: Buffer; attempts_left: number }>(
    `update phone_code set attempts_left = greatest(attempts_left - 1, -1)
      where phone_digest = $1 and expires_at > $2 and code_digest is not null
     returning code_digest, attempts_left`,
    [phoneDigest, now],
  );
  return row && { codeDigest: row.code_digest, attemptsLeft: row.attempts_left };
}

/** A used code is gone, and with it the count: who signs in is no nuisance to the phone. */
export async function dropCode(tx: Tx, phoneDigest: Buffer): Promise<void> {
  await tx.query('delete from phone_code where phone_digest = $1', [phoneDigest]);
}
