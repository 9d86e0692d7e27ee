import { type Actor, reporting, type TotalsInput } from '#contracts';
import { withClient } from '#local';
import { newTraceId, type RunningService, startService } from '#platform';
import type { Client } from 'pg';
import { reportingService } from '../../apps/reporting/src/definition.js';
import { ReportingService } from '../../apps/reporting/src/reporting.service.js';
import { alternate, type BenchResult, figure, median, medianRatio, progress } from './harness.js';
import { foldBench } from './report.fold.js';
import { benchSettings, type BenchServers, type Stack, startStack } from './stack.js';

const volunteersACity = 1_000_000;
const days = 30;
const readsARound = 300;
const system: Actor = { id: 'bench', role: 'system' };

/** Where a point is read, and over which days: since ever, and one day, which is read from the rows of days. */
const reads: Record<string, TotalsInput> = {
  city: { region: '1201' },
  district: { region: '120116' },
  subdistrict: { region: '120116014' },
  community: { region: '120116014001' },
};

/** A country of so many volunteers: counters of its communities, and the plain table that a naive report groups. */
interface Country {
  volunteers: number;
  stack: Stack;
  service: RunningService;
}

/**
 * Totals as the running service reads them, at every level of one city, in a small country and in a large one,
 * in turns; beside it a plain GROUP BY over the volunteers; then how fast events become counters, and how fresh.
 * @param sizes volunteers of each country, growing, in millions at least; a city has one million
 */
export async function reportBench(
  servers: BenchServers,
  rounds: number,
  sizes: readonly number[],
): Promise<BenchResult> {
  const countries: Country[] = [];
  const figures: BenchResult['figures'] = [];
  try {
    for (const volunteers of sizes) countries.push(await found(servers, volunteers));
    figures.push(...(await readFigures(countries, rounds)));
    for (const country of countries) figures.push(...(await sizeFigures(country)));
  } finally {
    for (const { service, stack } of countries) {
      await service.stop();
      await stack.stop();
    }
  }
  // The pages of large countries would be written to the disk while events are folded.
  await withClient(servers.postgres.adminUrl, (client) => client.query('checkpoint'));
  const fold = await foldBench(servers, rounds);
  return {
    settings: {
      ...{ ...benchSettings, rounds, countries: sizes.join(), volunteersACity, days, readsARound },
      ...fold.settings,
    },
    figures: [...figures, ...fold.figures],
  };
}

async function found(servers: BenchServers, volunteers: number): Promise<Country> {
  const stack = await startStack(servers, `report_${nameOf(volunteers)}`, {}, 'stations');
  const begin = performance.now();
  await withClient(stack.adminUrl, (client) => fill(client, volunteers));
  const seconds = Math.round((performance.now() - begin) / 1000);
  progress(`${volunteers.toLocaleString('en')} volunteers counted set by set in ${seconds} s`);
  return { volunteers, stack, service: await startService(reportingService, stack.env) };
}

/** `100m` */
function nameOf(volunteers: number): string {
  return `${volunteers / 1_000_000}m`;
}

/**
 * Every city has the communities of Tianjin under a code of its own, and a million volunteers; each community has
 * a row a day. What counts is drawn from the row's own numbers, so that every run has the same.
 */
async function fill(client: Client, volunteers: number): Promise<void> {
  await client.query(`set synchronous_commit = off; set work_mem = '256MB'; set search_path = reporting`);
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'reporting'
       and table_name = 'ever_counter' and data_type = 'bigint' and column_name <> 'community_code' order by 1`,
  );
  const columns = rows.map(({ column_name }) => column_name);
  const drawn = columns.map((_, index) => `1 + (hashint8(code + ${index}) & 7) as c${index}`);
  const cities = volunteers / volunteersACity;
  await client.query(
    `create table place as
     select city, city * 100000000 + code % 100000000 as code
     from stations.region
       cross join (select case n when 0 then 1201 else 1301 + n / 20 * 100 + n % 20 end::bigint as city
         from generate_series(0, $1::int - 1) as n) as city
     where level = 'community' and city_code = 1201`,
    [cities],
  );
  await client.query(
    `insert into day_counter (city_code, community_code, day, ${columns.join(', ')})
     select city, code, current_date - n, ${columns.map((_, index) => `c${index}`).join(', ')}
     from (select city, code, ${drawn.join(', ')} from place) as p, generate_series(0, ${days - 1}) as n
     order by city, code, n desc`,
  );
  await client.query(
    `insert into ever_counter (city_code, community_code, ${columns.join(', ')})
     select city_code, community_code, ${columns.map((column) => `sum(${column})`).join(', ')}
     from day_counter group by 1, 2 order by 1, 2`,
  );
  await client.query(
    `insert into active_change (city_code, size, code, day, volunteers_active30, volunteers_active90, volunteers_active365)
     select city, size, code / size * size, current_date + ahead, sum(-1), sum(-1), sum(-1)
     from place, (values (1::bigint, 200), (1000, 1), (1000000, 1), (100000000, 1)) as kept(size, step),
       generate_series(1, 365, step) as ahead
     group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  );
  await client.query(`insert into freshness select distinct city::int, now(), now() from place`);
  await client.query(
    `create unlogged table volunteer as
     select city::int as city_code, city * 100000000 + (101 + n % 16) * 1000000 + n / 16 % 351 as community_code,
       n % 3 > 0 as verified
     from generate_series(0, $1::bigint - 1) as n, lateral (select 1201 + n / ${volunteersACity} as city) as c`,
    [volunteers],
  );
  await client.query(
    'vacuum analyze day_counter, ever_counter, day_sum, ever_sum, active_change, active_month',
  );
  await client.query('vacuum analyze volunteer');
}

