import type { NeedType, Point } from '#contracts';
import type { Database, Prepared } from '#platform';
import type { RegionRange } from '#regions';
import type { ScoredErrand } from './score.js';
import { summaryColumns, type SummaryRow } from './summary.store.js';

/** What a feed leaves out, besides what is not open. */
export interface FeedFilter {
  /** Only windows that end after it; never before now. */
  endsAfter: Date;
  /** Only windows that begin before it. */
  beginsBefore: Date;
  type: NeedType | undefined;
  region: RegionRange;
}

export interface FeedPage {
  /** Only errands whose id is less. */
  before: string | undefined;
  limit: number;
}

/** The rest of the filter; the first condition is what an index answers. */
const isWanted = `state = 'open' and window_end > $2 and window_start < $3 and ($4::text is null or type = $4)
  and community_code between $5 and $6`;

function newestOf(name: string, where: string): Prepared {
  return {
    name: `feed.newest.${name}`,
    text: `select ${summaryColumns} from errand e
      where city_code = $1 and ${where} and ${isWanted} and id < $7 order by id desc limit $8`,
  };
}

// One index for each level, so that a page costs the same wherever one is: see docs/architecture.md.
const newestByLevel = {
  city: newestOf('city', 'true'),
  county: newestOf('county', 'community_code / 1000000 = $5::bigint / 1000000'),
  township: newestOf('township', 'community_code / 1000 = $5::bigint / 1000'),
} as const;

const newestInCells: Prepared = {
  name: 'feed.newest.cells',
  text: `select near.* from unnest($9::int[]) as cell
    cross join lateral (
      select ${summaryColumns} from errand e
      where city_code = $1 and (floor(place[1] / 0.0045) * 100000 + floor(place[0] / 0.0055))::int = cell
        and ${isWanted} and id < $7 order by id desc limit $8
    ) near order by id desc limit $8`,
};

/** Ids are UUIDs of version 7: all are less. */
const afterAll = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function filterParameters({ region, endsAfter, beginsBefore, type }: FeedFilter): unknown[] {
  return [region.cityCode, endsAfter, beginsBefore, type ?? null, region.code, region.last];
}

/** What is open in a division, newest first. */
export function newest(database: Database, filter: FeedFilter, page: FeedPage): Promise<SummaryRow[]> {
  const { level } = filter.region;
  const statement = newestByLevel[level === 'community' ? 'township' : level === 'province' ? 'city' : level];
  return database.query<SummaryRow>(statement, [
    ...filterParameters(filter),
    page.before ?? afterAll,
    page.limit,
  ]);
}

/** What is open in some cells of the grid, newest first. */
export function newestIn(
  database: Database,
  cells: readonly number[],
  filter: FeedFilter,
  page: FeedPage,
): Promise<SummaryRow[]> {
  return database.query<SummaryRow>(newestInCells, [
    ...filterParameters(filter),
    page.before ?? afterAll,
    page.limit,
    cells,
  ]);
}

/** Beyond it nothing is near: nobody rides twenty kilometres, and a search must end. */
const farDegrees = 0.2;
// The index orders by degrees, in which a degree of longitude counts as much as one of latitude. At 53° N, the
// north end of China, a circle of metres needs 1.7 times as many; three times leave room for uneven ground.
const candidatesPerItem = 3;
/** Of these a filter mostly passes enough; where it does not, the whole neighbourhood is searched. */
const lookedAtFirst = 200;

function nearestOf(name: string, candidates: string): Prepared {
  return {
    name: `feed.nearest.${name}`,
    text: `select ${summaryColumns}, candidates from (
        select *, count(*) over ()::int as candidates from (${candidates}) as near
      ) e
      order by ((place[0] - $7) * cos(radians($8))) ^ 2 + (place[1] - $8) ^ 2, id limit $10`,
  };
}

const isNear = `place <@ box(point($7::float8 - ${farDegrees}, $8::float8 - ${farDegrees}),
  point($7::float8 + ${farDegrees}, $8::float8 + ${farDegrees}))`;
const byDistance = 'order by place <-> point($7::float8, $8::float8)';

// The filter stands outside: inside, its guessed few rows make the planner sort a neighbourhood of thousands
// instead of walking the index of distances. A number of rows that it knows does the rest.
const nearestFirst = nearestOf(
  'first',
  `select * from (
     select * from errand where city_code = $1 and state = 'open' ${byDistance} limit ${lookedAtFirst}
   ) as open where ${isWanted} and ${isNear} ${byDistance} limit $9`,
);
const nearestOfAll = nearestOf(
  'ofAll',
  `select * from errand where city_code = $1 and ${isWanted} and ${isNear} ${byDistance} limit $9`,
);

/** The nearest open errands by metres. */
export async function nearest(
  database: Database,
  from: Point,
  filter: FeedFilter,
  limit: number,
): Promise<SummaryRow[]> {
  const candidates = limit * candidatesPerItem;
  const place = [from.longitude, from.latitude];
  const parameters = [...filterParameters(filter), ...place, candidates, limit];
  const found = await database.query<SummaryRow & { candidates: number }>(nearestFirst, parameters);
  if (found[0]?.candidates === candidates) return found;
  return database.query<SummaryRow>(nearestOfAll, parameters);
}

export function scoredOf(row: SummaryRow): ScoredErrand {
  return {
    place: { longitude: row.longitude, latitude: row.latitude },
    type: row.type,
    windowStartMs: row.window_start,
    windowEndMs: row.window_end,
    expectedMinutes: row.expected_minutes,
    openedAtMs: row.opened_at,
  };
}
