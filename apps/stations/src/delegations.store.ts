import type { StaffRole } from '#contracts';
import type { Database, Tx } from '#platform';

/** A delegation as it is kept. */
export interface DelegationRow {
  cityCode: number;
  id: string;
  fromStaffId: string;
  toStaffId: string;
  fromUserName: string;
  toUserName: string;
  role: StaffRole;
  organisationId: string | null;
  regionCode: number;
  startsAt: Date;
  endsAt: Date;
  madeAt: Date;
  endedAt: Date | null;
}

type Read = DelegationRow & Record<string, unknown>;

const columns = `city_code as "cityCode", id, from_staff_id as "fromStaffId", to_staff_id as "toStaffId",
  from_user_name as "fromUserName", to_user_name as "toUserName", role, organisation_id as "organisationId",
  region_code as "regionCode", starts_at as "startsAt", ends_at as "endsAt", made_at as "madeAt", ended_at as "endedAt"`;

export async function lockDelegation(tx: Tx, id: string): Promise<DelegationRow | undefined> {
  const [row] = await tx.query<Read>(`select ${columns} from delegation where id = $1 for update`, [id]);
  return row;
}

/** Writes it unless it is there; answers whether it did. */
export async function insertDelegation(tx: Tx, row: DelegationRow): Promise<boolean> {
  const written = await tx.query(
    `insert into delegation (city_code, id, from_staff_id, to_staff_id, from_user_name, to_user_name, role,
       organisation_id, region_code, starts_at, ends_at, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing returning 1`,
    [
      ...[row.cityCode, row.id, row.fromStaffId, row.toStaffId, row.fromUserName, row.toUserName, row.role],
      ...[row.organisationId, row.regionCode, row.startsAt, row.endsAt, row.madeAt],
    ],
  );
  return written.length > 0;
}

/** Ends it, and closes the sessions it opened. */
export async function endDelegation(
  tx: Tx,
  { cityCode, id, toStaffId }: DelegationRow,
  at: Date,
): Promise<void> {
  await tx.query('update delegation set ended_at = $3 where city_code = $1 and id = $2', [cityCode, id, at]);
  await tx.query(
    `update session set revoked_at = $3
     where actor_id = $1 and actor->'delegation'->>'id' = $2 and revoked_at is null`,
    [toStaffId, id, at],
  );
}

/** Given or got by somebody, and not over. */
export function lockOpenDelegations(tx: Tx, staffId: string, now: Date): Promise<DelegationRow[]> {
  return tx.query<Read>(
    `select ${columns} from delegation
     where (from_staff_id = $1 or to_staff_id = $1) and ended_at is null and ends_at > $2 order by id for update`,
    [staffId, now],
  );
}

/** Given or got by somebody, the newest first. */
export function listDelegations(database: Database, staffId: string): Promise<DelegationRow[]> {
  return database.query<Read>(
    `select ${columns} from delegation where from_staff_id = $1 or to_staff_id = $1 order by id desc limit 100`,
    [staffId],
  );
}