async function readFigures(countries: Country[], rounds: number): Promise<BenchResult['figures']> {
  const [small, large] = [countries[0] as Country, countries.at(-1) as Country];
  const levels = Object.keys(reads);
  const contestants: Record<string, () => Promise<number>> = {};
  for (const country of countries)
    for (const level of levels) {
      const name = `${level}_${nameOf(country.volunteers)}`;
      contestants[name] = () => medianMicros(country, reads[level] as TotalsInput);
      const day = new Date().toISOString().slice(0, 10);
      contestants[`${name}_day`] = () =>
        medianMicros(country, { ...(reads[level] as TotalsInput), from: day, to: day });
    }
  const micros = await alternate(rounds, contestants);
  const at = (level: string, country: Country, suffix = '') =>
    micros[`${level}_${nameOf(country.volunteers)}${suffix}`] ?? [];
  const naive = await naiveMs(large);
  const slowest = Math.max(...levels.map((level) => median(at(level, large)))) / 1000;
  const ratios = levels.map((level) => medianRatio(at(level, large), at(level, small)));
  const ratioId = `report.read_${nameOf(large.volunteers)}_over_${nameOf(small.volunteers)}`;
  return [
    figure(ratioId, Math.max(...ratios), 'ratio', { atMost: 1.3 }),
    figure('report.read_ms', slowest, 'ms', { atMost: 1 }),
    ...levels.map((level) => figure(`report.read_ms_${level}`, median(at(level, large)) / 1000, 'ms')),
    ...levels.map((level) =>
      figure(`report.read_day_ms_${level}`, median(at(level, large, '_day')) / 1000, 'ms'),
    ),
    figure(`report.naive_ms_${nameOf(large.volunteers)}`, naive, 'ms'),
    figure('report.naive_over_read', naive / slowest, 'ratio'),
  ];
}

/** Of one read after another, when nobody else is there. */
async function medianMicros({ service }: Country, input: TotalsInput): Promise<number> {
  const reports = service.app.get(ReportingService);
  const call = { actor: system, traceId: newTraceId() };
  const times: number[] = [];
  for (let turn = 0; turn < readsARound; turn++) {
    const begin = performance.now();
    const { metrics } = await reports.getTotals(input, call);
    times.push((performance.now() - begin) * 1000);
    if (metrics.volunteersRegistered === 0)
      throw new Error(`${reporting.getTotals.subject}: nothing counted`);
  }
  return median(times);
}

/** The same question of the volunteers themselves: registered and verified by district. */
async function naiveMs({ stack, volunteers }: Country): Promise<number> {
  return withClient(stack.adminUrl, async (client) => {
    const begin = performance.now();
    const { rows } = await client.query<{ counted: string }>(
      `select sum(registered)::text as counted from (
         select city_code, community_code / 1000000 as district, count(*) as registered,
           count(*) filter (where verified) as verified
         from reporting.volunteer group by 1, 2) as district`,
    );
    const ms = performance.now() - begin;
    if (Number(rows[0]?.counted) !== volunteers) throw new Error(`${rows[0]?.counted} volunteers grouped`);
    progress(`naive GROUP BY over ${volunteers.toLocaleString('en')} volunteers: ${Math.round(ms)} ms`);
    return ms;
  });
}

/** How the counters grow: rows and bytes, indexes included. */
async function sizeFigures({ stack, volunteers }: Country): Promise<BenchResult['figures']> {
  return withClient(stack.adminUrl, async (client) => {
    const { rows } = await client.query<{ name: string; rows: string; bytes: string }>(
      `select relname as name, reltuples::bigint as rows, pg_total_relation_size(oid) as bytes from pg_class
       where relnamespace = 'reporting'::regnamespace and relname in ('day_counter', 'ever_counter') order by 1`,
    );
    return rows.flatMap((table) => {
      const name = `report.${table.name.replace('_counter', '')}`;
      return [
        figure(`${name}_rows_${nameOf(volunteers)}`, Number(table.rows), 'rows'),
        figure(
          `${name}_bytes_a_row_${nameOf(volunteers)}`,
          Number(table.bytes) / Number(table.rows),
          'bytes',
        ),
      ];
    });
  });
}
