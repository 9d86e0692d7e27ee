import type { ApprovalState, MergeReason } from '#contracts';
import type { Database, Requested, Tx } from '#platform';
import type { RegionRange } from '#regions';
import type { PresentVolunteer } from './volunteer.entity.js';

/** A proposal as it is kept. */
export interface MergeRow extends Pick<Requested, 'state' | 'expiresAt'> {
  cityCode: number;
  id: string;
  keptId: string;
  mergedId: string;
  keptCode: number;
  mergedCode: number;
  keptNumber: string;
  mergedNumber: string;
  reason: MergeReason;
  proposedBy: string;
  proposedRole: string;
  proposedAt: Date;
  decidedBy: string | null;
  decidedRole: string | null;
  decidedAt: Date | null;
}

type Read = MergeRow & Record<string, unknown>;

const columns = `city_code as "cityCode", id, kept_id as "keptId", merged_id as "mergedId", kept_code as "keptCode",
  merged_code as "mergedCode", kept_number as "keptNumber", merged_number as "mergedNumber", reason, state,
  proposed_by as "proposedBy", proposed_role as "proposedRole", proposed_at as "proposedAt",
  expires_at as "expiresAt", decided_by as "decidedBy", decided_role as "decidedRole", decided_at as "decidedAt"`;

export async function findMerge(
  source: Pick<Tx, 'query'>,
  id: string,
  locked = false,
): Promise<MergeRow | undefined> {
  const lock = locked ? ' for update' : '';
  const [row] = await source.query<Read>(`select ${columns} from volunteer_merge where id = $1${lock}`, [id]);
  return row;
}

/** Whether a proposal about one of these waits for its decision. */
export async function waitsForMerge(tx: Tx, ids: readonly string[], now: Date): Promise<boolean> {
  const found = await tx.query(
    `select from volunteer_merge where state = 'requested' and expires_at > $2
       and (kept_id = any($1::uuid[]) or merged_id = any($1::uuid[])) limit 1`,
    [ids, now],
  );
  return found.length > 0;
}

export function insertMerge(tx: Tx, row: MergeRow): Promise<unknown> {
  return tx.query(
    `insert into volunteer_merge (city_code, id, kept_id, merged_id, kept_code, merged_code, kept_number,
       merged_number, reason, state, proposed_by, proposed_role, proposed_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[row.cityCode, row.id, row.keptId, row.mergedId, row.keptCode, row.mergedCode],
      ...[row.keptNumber, row.mergedNumber, row.reason, row.state],
      ...[row.proposedBy, row.proposedRole, row.proposedAt, row.expiresAt],
    ],
  );
}

export function decideMerge(tx: Tx, row: MergeRow): Promise<unknown> {
  return tx.query(
    `update volunteer_merge set state = $3, decided_by = $4, decided_role = $5, decided_at = $6
     where city_code = $1 and id = $2`,
    [row.cityCode, row.id, row.state, row.decidedBy, row.decidedRole, row.decidedAt],
  );
}

/** A page of those both of whose registrations lie in a range, the newest first. */
export function listMerges(
  database: Database,
  { code, last }: Pick<RegionRange, 'code' | 'last'>,
  { state, before, now, limit }: { state?: ApprovalState; before?: string; now: Date; limit: number },
): Promise<MergeRow[]> {
  return database.query<Read>(
    `select ${columns} from volunteer_merge
     where city_code between $1::bigint / 100000000 and $2::bigint / 100000000
       and merged_code between $1::bigint and $2::bigint and kept_code between $1::bigint and $2::bigint and ($3::uuid is null or id < $3)
       and ($4::text is null or $4 = case when state = 'requested' and expires_at <= $5 then 'expired' else state end)
     order by id desc limit $6`,
    [code, last, before ?? null, state ?? null, now, limit],
  );
}

/** What goes over as it is; its city is that of whoever it belongs to. */
const belongings = ['credited_record', 'qualification', 'award'];

/** Everything that was the one's becomes the other's; both are locked. */
export async function carryToKept(tx: Tx, merged: PresentVolunteer, kept: PresentVolunteer): Promise<void> {
  for (const table of belongings)
    await tx.query(
      `update ${table} set city_code = $3, volunteer_id = $4 where city_code = $1 and volunteer_id = $2`,
      [merged.cityCode, merged.id, kept.cityCode, kept.id],
    );
  await tx.query('update certificate set volunteer_id = $2 where volunteer_id = $1', [merged.id, kept.id]);
  await tx.query('update volunteer set merged_into = $2 where merged_into = $1', [merged.id, kept.id]);
}

/** Whose documents these are from now on: the kept one's too, or nobody's where the number was wrong. */
export async function carryIdentities(
  tx: Tx,
  merged: PresentVolunteer,
  kept: PresentVolunteer,
  reason: MergeReason,
): Promise<void> {
  const owned = [merged.identityDigest, merged.id];
  if (reason === 'wrongNumber')
    await tx.query('delete from identity_owner where identity_digest = $1 and volunteer_id = $2', owned);
  else
    await tx.query(
      `with owned as (
         update identity_owner set volunteer_id = $3::uuid where identity_digest = $1 and volunteer_id = $2
         returning identity_digest)
       insert into further_identity (identity_digest, volunteer_id) select identity_digest, $3::uuid from owned`,
      [...owned, kept.id],
    );
  await tx.query(
    `with moved as (
       update further_identity set volunteer_id = $2::uuid where volunteer_id = $1 returning identity_digest)
     update identity_owner set volunteer_id = $2::uuid from moved
     where identity_owner.identity_digest = moved.identity_digest`,
    [merged.id, kept.id],
  );
}

/** Frees the documents a person has besides the one of the registration. */
export async function freeFurtherIdentities(tx: Tx, volunteerId: string): Promise<void> {
  await tx.query(
    `with freed as (delete from further_identity where volunteer_id = $1 returning identity_digest)
     delete from identity_owner using freed where identity_owner.identity_digest = freed.identity_digest`,
    [volunteerId],
  );
}

/**
 * The ways to sign in lead to the kept one; a phone only that somebody proved to hold, for what a desk typed may be
 * another's.
 */
export async function carrySignIns(tx: Tx, mergedId: string, keptId: string): Promise<void> {
  await tx.query('delete from phone_owner where person_id = $1 and proven_at is null', [mergedId]);
  await tx.query('update phone_owner set person_id = $2 where person_id = $1', [mergedId, keptId]);
  await tx.query('update wechat_owner set person_id = $2 where person_id = $1', [mergedId, keptId]);
  await tx.query('update resident_access set person_id = $2 where person_id = $1 and resident_id <> $2', [
    mergedId,
    keptId,
  ]);
}

/** A registration that was one too many counts nowhere; of who has moved since it is kept apart. */
export async function dropRegistration(tx: Tx, volunteerId: string): Promise<void> {
  await tx.query(
    `delete from moved_registration m using volunteer v
     where v.id = $1 and m.volunteer_id = v.id and m.city_code = v.registered_code / 100000000`,
    [volunteerId],
  );
}
