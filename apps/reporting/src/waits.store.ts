import type { WaitGrouping } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import type { RegionRange } from '#regions';
import type { Days } from './span.js';

/** Claims that add to one counter. */
export interface WaitAddition {
  cityCode: number;
  townshipCode: number;
  /** Day and hour, in Asia/Shanghai, in which the errand became open. */
  day: string;
  hour: number;
  type: string;
  bucket: number;
  claims: number;
}

const addWaits: Prepared = {
  name: 'waits.add',
  text: `insert into wait_counter (city_code, township_code, day, hour, type, bucket, claims)
    select * from unnest($1::int[], $2::bigint[], $3::date[], $4::int[], $5::text[], $6::int[], $7::bigint[])
    on conflict (city_code, township_code, day, hour, type, bucket)
      do update set claims = wait_counter.claims + excluded.claims`,
};

/** Adds to the counters, in the order of their keys. */
export function writeWaits(tx: Tx, additions: readonly WaitAddition[]): void {
  if (additions.length === 0) return;
  tx.write(addWaits, [
    additions.map(({ cityCode }) => cityCode),
    additions.map(({ townshipCode }) => townshipCode),
    additions.map(({ day }) => day),
    additions.map(({ hour }) => hour),
    additions.map(({ type }) => type),
    additions.map(({ bucket }) => bucket),
    additions.map(({ claims }) => claims),
  ]);
}

const keyOf: Record<WaitGrouping, string> = {
  needType: 'type',
  hour: 'hour::text',
  part: `(township_code / $8::bigint * $8::bigint)::text`,
};

export interface WaitRow {
  key: string;
  bucket: number;
  claims: number;
}

/** Counters of a region over some days by group and bucket. `partSize` is the size of a part in codes. */
export function readWaits(
  database: Database,
  region: RegionRange,
  { from, to }: Days,
  type: string | undefined,
  by: WaitGrouping,
  partSize: number,
): Promise<WaitRow[]> {
  return database.query<WaitRow>(
    `select ${keyOf[by]} as key, bucket, sum(claims)::bigint as claims from wait_counter
     where city_code between $1 and $2 and township_code between $3 and $4 and day between $5 and $6
       and ($7::text is null or type = $7) and $8::bigint > 0
     group by 1, 2`,
    [
      region.cityCode,
      Math.floor(region.last / 1e8),
      region.code,
      region.last,
      from ?? '-infinity',
      to,
      type ?? null,
      partSize,
    ],
  );
}
