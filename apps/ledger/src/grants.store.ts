import type { Tx } from '#platform';

/** A grant to begin with that is due to an account. */
export interface DueGrant {
  accountId: string;
  minutes: number;
  policyVersion: number;
}

/** A due grant with what became of it: the transfer, or why not. */
export interface DecidedGrant extends DueGrant {
  transferId: string | null;
  reason: string | null;
}

/** Which of these accounts a grant was decided for before. Needs the city's lock. */
export async function readDecided(
  tx: Tx,
  cityCode: number,
  accountIds: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(
    'select account_id as id from starter_grant where city_code = $1 and account_id = any($2::uuid[])',
    [cityCode, accountIds],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What is given is given; what was missed may be given later. Needs the city's lock. */
export async function writeGrants(
  tx: Tx,
  cityCode: number,
  grants: readonly DecidedGrant[],
  at: Date,
): Promise<void> {
  if (grants.length === 0) return;
  await tx.query(
    `insert into starter_grant (city_code, account_id, minutes, policy_version, transfer_id, reason, decided_at)
     select $1::int, g.*, $7::timestamptz from unnest($2::uuid[], $3::int[], $4::int[], $5::uuid[], $6::text[]) as g
     on conflict (city_code, account_id) do update
       set transfer_id = excluded.transfer_id, reason = excluded.reason, decided_at = excluded.decided_at
       where starter_grant.transfer_id is null`,
    [
      cityCode,
      grants.map(({ accountId }) => accountId),
      grants.map(({ minutes }) => minutes),
      grants.map(({ policyVersion }) => policyVersion),
      grants.map(({ transferId }) => transferId),
      grants.map(({ reason }) => reason),
      at,
    ],
  );
}

/** Cities where somebody still waits for a grant. */
export async function readWaitingCities(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ cityCode: number }>(
    `select distinct city_code as "cityCode" from starter_grant where transfer_id is null order by 1`,
  );
  return rows.map(({ cityCode }) => cityCode);
}

/** Who waits, the longest first. Needs the city's lock. */
export async function readWaiting(tx: Tx, cityCode: number, limit: number): Promise<DueGrant[]> {
  return tx.query<DueGrant>(
    `select account_id as "accountId", minutes, policy_version as "policyVersion" from starter_grant
     join account on account.city_code = starter_grant.city_code and account.id = account_id
     where starter_grant.city_code = $1 and transfer_id is null and account.closed_at is null
     order by decided_at, account_id limit $2`,
    [cityCode, limit],
  );
}

/** What the pool may still give. Needs the city's lock. */
export async function readPoolMinutes(tx: Tx, cityCode: number, poolId: string): Promise<number> {
  const [row] = await tx.query<{ minutes: number }>(
    `select credited_minutes - debited_minutes - pending_debit_minutes - coalesce(floor_minutes, 0) as minutes
     from account where city_code = $1 and id = $2`,
    [cityCode, poolId],
  );
  return row?.minutes ?? 0;
}
