import type { Tx } from '#platform';
import { parentOf } from '#regions';
import type { StaffEntity } from './staff.entity.js';

type Account = Pick<StaffEntity, 'cityCode' | 'id'>;

/** Holds an account as it was read until the transaction ends; answers false where it changed since. */
export async function holdAccount(
  tx: Tx,
  { cityCode, id, passwordHash }: Account & Pick<StaffEntity, 'passwordHash'>,
): Promise<boolean> {
  const held = await tx.query(
    `select from staff where city_code = $1 and id = $2 and password_hash = $3 and disabled_at is null for share`,
    [cityCode, id, passwordHash],
  );
  return held.length > 0;
}

/**
 * Puts another password in the place of the one that was read, a one-time one where `oneTimeUntil` is given.
 * Answers false where the account changed since.
 */
export async function putPassword(
  tx: Tx,
  { cityCode, id, passwordHash }: Account & Pick<StaffEntity, 'passwordHash'>,
  nextHash: string,
  oneTimeUntil: Date | null,
): Promise<boolean> {
  const put = await tx.query<{ id: string }>(
    `with put as (
       update staff set password_hash = $4, one_time_until = $5
       where city_code = $1 and id = $2 and password_hash = $3 and disabled_at is null returning id
     ) select id from put`,
    [cityCode, id, passwordHash, nextHash, oneTimeUntil],
  );
  return put.length > 0;
}

/**
 * Administrators who answer for the whole of a division, locked in one order: of two who take each other off
 * the second waits and finds the first gone.
 */
export async function lockAdministrators(tx: Tx, regionCode: number): Promise<string[]> {
  const above: number[] = [];
  for (let code: number | undefined = regionCode; code !== undefined; code = parentOf(code)) above.push(code);
  const rows = await tx.query<{ id: string }>(
    `select id from staff where role = 'administrator' and disabled_at is null and region_code = any($1::bigint[])
     order by id for update`,
    [above],
  );
  return rows.map(({ id }) => id);
}

/** Takes an account off; answers false where it was already. */
export async function disableAccount(
  tx: Tx,
  { cityCode, id }: Account,
  at: Date,
  byId: string,
): Promise<boolean> {
  const done = await tx.query<{ id: string }>(
    `with done as (
       update staff set disabled_at = $3, disabled_by = $4
       where city_code = $1 and id = $2 and disabled_at is null returning id
     ) select id from done`,
    [cityCode, id, at, byId],
  );
  return done.length > 0;
}

/** Closes what somebody has open, but for the session they act in. */
export function closeOtherSessions(tx: Tx, actorId: string, sessionId: string | undefined, at: Date): void {
  tx.write(
    `update session set revoked_at = $3
     where actor_id = $1 and ($2::uuid is null or id <> $2) and revoked_at is null`,
    [actorId, sessionId ?? null, at],
  );
}
