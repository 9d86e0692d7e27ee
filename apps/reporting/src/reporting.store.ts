import { flowNames, type Metrics, standNames } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import type { RegionRange } from '#regions';
import { add, keptSizes, type PartSums, zero } from './breakdown.js';
import type { Standing } from './standing.js';
import type { Addition } from './tally.js';

/** `volunteersRegistered` → `volunteers_registered` */
function columnOf(metric: string): string {
  return metric.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const columns = flowNames.map(columnOf);

function upsert(table: string, keys: Record<string, string>): Prepared {
  const types = [...Object.values(keys), ...columns.map(() => 'bigint')];
  const names = [...Object.keys(keys), ...columns].join(', ');
  return {
    name: `reporting.add.${table}`,
    text: `insert into ${table} (${names})
      select * from unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})
      on conflict (${Object.keys(keys).join(', ')}) do update set
        ${columns.map((column) => `${column} = ${table}.${column} + excluded.${column}`).join(', ')}`,
  };
}

const addByDay = upsert('day_counter', { city_code: 'int', community_code: 'bigint', day: 'date' });
const addEver = upsert('ever_counter', { city_code: 'int', community_code: 'bigint' });

/** Adds to the counters: one statement for the days, one for ever. */
export function addToCounters(tx: Tx, byDay: readonly Addition[], ever: readonly Addition[]): void {
  if (byDay.length === 0) return;
  const keys = (additions: readonly Addition[]) => [
    additions.map(({ cityCode }) => cityCode),
    additions.map(({ communityCode }) => communityCode),
  ];
  const values = (additions: readonly Addition[]) =>
    flowNames.map((name) => additions.map(({ counts }) => counts[name]));
  tx.write(addByDay, [...keys(byDay), byDay.map(({ day }) => day), ...values(byDay)]);
  tx.write(addEver, [...keys(ever), ...values(ever)]);
}

// A row is made first where there is none, so that two writers cannot both miss it.
const makeStandings: Prepared = {
  name: 'reporting.makeStandings',
  text: `insert into standing (city_code, volunteer_id, version, verified, community_code, day)
    select s.city_code, s.volunteer_id, 0, false, s.community_code, s.day
    from unnest($1::int[], $2::uuid[], $3::bigint[], $4::date[]) as s(city_code, volunteer_id, community_code, day)
    on conflict do nothing`,
};
const lockStandings: Prepared = {
  name: 'reporting.lockStandings',
  text: `select city_code as "cityCode", volunteer_id as "volunteerId", version, verified,
      community_code as "communityCode", to_char(day, 'YYYY-MM-DD') as day
    from standing where volunteer_id = any($1) order by city_code, volunteer_id for update`,
};
const updateStandings: Prepared = {
  name: 'reporting.updateStandings',
  text: `update standing set version = s.version, verified = s.verified, community_code = s.community_code, day = s.day
    from unnest($1::int[], $2::uuid[], $3::int[], $4::boolean[], $5::bigint[], $6::date[])
      as s(city_code, volunteer_id, version, verified, community_code, day)
    where standing.city_code = s.city_code and standing.volunteer_id = s.volunteer_id`,
};

/** Locks and answers what is known, in any city, of the volunteers a batch speaks of. */
export async function lockKnown(tx: Tx, spokenOf: readonly Standing[]): Promise<Standing[]> {
  const ids = spokenOf.map(({ volunteerId }) => volunteerId);
  const places = [spokenOf.map(({ communityCode }) => communityCode), spokenOf.map(({ day }) => day)];
  await tx.query(makeStandings, [spokenOf.map(({ cityCode }) => cityCode), ids, ...places]);
  return tx.query<Standing & Record<string, unknown>>(lockStandings, [ids]);
}

export async function writeStandings(tx: Tx, changed: readonly Standing[]): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(updateStandings, [
    changed.map(({ cityCode }) => cityCode),
    changed.map(({ volunteerId }) => volunteerId),
    changed.map(({ version }) => version),
    changed.map(({ verified }) => verified),
    changed.map(({ communityCode }) => communityCode),
    changed.map(({ day }) => day),
  ]);
}

const moveFreshness: Prepared = {
  name: 'reporting.moveFreshness',
  text: `insert into freshness (city_code, event_at, counted_at)
    select f.city_code, f.event_at, $3::timestamptz from unnest($1::int[], $2::timestamptz[]) as f(city_code, event_at)
    on conflict (city_code) do update set event_at = excluded.event_at, counted_at = excluded.counted_at
      where freshness.event_at < excluded.event_at`,
};

