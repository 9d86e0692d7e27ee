import type { RecipientSpan } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import type { RegionRange } from '#regions';
import { keptSizes } from './active.js';
import { countRecipients, type GivenMonth, type RecipientChange, sumMonths } from './recipients.js';

// Two folds that serve one person in two places must not both find nobody there.
const lockCities: Prepared = {
  name: 'recipients.lockCities',
  text: `select pg_advisory_xact_lock(hashtext('reporting.recipients'), city) from unnest($1::int[]) as city`,
};
const readMonths: Prepared = {
  name: 'recipients.readMonths',
  text: `select city_code as "cityCode", kind, key, to_char(month, 'YYYY-MM-DD') as month,
      community_code as "communityCode", services
    from recipient_month join (select distinct * from unnest($1::int[], $2::text[], $3::uuid[]) as k(city_code, kind, key)) as k
      using (city_code, kind, key)
    where month between $4 and $5`,
};
const addMonths: Prepared = {
  name: 'recipients.addMonths',
  text: `insert into recipient_month (city_code, kind, key, month, community_code, services)
    select * from unnest($1::int[], $2::text[], $3::uuid[], $4::date[], $5::bigint[], $6::int[])
    on conflict (city_code, kind, key, month, community_code)
      do update set services = recipient_month.services + excluded.services`,
};
// The proposed row is checked before the conflict is seen, so what takes back must find its row by itself.
const takeMonths: Prepared = {
  name: 'recipients.takeMonths',
  text: `update recipient_month m set services = m.services + g.services
    from unnest($1::int[], $2::text[], $3::uuid[], $4::date[], $5::bigint[], $6::int[])
      as g(city_code, kind, key, month, community_code, services)
    where m.city_code = g.city_code and m.kind = g.kind and m.key = g.key and m.month = g.month
      and m.community_code = g.community_code`,
};
const addCounters: Prepared = {
  name: 'recipients.addCounters',
  text: `insert into recipient_counter (city_code, size, code, span, first_day, persons, households)
    select * from unnest($1::int[], $2::bigint[], $3::bigint[], $4::text[], $5::date[], $6::bigint[], $7::bigint[])
    on conflict (city_code, size, code, span, first_day) do update set
      persons = recipient_counter.persons + excluded.persons,
      households = recipient_counter.households + excluded.households`,
};
const takeCounters: Prepared = {
  name: 'recipients.takeCounters',
  text: `update recipient_counter c set persons = c.persons + g.persons, households = c.households + g.households
    from unnest($1::int[], $2::bigint[], $3::bigint[], $4::text[], $5::date[], $6::bigint[], $7::bigint[])
      as g(city_code, size, code, span, first_day, persons, households)
    where c.city_code = g.city_code and c.size = g.size and c.code = g.code and c.span = g.span
      and c.first_day = g.first_day`,
};

/** Adds and takes back services of months, and changes how many were served by as much. */
export async function changeRecipients(tx: Tx, reached: readonly GivenMonth[]): Promise<void> {
  const changes = sumMonths(reached);
  if (changes.length === 0) return;
  const cities = [...new Set(changes.map(({ cityCode }) => cityCode))];
  await tx.query(lockCities, [cities.sort((a, b) => a - b)]);
  const months = changes.map(({ month }) => month).sort();
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const years = [`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-01`];
  const before = await tx.query<GivenMonth & Record<string, unknown>>(readMonths, [
    ...keysOf(changes),
    ...years,
  ]);
  const counters = countRecipients(before, changes);
  const [adding, taking] = apart(changes, ({ services }) => services > 0);
  if (taking.length > 0) tx.write(takeMonths, monthColumns(taking));
  if (adding.length > 0) tx.write(addMonths, monthColumns(adding));
  const [more, fewer] = apart(counters, ({ persons, households }) => persons >= 0 && households >= 0);
  if (fewer.length > 0) tx.write(takeCounters, counterColumns(fewer));
  if (more.length > 0) tx.write(addCounters, counterColumns(more));
}

function apart<T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

