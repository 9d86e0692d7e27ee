import { type FlowName, flowNames, standNames } from '#contracts';
import type { Database, Tx } from '#platform';
import type { GivenDay } from './home.js';
import type { Figure } from './reconcile.js';

const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Holds back every fold until the transaction ends: each begins with the inbox. Readers are not held back: they see
 * the counters as they were until all has changed.
 */
export async function holdFolds(tx: Tx): Promise<void> {
  await tx.query('lock table inbox in share row exclusive mode');
}

/** Every figure of a community that is not 0. */
export function readFigures(tx: Tx, cityCode: number, community: number): Promise<Figure[]> {
  return tx.query<Figure & Record<string, unknown>>(
    `select to_char(day, 'YYYY-MM-DD') as day, f.name, f.amount
     from day_counter cross join lateral (values ${flowNames.map((name) => `('${name}', ${columnOf(name)})`).join(', ')})
       as f(name, amount)
     where city_code = $1 and community_code = $2 and f.amount <> 0`,
    [cityCode, community],
  );
}

/** Sums since ever by community, of a region. */
export function readEver(
  database: Database,
  [firstCity, lastCity, first, last]: readonly number[],
): Promise<{ code: number; name: FlowName; amount: number }[]> {
  return database.query<{ code: number; name: FlowName; amount: number }>(
    `select community_code as code, f.name, f.amount
     from ever_counter cross join lateral (values ${flowNames.map((name) => `('${name}', ${columnOf(name)})`).join(', ')})
       as f(name, amount)
     where city_code between $1 and $2 and community_code between $3 and $4 and f.amount <> 0`,
    [firstCity, lastCity, first, last],
  );
}

/** The sums since ever of a community, made of its days. */
export async function sumEver(tx: Tx, cityCode: number, community: number): Promise<void> {
  const columns = flowNames.map(columnOf);
  await tx.query(
    `insert into ever_counter (city_code, community_code, ${columns.join(', ')})
     select $1, $2, ${columns.map((column) => `coalesce(sum(${column}), 0)`).join(', ')}
     from day_counter where city_code = $1 and community_code = $2
     on conflict (city_code, community_code) do update set
       ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    [cityCode, community],
  );
}

const living = `
    select volunteer_id from (
      select distinct on (volunteer_id) volunteer_id, community_code from standing
      where volunteer_id in (select volunteer_id from standing where community_code = $1) and version > 0
      order by volunteer_id, version desc) as newest
    where community_code = $1`;

/** What volunteers who live in a community gave, as their records say. */
export function readHomeDays(tx: Tx, community: number): Promise<GivenDay[]> {
  return tx.query<GivenDay & Record<string, unknown>>(
    `select city_code as "cityCode", volunteer_id as "volunteerId", to_char(day, 'YYYY-MM-DD') as day,
       count(*)::int as services,
       coalesce(sum(service_minutes) filter (where verification = 'deviceVerified'), 0)::int as "deviceVerifiedMinutes",
       coalesce(sum(service_minutes) filter (where verification = 'attested'), 0)::int as "attestedMinutes"
     from counted_record where volunteer_id in (${living}) and service_minutes > 0
     group by city_code, volunteer_id, day`,
    [community],
  );
}

/** Forgets what volunteers who live in a community gave; to be written anew. */
export async function forgetHomeDays(tx: Tx, community: number): Promise<void> {
  await tx.query(`delete from volunteer_day where volunteer_id in (${living})`, [community]);
}

/** Changes of who is active that are counted in a community itself, by day since 1970. */
export function readStands(tx: Tx, cityCode: number, community: number) {
  return tx.query<{ day: number } & Record<(typeof standNames)[number], number>>(
    `select day - date '1970-01-01' as day, ${standNames.map((name) => `${columnOf(name)} as "${name}"`).join(', ')}
     from active_change where city_code = $1 and size = 1 and code = $2`,
    [cityCode, community],
  );
}