/** Remembers the newest event of each city; an older one changes nothing. */
export function writeFreshness(tx: Tx, newest: ReadonlyMap<number, string>, now: Date): void {
  const cities = [...newest].sort(([a], [b]) => a - b);
  tx.write(moveFreshness, [cities.map(([city]) => city), cities.map(([, at]) => at), now]);
}

export interface Reading {
  total: Metrics;
  parts: PartSums[];
  /** When the newest event counted in the region's cities happened, and when it was counted. */
  eventAt: Date | null;
  countedAt: Date | null;
}

/** First and last day. */
export interface Span {
  from?: string;
  to: string;
}

interface ReadingRow extends Record<string, number | Date | null> {
  code: number | null;
  eventAt: Date | null;
  countedAt: Date | null;
}

/**
 * Parts and freshness by one statement, that is, of one moment. `$5` is the size of a part in codes, `$6` the last
 * day, `$7` the size of the sums read: who is active on the last day ceases to be after it, in the rest of its month or
 * in a later one. There is at least one row.
 * @param counted rows of the region's counters or kept sums, by part
 */
function readingOf(name: string, counted: string): Prepared {
  const named = flowNames.map((flow) => `${columnOf(flow)} as "${flow}"`);
  const stands = standNames.map(columnOf).join(', ');
  const active = standNames.map((stand) => `(-sum(${columnOf(stand)}))::bigint as "${stand}"`);
  return {
    name: `reporting.read.${name}`,
    text: `with fresh as (
        select event_at as "eventAt", counted_at as "countedAt" from freshness
        where city_code between $1 and $2 order by event_at desc limit 1),
      part as (
        select code, ${named.join(', ')}, ${standNames.map((stand) => `0::bigint as "${stand}"`).join(', ')}
        from (${counted}) as counted
        union all
        select code, ${flowNames.map(() => '0').join(', ')}, ${active.join(', ')} from (
          select ${part('code')}, ${stands} from active_change ${kept}
            and day > $6 and day < date_trunc('month', $6::timestamp) + interval '1 month'
          union all
          select ${part('code')}, ${stands} from active_month ${kept} and month > $6) as later
        group by code)
      select * from (values (1)) as one left join fresh on true left join part on true`,
  };
}

const leaves = 'where city_code between $1 and $2 and community_code between $3 and $4';
const kept = 'where city_code between $1 and $2 and size = $7 and code between $3 and $4';
const ofDays = 'and day between $8 and $6';
const plain = columns.join(', ');
const summed = columns.map((column) => `sum(${column})::bigint as ${column}`).join(', ');
const part = (code: string) => `${code} / $5::bigint * $5::bigint as code`;
const ever = {
  leaves: readingOf('ever', `select ${part('community_code')}, ${plain} from ever_counter ${leaves}`),
  kept: readingOf('everKept', `select ${part('code')}, ${summed} from ever_sum ${kept} group by 1`),
};
const byDays = {
  leaves: readingOf(
    'days',
    `select ${part('community_code')}, ${summed} from day_counter ${leaves} ${ofDays} group by 1`,
  ),
  kept: readingOf('daysKept', `select ${part('code')}, ${summed} from day_sum ${kept} ${ofDays} group by 1`),
};

/**
 * Sums of a region, whole and by parts of `partSize` codes, over days or, without a first one, since ever: of the
 * largest sums kept that no part is smaller than.
 */
export async function readSums(
  database: Database,
  region: RegionRange,
  partSize: number,
  { from, to }: Span,
): Promise<Reading> {
  const size = keptSizes.findLast((each) => each <= partSize);
  const range = [region.cityCode, Math.floor(region.last / 1e8), region.code, region.last];
  const sums = [...range, partSize, to, size ?? 1];
  const { leaves, kept } = from === undefined ? ever : byDays;
  const rows = await database.query<ReadingRow>(
    size === undefined ? leaves : kept,
    from === undefined ? sums : [...sums, from],
  );
  const parts = new Map<number, Metrics>();
  const total = zero();
  for (const row of rows) {
    if (row.code === null) continue;
    const sums = parts.get(row.code) ?? zero();
    parts.set(row.code, sums);
    for (const each of [sums, total]) add(each, row as unknown as Metrics);
  }
  const { eventAt, countedAt } = rows[0] as ReadingRow;
  return { total, parts: [...parts].map(([code, metrics]) => ({ code, metrics })), eventAt, countedAt };
}
