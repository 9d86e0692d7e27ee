import { type CountedService, flowNames, type Metrics, standNames } from '#contracts';
import type { Database } from '#platform';
import type { RegionRange } from '#regions';

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const flows = flowNames.map(columnOf);
const stands = standNames.map(columnOf);

export interface DaysRow extends Record<string, number | string | Date | null> {
  day: string;
  eventAt: Date | null;
  countedAt: Date | null;
}

/** Every day of a span, of one moment: what happened on it, and who is active at its end. */
export function readDays(
  database: Database,
  region: RegionRange,
  from: string,
  to: string,
): Promise<DaysRow[]> {
  const sums = flowNames.map((name) => `coalesce(sum(${columnOf(name)}), 0)::bigint as "${name}"`);
  // Changes after a day are the opposite of its figure.
  const later = standNames.map(
    (name) =>
      `(select coalesce(-sum(${columnOf(name)}), 0)::bigint from changes where changes.day > days.day) as "${name}"`,
  );
  const counted =
    region.last === region.code
      ? 'day_counter where city_code between $1 and $2 and community_code between $3 and $4'
      : 'day_sum where city_code between $1 and $2 and size = least($4::bigint - $3::bigint + 1, 100000000) and code between $3 and $4';
  return database.query<DaysRow>(
    `with days as (select generate_series($5::date, $6::date, interval '1 day')::date as day),
       counted as (
         select day, ${flows.join(', ')} from ${counted} and day between $5 and $6),
       changes as (
         select day, ${stands.map((column) => `sum(${column}) as ${column}`).join(', ')} from active_change
         where city_code between $1 and $2 and size = least($4::bigint - $3::bigint + 1, 100000000)
           and code between $3 and $4 and day > $5 group by day),
       fresh as (
         select event_at as "eventAt", counted_at as "countedAt" from freshness
         where city_code between $1 and $2 order by event_at desc limit 1)
     select to_char(days.day, 'YYYY-MM-DD') as day, ${sums.join(', ')}, ${later.join(', ')},
       (select "eventAt" from fresh) as "eventAt", (select "countedAt" from fresh) as "countedAt"
     from days left join counted using (day) group by days.day order by days.day`,
    [region.cityCode, Math.floor(region.last / 1e8), region.code, region.last, from, to],
  );
}

export function metricsOf(row: DaysRow): Metrics {
  return Object.fromEntries(
    [...flowNames, ...standNames].map((name) => [name, row[name]]),
  ) as unknown as Metrics;
}

export interface CountedRow extends Omit<CountedService, 'communityCode'>, Record<string, unknown> {
  communityCode: number;
  services: number;
  deviceVerifiedMinutes: number;
  attestedMinutes: number;
}

/** Services that count on a day, after a place in the list, each with the sums of all: one statement, one moment. */
export function readCounted(
  database: Database,
  region: RegionRange,
  day: string,
  after: readonly [community: number, recordId: string] | undefined,
  limit: number,
): Promise<CountedRow[]> {
  return database.query<CountedRow>(
    `with counted as (
       select * from counted_record where city_code between $1 and $2 and community_code between $3 and $4
         and day = $5 and service_minutes > 0),
     whole as (
       select count(*)::int as services,
         coalesce(sum(service_minutes) filter (where verification = 'deviceVerified'), 0)::bigint as "deviceVerifiedMinutes",
         coalesce(sum(service_minutes) filter (where verification = 'attested'), 0)::bigint as "attestedMinutes"
       from counted)
     select whole.*, page.* from whole left join lateral (
       select record_id as "recordId", community_code as "communityCode", verification,
         service_minutes as "serviceMinutes", version
       from counted where $6::bigint is null or (community_code, record_id) > ($6, $7::uuid)
       order by community_code, record_id limit $8) as page on true`,
    [
      ...[region.cityCode, Math.floor(region.last / 1e8), region.code, region.last, day],
      ...[after?.[0] ?? null, after?.[1] ?? null, limit],
    ],
  );
}
