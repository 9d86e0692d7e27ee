import type { ConfirmationMethod, HardshipCategory, KinshipState, Relation } from '#contracts';
import type { Database, Tx } from '#platform';

/** Somebody tasks knows: a resident, a volunteer, or both under one id. */
export interface Person {
  id: string;
  cityCode: number;
  /** Where the resident lives; null for who is a volunteer only. */
  communityCode: number | null;
  nameSealed: string | null;
  birthDaySealed: string | null;
  hardshipCategories: HardshipCategory[] | null;
  /** Masked, of a volunteer; null for who is a resident only. */
  displayName: string | null;
}

/** Who bears these ids. */
export function readPeople(from: Database | Tx, ids: readonly string[]): Promise<Person[]> {
  return from.query<Person>(
    `select coalesce(r.id, v.id) as id, coalesce(r.city_code, v.city_code) as "cityCode",
       r.community_code as "communityCode", r.name_sealed as "nameSealed", r.birth_day_sealed as "birthDaySealed",
       r.hardship_categories as "hardshipCategories", v.display_name as "displayName"
     from (select * from resident where id = any($1::uuid[])) r
     full join (select * from volunteer where id = any($1::uuid[])) v on v.id = r.id`,
    [ids],
  );
}

export interface KinshipRow {
  cityCode: number;
  id: string;
  fromId: string;
  toId: string;
  relation: Relation;
  state: KinshipState;
  declaredBy: string;
  declaredAt: Date;
  confirmedAt: Date | null;
}

const columns = `city_code as "cityCode", id, from_id as "fromId", to_id as "toId", relation, state,
  declared_by as "declaredBy", declared_at as "declaredAt", confirmed_at as "confirmedAt"`;

/** Answers whether it was new. Error: the two are tied already (`kinship_pair`). */
export async function insertKinship(
  tx: Tx,
  row: Omit<KinshipRow, 'state' | 'confirmedAt'>,
  role: string,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into kinship (city_code, id, from_id, to_id, relation, state, declared_role, declared_by, declared_at)
     values ($1, $2, $3, $4, $5, 'declared', $6, $7, $8) on conflict (city_code, id) do nothing returning id`,
    [row.cityCode, row.id, row.fromId, row.toId, row.relation, role, row.declaredBy, row.declaredAt],
  );
  return rows.length > 0;
}

/** Reads and locks. */
export async function lockKinship(tx: Tx, id: string): Promise<KinshipRow | undefined> {
  const [row] = await tx.query<KinshipRow>(`select ${columns} from kinship where id = $1 for update`, [id]);
  return row;
}

export async function confirmKinship(
  tx: Tx,
  { cityCode, id }: KinshipRow,
  by: { role: string; id: string; method: ConfirmationMethod; at: Date },
): Promise<void> {
  await tx.query(
    `update kinship set state = 'confirmed', confirmed_role = $3, confirmed_by = $4, confirmed_method = $5,
       confirmed_at = $6 where city_code = $1 and id = $2`,
    [cityCode, id, by.role, by.id, by.method, by.at],
  );
}

export async function endKinship(
  tx: Tx,
  { cityCode, id }: KinshipRow,
  by: { role: string; id: string; at: Date },
): Promise<void> {
  await tx.query(
    `update kinship set state = 'ended', ended_role = $3, ended_by = $4, ended_at = $5
     where city_code = $1 and id = $2`,
    [cityCode, id, by.role, by.id, by.at],
  );
}

/** Ties of somebody that have not ended, the newest first. */
export function readKinship(
  database: Database,
  cityCode: number,
  personId: string,
  limit: number,
): Promise<KinshipRow[]> {
  return database.query<KinshipRow>(
    `select ${columns} from (
       select * from kinship where city_code = $1 and from_id = $2 and state <> 'ended'
       union all
       select * from kinship where city_code = $1 and to_id = $2 and state <> 'ended') as own
     order by id desc limit $3`,
    [cityCode, personId, limit],
  );
}

/** The tie of two people that both have confirmed, in either direction. */
export async function readTie(
  from: Database | Tx,
  cityCode: number,
  oneId: string,
  otherId: string,
): Promise<KinshipRow | undefined> {
  const [row] = await from.query<KinshipRow>(
    `select ${columns} from kinship where city_code = $1 and state = 'confirmed'
       and least(from_id, to_id) = least($2::uuid, $3::uuid)
       and greatest(from_id, to_id) = greatest($2::uuid, $3::uuid)`,
    [cityCode, oneId, otherId],
  );
  return row;
}

export async function writeBirthDay(tx: Tx, { cityCode, id }: Person, birthDaySealed: string): Promise<void> {
  await tx.query('update resident set birth_day_sealed = $3 where city_code = $1 and id = $2', [
    cityCode,
    id,
    birthDaySealed,
  ]);
}
