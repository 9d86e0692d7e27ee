import type { Caller, RevealedField } from '#contracts';
import type { Database, Tx } from '#platform';
import { type RegionRange, regionOf } from '#regions';

/** What a search asks for; days of Asia/Shanghai, both included. */
export interface Search {
  personId: string | null;
  viewerId: string | null;
  fromDay: string;
  toDay: string;
  cursor: string | null;
}

/** A search as it is kept. */
export interface SearchRow extends Search {
  cityCode: number;
  id: string;
  byId: string;
  regionCode: number;
  at: Date;
}

/** A look, with where the person lives whose data it was. */
export interface LookRow {
  id: string;
  subjectId: string;
  viewerId: string;
  viewerRole: Caller;
  fields: RevealedField[];
  errandId: string | null;
  at: Date;
  communityCode: number;
}

type Read<T> = T & Record<string, unknown>;
type Place = Pick<RegionRange, 'code' | 'last'>;

const cities = ({ code, last }: Place) => [regionOf(code).cityCode, regionOf(last).cityCode];

const columns = `city_code as "cityCode", id, by_id as "byId", region_code as "regionCode", person_id as "personId",
  viewer_id as "viewerId", to_char(from_day, 'YYYY-MM-DD') as "fromDay", to_char(to_day, 'YYYY-MM-DD') as "toDay",
  cursor, at`;

/** Writes it unless there is one of that id; answers the one there is. */
export async function noteSearch(tx: Tx, row: SearchRow): Promise<SearchRow> {
  await tx.query(
    `insert into reveal_search (city_code, id, by_id, region_code, person_id, viewer_id, from_day, to_day, cursor, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
    [
      ...[row.cityCode, row.id, row.byId, row.regionCode, row.personId, row.viewerId, row.fromDay, row.toDay],
      ...[row.cursor, row.at],
    ],
  );
  const [found] = await tx.query<Read<SearchRow>>(`select ${columns} from reveal_search where id = $1`, [
    row.id,
  ]);
  if (!found) throw new Error('a search that was written is not there');
  return found;
}

/** A page of searches made within a range, the newest first. */
export function listSearches(
  database: Database,
  place: Place,
  before: string | undefined,
  limit: number,
): Promise<SearchRow[]> {
  return database.query<Read<SearchRow>>(
    `select ${columns} from reveal_search
     where city_code between $1 and $2 and region_code between $3 and $4 and ($5::uuid is null or id < $5)
     order by id desc limit $6`,
    [...cities(place), place.code, place.last, before ?? null, limit],
  );
}

/** A page of looks at people who live within a range, the newest first. */
export function findLooks(
  tx: Tx,
  { code, last }: Place,
  { personId, viewerId, fromDay, toDay }: Search,
  before: string | undefined,
  limit: number,
): Promise<LookRow[]> {
  return tx.query<Read<LookRow>>(
    `select r.id, r.subject_id as "subjectId", r.viewer_id as "viewerId", r.viewer_role as "viewerRole", r.fields,
       r.errand_id as "errandId", r.at, p.community_code as "communityCode"
     from reveal r
     cross join lateral (
       select community_code from resident where id = r.subject_id
       union all select community_code from volunteer where id = r.subject_id
       limit 1
     ) p
     where p.community_code between $1 and $2
       and r.at >= $3::date::timestamp at time zone 'Asia/Shanghai'
       and r.at < ($4::date + 1)::timestamp at time zone 'Asia/Shanghai'
       and ($5::uuid is null or r.subject_id = $5) and ($6::uuid is null or r.viewer_id = $6)
       and ($7::uuid is null or r.id < $7)
     order by r.id desc limit $8`,
    [code, last, fromDay, toDay, personId, viewerId, before ?? null, limit],
  );
}

/** Where a person lives, who may be a resident or a volunteer; undefined where nobody is known by that id. */
export async function communityOf(database: Database, personId: string): Promise<number | undefined> {
  const [person] = await database.query<{ community_code: number }>(
    `select community_code from resident where id = $1
     union all select community_code from volunteer where id = $1 limit 1`,
    [personId],
  );
  return person?.community_code;
}
