import { Database } from '#platform';
import { withClient } from '#local';
import { parseRegion } from '#regions';
import { type FeedFilter, nearest, newest } from '../../apps/tasks/src/feed.store.js';
import { summaryColumns, summaryOf } from '../../apps/tasks/src/summary.store.js';
import { alternate, type BenchResult, figure, median, medianRatio, progress } from './harness.js';
import { benchSettings, type BenchServers, startStack } from './stack.js';

const lanes = 16;
const secondsARound = 3;
const readsARound = 400;
const pageItems = 20;
const city = 1201;

/**
 * The feed's own statements, and what it makes of their rows, at so many open and closed errands of one city,
 * against reading one errand by its primary key through the same pool.
 */
export async function feedBench(
  servers: BenchServers,
  rounds: number,
  openErrands: number,
  closedErrands: number,
): Promise<BenchResult> {
  const stack = await startStack(servers, 'feed', {}, 'nothing');
  const url = stack.env['TASKS_DATABASE_URL'] ?? '';
  const database = await Database.open({ service: 'tasks', url, poolSize: lanes });
  try {
    await fill(stack.adminUrl, openErrands, closedErrands);
    const known = await someIds(stack.adminUrl);
    const rates = await alternate(rounds, {
      primaryKey: () => rate((turn) => oneErrand(database, known[turn % known.length] ?? '')),
      newest: () => rate(() => page(database, undefined)),
      district: () =>
        rate((turn) => page(database, undefined, `1201${String(1 + (turn % 16)).padStart(2, '0')}`)),
    });
    const deep = await cursorOfPage(database, 100);
    const micros = await alternate(rounds, {
      page1: () => medianMicros(() => page(database, undefined)),
      page100: () => medianMicros(() => page(database, deep)),
      nearest: () => medianMicros((turn) => near(database, turn)),
    });
    return {
      settings: { ...benchSettings, openErrands, closedErrands, lanes, rounds, secondsARound, pageItems },
      figures: [
        figure('feed.rate_over_pk', medianRatio(rates.newest, rates.primaryKey), 'ratio', { atLeast: 0.4 }),
        figure('feed.district_over_pk', medianRatio(rates.district, rates.primaryKey), 'ratio'),
        figure('feed.page100_over_page1', medianRatio(micros.page100, micros.page1), 'ratio', {
          atMost: 1.3,
        }),
        figure('feed.nearest_over_newest', medianRatio(micros.nearest, micros.page1), 'ratio', { atMost: 3 }),
        figure('feed.pages_per_second', median(rates.newest), 'pages/s'),
        figure('feed.keys_per_second', median(rates.primaryKey), 'lookups/s'),
        figure('feed.newest_micros', median(micros.page1), 'µs'),
        figure('feed.nearest_micros', median(micros.nearest), 'µs'),
      ],
    };
  } finally {
    await database.close();
    await stack.stop();
  }
}

/** Set-wise; the rows of needs and residents, which the feed never reads, are left out with their constraints. */
async function fill(adminUrl: string, openErrands: number, closedErrands: number): Promise<void> {
  progress(`filling ${(openErrands + closedErrands).toLocaleString('en')} errands`);
  await withClient(adminUrl, async (client) => {
    await client.query(`set session_replication_role = replica; set maintenance_work_mem = '512MB'`);
    const { rows } = await client.query<{ indexdef: string; name: string }>(
      `select indexdef, indexname as name from pg_indexes
       where schemaname = 'tasks' and tablename = 'errand' and indexname <> 'errand_pkey'`,
    );
    for (const { name } of rows) await client.query(`drop index tasks.${name}`);
    await client.query(fillErrands, [openErrands, closedErrands]);
    for (const { indexdef } of rows) await client.query(indexdef);
    await client.query('vacuum analyze tasks.errand');
  });
}

// Ids grow with time as those of version 7 do; open ones are spread evenly among the closed, over 16 districts of
// 20 subdistricts of 17 communities, on ground of some 60 by 60 km.
const fillErrands = `
  insert into tasks.errand (city_code, id, need_id, community_code, type, summary, place, window_start, window_end,
    expected_minutes, slots, slots_taken, state, opened_at)
  select ${city}, (lpad(to_hex(1772000000000 + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
    (lpad(to_hex(1772000000000 + n), 12, '0') || '70008000' || lpad(to_hex(n), 12, '0'))::uuid,
    120100000000 + (1 + n % 16) * 1000000 + (1 + n / 16 % 20) * 1000 + 1 + n / 320 % 17,
    (array['groceries', 'medicine', 'parcels', 'repair', 'company'])[1 + n % 5], 'rice and oil, third floor',
    point(117.2 + (n * 7919 % 100003) / 100003.0 * 0.7, 38.8 + (n * 104729 % 100019) / 100019.0 * 0.55),
    now(), now() + interval '20 days', 30, 1, (not is_open)::int,
    case when is_open then 'open' else 'recorded' end, now()
  from generate_series(1, $1::bigint + $2) n
    cross join lateral (select n * $1 / ($1 + $2) > (n - 1) * $1 / ($1 + $2) as is_open) of_these`;

async function someIds(adminUrl: string): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select id from tasks.errand tablesample system (0.05) limit 5000',
    );
    return rows.map(({ id }) => id);
  });
}

function filterOf(region: string): FeedFilter {
  const beginsBefore = new Date('9999-12-31T00:00:00Z');
  return { endsAfter: new Date(), beginsBefore, type: undefined, region: parseRegion(region) };
}

async function page(database: Database, before: string | undefined, region = String(city)): Promise<string> {
  const rows = await newest(database, filterOf(region), { before, limit: pageItems + 1 });
  const items = rows.slice(0, pageItems).map(summaryOf);
  if (items.length !== pageItems) throw new Error(`a page of ${items.length}`);
  return items.at(-1)?.id ?? '';
}

async function cursorOfPage(database: Database, number: number): Promise<string> {
  let cursor: string | undefined;
  for (let turned = 1; turned < number; turned++) cursor = await page(database, cursor);
  return cursor ?? '';
}

async function near(database: Database, turn: number): Promise<void> {
  const from = { longitude: 117.3 + ((turn * 37) % 50) / 100, latitude: 38.9 + ((turn * 53) % 35) / 100 };
  const rows = await nearest(database, from, filterOf(String(city)), pageItems);
  if (rows.map(summaryOf).length !== pageItems) throw new Error(`${rows.length} near`);
}

async function oneErrand(database: Database, id: string): Promise<void> {
  const statement = {
    name: 'bench.primaryKey',
    text: `select ${summaryColumns} from errand e where city_code = $1 and id = $2`,
  };
  const rows = await database.query<Parameters<typeof summaryOf>[0]>(statement, [city, id]);
  if (rows.map(summaryOf).length !== 1) throw new Error(`no errand ${id}`);
}

/** How often a second `read` is done, over as many lanes as there are connections. */
async function rate(read: (turn: number) => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  const until = begin + secondsARound * 1000;
  let turn = 0;
  const lane = async () => {
    while (performance.now() < until) await read(turn++);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return turn / ((performance.now() - begin) / 1000);
}

/** Of one read after another, when nobody else is there. */
async function medianMicros(read: (turn: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < readsARound; turn++) {
    const begin = performance.now();
    await read(turn);
    times.push((performance.now() - begin) * 1000);
  }
  return median(times);
}