const keysOf = (rows: readonly GivenMonth[]) => [
  rows.map(({ cityCode }) => cityCode),
  rows.map(({ kind }) => kind),
  rows.map(({ key }) => key),
];
const monthColumns = (rows: readonly GivenMonth[]) => [
  ...keysOf(rows),
  rows.map(({ month }) => month),
  rows.map(({ communityCode }) => communityCode),
  rows.map(({ services }) => services),
];
const counterColumns = (rows: readonly RecipientChange[]) => [
  rows.map(({ cityCode }) => cityCode),
  rows.map(({ size }) => size),
  rows.map(({ code }) => code),
  rows.map(({ span }) => span),
  rows.map(({ firstDay }) => firstDay),
  rows.map(({ persons }) => persons),
  rows.map(({ households }) => households),
];

export interface RecipientRow extends Record<string, unknown> {
  /** Null of the whole. */
  code: number | null;
  persons: number;
  households: number;
}

/**
 * How many were served in a region, and in its parts of `partSize` codes. Above cities the figures of cities are
 * added: residents are registered in one.
 */
export function readRecipients(
  database: Database,
  region: RegionRange,
  partSize: number,
  span: RecipientSpan,
  firstDay: string,
): Promise<RecipientRow[]> {
  return database.query<RecipientRow>(
    `select null::bigint as code, coalesce(sum(persons), 0)::bigint as persons, coalesce(sum(households), 0)::bigint as households
     from recipient_counter where city_code between $1 and $2 and size = least($4::bigint - $3::bigint + 1, 100000000)
       and code between $3 and $4 and span = $6 and first_day = $7
     union all
     select code, persons, households from recipient_counter
     where city_code between $1 and $2 and size = $5 and code between $3 and $4 and span = $6 and first_day = $7`,
    [region.cityCode, Math.floor(region.last / 1e8), region.code, region.last, partSize, span, firstDay],
  );
}

/** Months of a community: as they are kept, and as the counted records have them. */
export async function readBoth(
  tx: Tx,
  cityCode: number,
  community: number,
): Promise<{ kept: GivenMonth[]; recorded: GivenMonth[] }> {
  const columns = `city_code as "cityCode", kind, key, to_char(month, 'YYYY-MM-DD') as month, community_code as "communityCode"`;
  const kept = await tx.query<GivenMonth & Record<string, unknown>>(
    `select ${columns}, services from recipient_month where city_code = $1 and community_code = $2 and services > 0`,
    [cityCode, community],
  );
  const recorded = await tx.query<GivenMonth & Record<string, unknown>>(
    `select ${columns}, count(*)::int as services
     from (select city_code, community_code, date_trunc('month', day)::date as month, given.kind, given.key
       from counted_record cross join lateral (values ('person', recipient_key), ('household', household_key))
         as given(kind, key)
       where city_code = $1 and community_code = $2 and service_minutes > 0 and given.key is not null) as given
     group by city_code, kind, key, month, community_code`,
    [cityCode, community],
  );
  return { kept, recorded };
}

/** Counts anew how many were served in every division of a region, of what its months say. */
export async function recountRecipients(tx: Tx, region: RegionRange): Promise<void> {
  const [firstCity, lastCity] = [region.cityCode, Math.floor(region.last / 1e8)];
  const sizes = keptSizes.filter((size) => size <= region.last - region.code + 1);
  const range = [firstCity, lastCity, region.code, region.last];
  const cities = await tx.query<{ city: number }>(
    'select distinct city_code as city from recipient_month where city_code between $1 and $2 order by 1',
    [firstCity, lastCity],
  );
  await tx.query(lockCities, [cities.map(({ city }) => city)]);
  await tx.query(
    `delete from recipient_counter where city_code between $1 and $2 and code between $3 and $4 and size = any($5)`,
    [...range, sizes],
  );
  await tx.query(
    `insert into recipient_counter (city_code, size, code, span, first_day, persons, households)
     select city_code, size, community_code / size * size, span,
       case span when 'month' then month else date_trunc('year', month)::date end,
       count(distinct key) filter (where kind = 'person'), count(distinct key) filter (where kind = 'household')
     from recipient_month cross join unnest($5::bigint[]) as size cross join (values ('month'), ('year')) as spans(span)
     where city_code between $1 and $2 and community_code between $3 and $4 and services > 0
     group by 1, 2, 3, 4, 5`,
    [...range, sizes],
  );
}
