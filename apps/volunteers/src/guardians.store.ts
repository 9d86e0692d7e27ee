import type { Caller, GuardianRelation, GuardianWay } from '#contracts';
import type { Database, Tx } from '#platform';
import type { VolunteerEntity } from './volunteer.entity.js';

/** A guardian's consent as it is kept. */
export interface GuardianConsentRow {
  cityCode: number;
  id: string;
  volunteerId: string;
  guardianNameSealed: string | null;
  relation: GuardianRelation;
  way: GuardianWay;
  version: string;
  givenAt: Date;
  recordedBy: string;
  recordedRole: Caller;
  endedAt: Date | null;
  endReason: 'withdrawn' | 'renewed' | 'left' | null;
}

type Read = GuardianConsentRow & Record<string, unknown>;
type Key = Pick<VolunteerEntity, 'cityCode' | 'id'>;

const columns = `city_code as "cityCode", id, volunteer_id as "volunteerId", guardian_name_sealed as "guardianNameSealed",
  relation, way, version, given_at as "givenAt", recorded_by as "recordedBy", recorded_role as "recordedRole",
  ended_at as "endedAt", end_reason as "endReason"`;

export async function findGuardianConsent(tx: Tx, id: string): Promise<GuardianConsentRow | undefined> {
  const [row] = await tx.query<Read>(`select ${columns} from guardian_consent where id = $1`, [id]);
  return row;
}

/** Everything ever consented to for a volunteer, the newest first. */
export function readGuardianConsents(
  database: Database,
  { cityCode, id }: Key,
): Promise<GuardianConsentRow[]> {
  return database.query<Read>(
    `select ${columns} from guardian_consent where city_code = $1 and volunteer_id = $2 order by id desc limit 1000`,
    [cityCode, id],
  );
}

export function insertGuardianConsent(tx: Tx, row: GuardianConsentRow): Promise<unknown> {
  return tx.query(
    `insert into guardian_consent (city_code, id, volunteer_id, guardian_name_sealed, relation, way, version, given_at,
       recorded_by, recorded_role)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[row.cityCode, row.id, row.volunteerId, row.guardianNameSealed, row.relation, row.way, row.version],
      ...[row.givenAt, row.recordedBy, row.recordedRole],
    ],
  );
}

/** Ends the one in force, if there is one. */
export async function endGuardianConsent(
  tx: Tx,
  { cityCode, id }: Key,
  reason: 'withdrawn' | 'renewed',
  byId: string,
  at: Date,
): Promise<void> {
  await tx.query(
    `update guardian_consent set ended_at = greatest(given_at, $3), end_reason = $4, ended_by = $5
     where city_code = $1 and volunteer_id = $2 and ended_at is null`,
    [cityCode, id, at, reason, byId],
  );
}

/** Who leaves takes the guardians' names along; that there was a consent stays. */
export function forgetGuardians(tx: Tx, { cityCode, id }: Key, at: Date): void {
  tx.write(
    `update guardian_consent set guardian_name_sealed = null, ended_at = coalesce(ended_at, greatest(given_at, $3)),
       end_reason = coalesce(end_reason, 'left'), ended_by = coalesce(ended_by, $2)
     where city_code = $1 and volunteer_id = $2`,
    [cityCode, id, at],
  );
}
