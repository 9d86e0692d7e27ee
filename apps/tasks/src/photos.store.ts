import type { ClaimState, PhotoKind, Role } from '#contracts';
import type { Database, Tx } from '#platform';

export interface PhotoRow {
  cityCode: number;
  id: string;
  kind: PhotoKind;
  subjectId: string;
  communityCode: number;
  byId: string;
  byRole: Role;
  bytes: number;
  digest: Buffer;
  at: Date;
}

export interface SealedPhoto extends PhotoRow {
  sealKey: string;
  sealed: Buffer;
}

/** An errand or a hazard as far as photos go. */
export interface SubjectRow {
  id: string;
  cityCode: number;
  communityCode: number;
  /** Errand: who is served. */
  residentId: string | null;
  /** Of the asker's newest claim that was not released. */
  claimState: ClaimState | null;
  /** Hazard: the asker reported it. */
  reported: boolean;
}

const columns = `city_code as "cityCode", id, kind, coalesce(errand_id, hazard_id) as "subjectId",
  community_code as "communityCode", by_id as "byId", by_role as "byRole", byte_count as bytes, digest, taken_at as at`;

const errandSubject = `select e.id, e.city_code as "cityCode", e.community_code as "communityCode",
    n.resident_id as "residentId", false as reported,
    (select c.state from claim c where c.city_code = e.city_code and c.errand_id = e.id
       and c.volunteer_id::text = $2 and c.state not in ('released', 'cancelled') order by c.claimed_at desc limit 1) as "claimState"
  from errand e join need n on n.city_code = e.city_code and n.id = e.need_id where e.id = $1`;

// A reporter knows a hazard by the id of the own report.
const hazardSubject = `select h.id, h.city_code as "cityCode", h.community_code as "communityCode",
    null as "residentId", null as "claimState",
    exists (select 1 from hazard_report r where r.city_code = h.city_code and r.hazard_id = h.id
      and r.reporter_id::text = $2) as reported
  from hazard h where h.id = coalesce((select hazard_id from hazard_report where id = $1), $1)`;

export async function findSubject(
  database: Database | Tx,
  kind: 'errand' | 'hazard',
  id: string,
  askerId: string,
): Promise<SubjectRow | undefined> {
  const [row] = await database.query<SubjectRow>(kind === 'errand' ? errandSubject : hazardSubject, [
    id,
    askerId,
  ]);
  return row;
}

/** Makes one of two photos at the same moment the second, so that the limit holds. */
export async function lockSubject(tx: Tx, kind: 'errand' | 'hazard', subject: SubjectRow): Promise<void> {
  await tx.query(`select 1 from ${kind} where city_code = $1 and id = $2 for no key update`, [
    subject.cityCode,
    subject.id,
  ]);
}

export async function findPhoto(database: Database | Tx, id: string): Promise<SealedPhoto | undefined> {
  const [row] = await database.query<SealedPhoto>(
    `select ${columns}, seal_key as "sealKey", sealed from photo where id = $1`,
    [id],
  );
  return row;
}

export async function countPhotos(tx: Tx, subject: SubjectRow, byId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    `select count(*) as count from photo
     where city_code = $1 and by_id = $3 and (errand_id = $2 or hazard_id = $2)`,
    [subject.cityCode, subject.id, byId],
  );
  return row?.count ?? 0;
}

export async function insertPhoto(tx: Tx, photo: SealedPhoto, subject: 'errand' | 'hazard'): Promise<void> {
  await tx.query(
    `insert into photo (city_code, id, kind, ${subject}_id, community_code, by_id, by_role, byte_count, digest,
       seal_key, sealed, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      photo.cityCode,
      photo.id,
      photo.kind,
      photo.subjectId,
      photo.communityCode,
      photo.byId,
      photo.byRole,
      photo.bytes,
      photo.digest,
      photo.sealKey,
      photo.sealed,
      photo.at,
    ],
  );
}

/** Oldest first. */
export async function findPhotosOf(database: Database, subject: SubjectRow): Promise<PhotoRow[]> {
  return database.query<PhotoRow>(
    `select ${columns} from photo where city_code = $1 and (errand_id = $2 or hazard_id = $2)
     order by taken_at, id limit 100`,
    [subject.cityCode, subject.id],
  );
}

export async function deletePhotosBefore(database: Database, before: Date): Promise<void> {
  await database.query('delete from photo where taken_at < $1', [before]);
}
