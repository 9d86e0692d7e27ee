import type { HazardCategory } from '#contracts';
import type { Database, Tx } from '#platform';
import type { RegionRange } from '#regions';

/** One more of something, at a place, on a day. `key` is a step or a bucket. */
export interface HazardAddition<K> {
  cityCode: number;
  communityCode: number;
  day: string;
  category: string;
  key: K;
}

const columns = { hazard_counter: ['step', 'text'], hazard_closure: ['bucket', 'int'] } as const;

/** Adds each addition once; rows in the order of their keys, so that two writers lock them in one order. */
export async function addHazards<K extends string | number>(
  tx: Tx,
  table: keyof typeof columns,
  additions: readonly HazardAddition<K>[],
): Promise<void> {
  if (additions.length === 0) return;
  const [column, type] = columns[table];
  await tx.query(
    `insert into ${table} (city_code, community_code, day, category, ${column}, n)
     select city_code, community_code, day, category, key, count(*)
     from unnest($1::int[], $2::bigint[], $3::date[], $4::text[], $5::${type}[])
       as a(city_code, community_code, day, category, key)
     group by city_code, community_code, day, category, key order by city_code, community_code, day, category, key
     on conflict (city_code, community_code, day, category, ${column}) do update set n = ${table}.n + excluded.n`,
    [
      additions.map(({ cityCode }) => cityCode),
      additions.map(({ communityCode }) => communityCode),
      additions.map(({ day }) => day),
      additions.map(({ category }) => category),
      additions.map(({ key }) => key),
    ],
  );
}

export interface HazardSum {
  category: HazardCategory;
  /** A step, or undefined for the durations of a bucket. */
  step: string | null;
  bucket: number | null;
  n: number;
}

/** Sums of a region over days, of one moment. */
export function readHazards(
  database: Database,
  region: RegionRange,
  from: string | undefined,
  to: string,
): Promise<HazardSum[]> {
  const where = `city_code between $1 and $2 and community_code between $3 and $4 and day between $5 and $6`;
  return database.query<HazardSum & Record<string, unknown>>(
    `select category, step, null::int as bucket, sum(n)::bigint as n from hazard_counter where ${where}
       group by category, step
     union all
     select category, null, bucket, sum(n)::bigint from hazard_closure where ${where} group by category, bucket`,
    [region.cityCode, Math.floor(region.last / 1e8), region.code, region.last, from ?? '-infinity', to],
  );
}
