import type { Caller, QualificationName, QualificationState } from '#contracts';
import type { Database, Tx } from '#platform';
import type { RegionRange } from '#regions';
import type { VolunteerEntity } from './volunteer.entity.js';

/** A qualification as it is kept. */
export interface QualificationRow {
  cityCode: number;
  id: string;
  volunteerId: string;
  name: QualificationName;
  state: QualificationState;
  validFrom: Date | null;
  expiresAt: Date | null;
  issuer: string | null;
  numberSealed: string | null;
  recordedAt: Date;
  recordedBy: string;
  recordedRole: Caller;
  decidedAt: Date | null;
  decidedBy: string | null;
  reasonSealed: string | null;
}

type Read = QualificationRow & Record<string, unknown>;
type Key = Pick<VolunteerEntity, 'cityCode' | 'id'>;

const columns = `q.city_code as "cityCode", q.id, q.volunteer_id as "volunteerId", q.name, q.state,
  q.valid_from as "validFrom", q.expires_at as "expiresAt", q.issuer, q.number_sealed as "numberSealed",
  q.recorded_at as "recordedAt", q.recorded_by as "recordedBy", q.recorded_role as "recordedRole",
  q.decided_at as "decidedAt", q.decided_by as "decidedBy", q.reason_sealed as "reasonSealed"`;

export async function findQualification(tx: Tx, id: string): Promise<QualificationRow | undefined> {
  const [row] = await tx.query<Read>(`select ${columns} from qualification q where q.id = $1`, [id]);
  return row;
}

/** Everything ever recorded on a volunteer, the newest first. */
export function readQualifications(
  source: Database | Tx,
  { cityCode, id }: Key,
): Promise<QualificationRow[]> {
  return source.query<Read>(
    `select ${columns} from qualification q where q.city_code = $1 and q.volunteer_id = $2 order by q.id desc`,
    [cityCode, id],
  );
}

export function insertQualification(tx: Tx, row: QualificationRow): Promise<unknown> {
  return tx.query(
    `insert into qualification (city_code, id, volunteer_id, name, state, valid_from, expires_at, issuer,
       number_sealed, recorded_at, recorded_by, recorded_role, decided_at, decided_by, reason_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ...[row.cityCode, row.id, row.volunteerId, row.name, row.state, row.validFrom, row.expiresAt],
      ...[row.issuer, row.numberSealed, row.recordedAt, row.recordedBy, row.recordedRole],
      ...[row.decidedAt, row.decidedBy, row.reasonSealed],
    ],
  );
}

/** Writes where a qualification stands, and who decided so. */
export function decideQualification(tx: Tx, row: QualificationRow): Promise<unknown> {
  return tx.query(
    `update qualification set state = $3, decided_at = $4, decided_by = $5, reason_sealed = $6
     where city_code = $1 and id = $2`,
    [row.cityCode, row.id, row.state, row.decidedAt, row.decidedBy, row.reasonSealed],
  );
}

/** Who leaves has none: they are about the person, not about what was served. */
export function forgetQualifications(tx: Tx, { cityCode, id }: Key): void {
  tx.write('delete from qualification where city_code = $1 and volunteer_id = $2', [cityCode, id]);
}

/** Which of a region's are wanted. */
export interface WantedQualifications {
  state?: QualificationState;
  /** Verified ones that count at the first and end before the second, unless another of the name lasts longer. */
  ending?: { after: Date; before: Date };
  before?: string;
  hiding: readonly string[];
  limit: number;
}

/** A page of those whose volunteers live in a range and hide nothing of it, the newest first. */
export function listQualifications(
  database: Database,
  range: Pick<RegionRange, 'code' | 'last'>,
  page: WantedQualifications,
): Promise<QualificationRow[]> {
  return database.query<Read>(
    `select ${columns} from qualification q
     join volunteer v on v.city_code = q.city_code and v.id = q.volunteer_id
     where q.city_code between $1 and $2 and v.community_code between $3 and $4
       and v.left_at is null and not v.withdrawn && $5
       and ($6::text is null or q.state = $6) and ($7::uuid is null or q.id < $7)
       and ($9::timestamptz is null or (
         q.state = 'verified' and coalesce(q.valid_from, $9) <= $9 and q.expires_at > $9 and q.expires_at < $10
         and not exists (
           select from qualification longer
           where longer.city_code = q.city_code and longer.volunteer_id = q.volunteer_id and longer.name = q.name
             and longer.state = 'verified' and longer.expires_at >= $10)))
     order by q.id desc limit $8`,
    [
      ...[Math.floor(range.code / 1e8), Math.floor(range.last / 1e8), range.code, range.last],
      ...[page.hiding, page.state ?? null, page.before ?? null, page.limit],
      ...[page.ending?.after ?? null, page.ending?.before ?? null],
    ],
  );
}
