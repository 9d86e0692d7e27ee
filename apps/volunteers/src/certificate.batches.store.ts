import { type Actor, type BatchStep, mostInBatch, type StaffRole } from '#contracts';
import type { Database, Tx } from '#platform';

export interface BatchRow {
  cityCode: number;
  id: string;
  step: BatchStep;
  regionCode: number;
  byId: string;
  byRole: StaffRole;
  byRegion: string;
  byOrganisationId: string | null;
  startedAt: Date;
}

export interface WaitingItem extends BatchRow {
  certificateId: string;
}

const columns = `b.city_code as "cityCode", b.id, b.step, b.region_code as "regionCode", b.by_id as "byId",
  b.by_role as "byRole", b.by_region as "byRegion", b.by_organisation_id as "byOrganisationId",
  b.started_at as "startedAt"`;

export async function findBatch(reader: Database | Tx, id: string): Promise<BatchRow | undefined> {
  const [row] = await reader.query<BatchRow & Record<string, unknown>>(
    `select ${columns} from certificate_batch b where b.id = $1`,
    [id],
  );
  return row;
}

/** Writes a batch with the oldest of what waits for it in the range; of two at once the second changes nothing. */
export async function addBatch(tx: Tx, batch: BatchRow, last: number): Promise<void> {
  const { cityCode, id, step, regionCode, byId, byRole, byRegion, byOrganisationId, startedAt } = batch;
  const added = await tx.query(
    `insert into certificate_batch (city_code, id, step, region_code, by_id, by_role, by_region, by_organisation_id, started_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [cityCode, id, step, regionCode, byId, byRole, byRegion, byOrganisationId, startedAt],
  );
  if (added.length === 0) return;
  await tx.query(
    `insert into certificate_batch_item (city_code, batch_id, certificate_id)
     select $1, $2, id from certificate where city_code between $3 and $4 and community_code between $5 and $6
       and state = $7 and accepted_by is distinct from $8 order by id limit ${mostInBatch}`,
    [
      ...[cityCode, id, Math.floor(regionCode / 1e8), Math.floor(last / 1e8), regionCode, last],
      ...[step === 'accept' ? 'requested' : 'accepted', byId],
    ],
  );
}

/** What became of a certificate of a batch: null while it waits, then `done` or the code of an error. */
export interface BatchItem {
  certificateId: string;
  outcome: string | null;
}

export function readItems(reader: Database | Tx, { cityCode, id }: BatchRow): Promise<BatchItem[]> {
  return reader.query<BatchItem & Record<string, unknown>>(
    `select certificate_id as "certificateId", outcome from certificate_batch_item
     where city_code = $1 and batch_id = $2 order by certificate_id`,
    [cityCode, id],
  );
}

/** The next that wait, of the oldest batch first. */
export function nextItems(database: Database, most: number): Promise<WaitingItem[]> {
  return database.query<WaitingItem & Record<string, unknown>>(
    `select ${columns}, i.certificate_id as "certificateId"
     from certificate_batch_item i join certificate_batch b on b.city_code = i.city_code and b.id = i.batch_id
     where i.outcome is null order by b.started_at, i.batch_id, i.certificate_id limit $1`,
    [most],
  );
}

export async function endItem(database: Database, item: WaitingItem, outcome: string): Promise<void> {
  await database.query(
    `update certificate_batch_item set outcome = $4
     where city_code = $1 and batch_id = $2 and certificate_id = $3 and outcome is null`,
    [item.cityCode, item.id, item.certificateId, outcome],
  );
}

/** Who started the batch, in whose name each is taken on. */
export function actorOf({
  byId,
  byRole,
  byRegion,
  byOrganisationId,
}: Pick<BatchRow, 'byId' | 'byRole' | 'byRegion' | 'byOrganisationId'>): Actor {
  return { id: byId, role: byRole, region: byRegion, organisationId: byOrganisationId ?? undefined };
}
