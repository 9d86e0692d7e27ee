import type { StaffView } from '#contracts';
import type { Database, Requested, Tx } from '#platform';
import type { RegionRange } from '#regions';
import { cityOf } from './regions.store.js';

/** A request as it is kept. */
export interface ApprovalRow extends Requested {
  cityCode: number;
  id: string;
  kind: 'staffRole';
  regionCode: number;
  staff: StaffView;
  /** Of who is to have the role, until it is decided. */
  passwordHash: string | null;
  requestedAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
}

type Read = ApprovalRow & Record<string, unknown>;

const columns = `city_code as "cityCode", id, kind, region_code as "regionCode", staff,
  password_hash as "passwordHash", state, requested_by as "requestedBy", requested_at as "requestedAt",
  expires_at as "expiresAt", decided_by as "decidedBy", decided_at as "decidedAt"`;

/** Reads and locks it, so that of two who decide one is the first. */
export async function lockApproval(tx: Tx, id: string): Promise<ApprovalRow | undefined> {
  const [row] = await tx.query<Read>(`select ${columns} from approval where id = $1 for update`, [id]);
  return row;
}

/** Writes it unless it is there; answers whether it did. */
export async function insertApproval(tx: Tx, row: ApprovalRow): Promise<boolean> {
  const written = await tx.query(
    `insert into approval (city_code, id, kind, region_code, staff, password_hash, state, requested_by, requested_at,
       expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning 1`,
    [
      ...[row.cityCode, row.id, row.kind, row.regionCode, JSON.stringify(row.staff), row.passwordHash],
      ...[row.state, row.requestedBy, row.requestedAt, row.expiresAt],
    ],
  );
  return written.length > 0;
}

export function decideApproval(tx: Tx, row: ApprovalRow): Promise<unknown> {
  return tx.query(
    `update approval set state = $3, decided_by = $4, decided_at = $5, password_hash = null
     where city_code = $1 and id = $2`,
    [row.cityCode, row.id, row.state, row.decidedBy, row.decidedAt],
  );
}

/** A page of a range, the newest first. */
export function listApprovals(
  database: Database,
  { code, last }: Pick<RegionRange, 'code' | 'last'>,
  before: string | undefined,
  limit: number,
): Promise<ApprovalRow[]> {
  return database.query<Read>(
    `select ${columns} from approval where city_code between $1 and $2 and region_code between $3 and $4
       and ($5::uuid is null or id < $5) order by id desc limit $6`,
    [cityOf(code), cityOf(last), code, last, before ?? null, limit],
  );
}
