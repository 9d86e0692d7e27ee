import type { Database, Tx } from '#platform';

/** Residents registered with one of these numbers, but for who asks. */
export function findByPhone(
  database: Database,
  digests: readonly string[],
  personId: string,
): Promise<{ cityCode: number; id: string; communityCode: number }[]> {
  return database.query(
    `select city_code as "cityCode", id, community_code as "communityCode" from resident
     where phone_index = any(select decode(d, 'hex') from unnest($1::text[]) as d) and phone_index <> ''
       and id <> $2 order by id limit 20`,
    [digests, personId],
  );
}

/** Proposes links that do not stand yet; one that stands stays as it is. */
export async function proposeLinks(
  tx: Tx,
  personId: string,
  links: readonly { cityCode: number; id: string; residentId: string; communityCode: number }[],
  at: Date,
): Promise<void> {
  await tx.query(
    `insert into resident_link (city_code, id, person_id, resident_id, community_code, state, proposed_at)
     select city_code, id, $1, resident_id, community_code, 'proposed', $2
     from unnest($3::int[], $4::uuid[], $5::uuid[], $6::bigint[]) as l(city_code, id, resident_id, community_code)
     on conflict (city_code, person_id, resident_id) where state <> 'ended' do nothing`,
    [
      personId,
      at,
      links.map(({ cityCode }) => cityCode),
      links.map(({ id }) => id),
      links.map(({ residentId }) => residentId),
      links.map(({ communityCode }) => communityCode),
    ],
  );
}

/**
 * From now on neither stands for the other's minutes: one phone is behind both. Stays when the link ends; the
 * station may end it.
 */
export async function tieAsOne(
  tx: Tx,
  link: { cityCode: number; id: string; personId: string; residentId: string },
  by: { id: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into declared_tie (city_code, id, volunteer_id, other_id, kind, declared_by, declared_at)
     values ($1, $2, $3, $4, 'self', $5, $6) on conflict do nothing`,
    [link.cityCode, link.id, link.personId, link.residentId, by.id, by.at],
  );
}

export interface UnindexedRow {
  cityCode: number;
  id: string;
  phoneSealed: string;
}

/** Residents registered before numbers were indexed. */
export function readUnindexed(database: Database, limit: number): Promise<UnindexedRow[]> {
  return database.query(
    `select city_code as "cityCode", id, phone_sealed as "phoneSealed" from resident
     where phone_index is null order by city_code, id limit $1`,
    [limit],
  );
}

export async function writeIndexes(
  database: Database,
  rows: readonly { cityCode: number; id: string; phoneIndex: Buffer }[],
): Promise<void> {
  await database.query(
    `update resident r set phone_index = i.phone_index
     from unnest($1::int[], $2::uuid[], $3::bytea[]) as i(city_code, id, phone_index)
     where r.city_code = i.city_code and r.id = i.id and r.phone_index is null`,
    [
      rows.map(({ cityCode }) => cityCode),
      rows.map(({ id }) => id),
      rows.map(({ phoneIndex }) => phoneIndex),
    ],
  );
}
