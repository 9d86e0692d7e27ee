import type { StaffRole } from '#contracts';
import type { Database, Tx } from '#platform';
import type { RegionRange } from '#regions';
import { VolunteerEntity } from './volunteer.entity.js';

/** An award as it is kept. */
export interface AwardRow {
  cityCode: number;
  id: string;
  volunteerId: string;
  title: string;
  reasonSealed: string | null;
  givenAt: Date;
  givenBy: string;
  givenRole: StaffRole;
  revokedAt: Date | null;
  revokedBy: string | null;
  revocationReasonSealed: string | null;
}

type Read = AwardRow & Record<string, unknown>;
type Key = Pick<VolunteerEntity, 'cityCode' | 'id'>;

const columns = `city_code as "cityCode", id, volunteer_id as "volunteerId", title, reason_sealed as "reasonSealed",
  given_at as "givenAt", given_by as "givenBy", given_role as "givenRole", revoked_at as "revokedAt",
  revoked_by as "revokedBy", revocation_reason_sealed as "revocationReasonSealed"`;

export async function findAward(source: Database | Tx, id: string): Promise<AwardRow | undefined> {
  const [row] = await source.query<Read>(`select ${columns} from award where id = $1`, [id]);
  return row;
}

/** Everything a volunteer was ever given, the newest first. */
export function readAwards(source: Database | Tx, { cityCode, id }: Key): Promise<AwardRow[]> {
  return source.query<Read>(
    `select ${columns} from award where city_code = $1 and volunteer_id = $2 order by id desc`,
    [cityCode, id],
  );
}

/** Those not revoked, of people of a city, the newest first. */
export function readHonours(
  source: Database,
  cityCode: number,
  volunteerIds: readonly string[],
): Promise<AwardRow[]> {
  return source.query<Read>(
    `select ${columns} from award where city_code = $1 and volunteer_id = any($2::uuid[]) and revoked_at is null
     order by given_at desc, id desc`,
    [cityCode, volunteerIds],
  );
}

export function insertAward(tx: Tx, row: AwardRow): Promise<unknown> {
  return tx.query(
    `insert into award (city_code, id, volunteer_id, title, reason_sealed, given_at, given_by, given_role)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[row.cityCode, row.id, row.volunteerId, row.title, row.reasonSealed],
      ...[row.givenAt, row.givenBy, row.givenRole],
    ],
  );
}

/** Writes who revoked an award, when and why. */
export function revokeAward(tx: Tx, row: AwardRow): Promise<unknown> {
  return tx.query(
    `update award set revoked_at = $3, revoked_by = $4, revocation_reason_sealed = $5
     where city_code = $1 and id = $2`,
    [row.cityCode, row.id, row.revokedAt, row.revokedBy, row.revocationReasonSealed],
  );
}

/** What was written about who leaves; the titles stay with the pseudonym. */
export function forgetAwards(tx: Tx, { cityCode, id }: Key): void {
  tx.write(
    `update award set reason_sealed = null, revocation_reason_sealed = null
     where city_code = $1 and volunteer_id = $2`,
    [cityCode, id],
  );
}

/** Who lives in a range of one city and consents to stand in lists, by minutes; of everybody verified. */
export async function findHonoured(
  database: Database,
  { cityCode, code, last }: RegionRange,
  most: number,
): Promise<VolunteerEntity[]> {
  return database.orm.manager
    .createQueryBuilder(VolunteerEntity, 'v')
    .where('v.cityCode = :cityCode and v.communityCode between :code and :last', { cityCode, code, last })
    .andWhere(`v.leftAt is null and v.verification = 'verified' and v.lifetimeMinutes > 0`)
    .andWhere(`not v.withdrawn && array['registration', 'sensitiveData', 'publicHonours']`)
    .andWhere(
      `exists (select from volunteer_consent c where c.city_code = v.city_code and c.volunteer_id = v.id
         and c.purpose = 'publicHonours' and c.ended_at is null)`,
    )
    .orderBy('v.lifetimeMinutes', 'DESC')
    .addOrderBy('v.id', 'ASC')
    .limit(most)
    .getMany();
}
