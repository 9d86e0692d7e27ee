import { type Actor, type TotalsInput } from '#contracts';
import { withClient } from '#local';
import { newTraceId, startService } from '#platform';
import type { Client } from 'pg';
import { reportingService } from '../../apps/reporting/src/definition.js';
import { ReportingService } from '../../apps/reporting/src/reporting.service.js';
import { type BenchResult, figure, type Figure, median, progress } from './harness.js';
import { benchSettings, type BenchServers, startStack } from './stack.js';

/** Communities of the country, by the division tables of 2023. */
const nationLeaves = 620_573;
const days = 365;
/** Folds that change a community's row on its day: one inserts it, the others update it. */
const foldsADay = 2;
const readsARound = 100;
/** Cities of the largest province. */
const cities = 21;
const system: Actor = { id: 'bench', role: 'system' };
const tables = ['day_counter', 'day_sum', 'ever_counter', 'ever_sum'] as const;

const regions = {
  province: '12',
  city: '1201',
  district: '120116',
  subdistrict: '120116014',
  community: '120116014001',
};

/**
 * How the counters grow: one district's communities over a year, written day by day as folds write them, triggers and all.
 * Bytes of a row here times the rows of a country are its size (docs/growth.md); readings by level and span.
 */
export async function growthBench(servers: BenchServers, rounds: number): Promise<BenchResult> {
  const stack = await startStack(servers, 'growth', {}, 'stations');
  try {
    const filled = await withClient(stack.adminUrl, (client) => fill(client));
    const service = await startService(reportingService, stack.env);
    try {
      const figures = await readFigures(service.app.get(ReportingService), rounds);
      return {
        settings: { ...benchSettings, days, foldsADay, cities, nationLeaves, rounds, readsARound },
        figures: [...filled, ...figures],
      };
    } finally {
      await service.stop();
    }
  } finally {
    await stack.stop();
  }
}

async function fill(client: Client): Promise<Figure[]> {
  await client.query(`set synchronous_commit = off; set search_path = reporting`);
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'ever_counter'::regclass and attnum > 0
       and not attisdropped and attname not in ('city_code', 'community_code') order by attnum`,
  );
  const columns = rows.map(({ name }) => name);
  await client.query(
    `create table place as select code from stations.region where level = 'community' and code / 1000000 = 120116`,
  );
  const begin = performance.now();
  for (let ago = days - 1; ago >= 0; ago--)
    for (let fold = 0; fold < foldsADay; fold++)
      for (const [table, keys, values] of [
        ['day_counter', 'city_code, community_code, day', `1201, code, current_date - ${ago}`],
        ['ever_counter', 'city_code, community_code', '1201, code'],
      ])
        await client.query(
          `insert into ${table} (${keys}, ${columns.join(', ')})
           select ${values}, ${columns.map((_, index) => `hashint8(code + ${ago + index}) & 7`).join(', ')} from place
           on conflict (${keys}) do update set ${columns.map((c) => `${c} = ${table}.${c} + excluded.${c}`).join(', ')}`,
        );
  const seconds = (performance.now() - begin) / 1000;
  progress(`${days} days of a district, ${foldsADay} folds each, in ${seconds.toFixed(0)} s`);
  // Ten metrics alone, each row written once: what the rows of any such table cannot be smaller than.
  await client.query(
    `create table ten_metrics (city_code int, community_code bigint, day date, primary key (city_code, community_code, day));
     ${columns
       .slice(0, 10)
       .map((c) => `alter table ten_metrics add column ${c} bigint not null default 0;`)
       .join('')}
     insert into ten_metrics select city_code, community_code, day, ${columns.slice(0, 10).join(', ')} from day_counter order by day`,
  );
  await client.query('vacuum analyze');
  const sizes = await sizesOf(client, [...tables, 'ten_metrics']);
  // The other cities of a large province are there as what a reading of it sees of them: their sums.
  await client.query(
    `insert into day_sum (city_code, size, code, day, ${columns.join(', ')})
       select 1201 + n, size, (1201 + n) * size, day, ${columns.join(', ')}
       from day_sum, generate_series(1, ${cities - 1}) as n where size = 100000000;
     insert into ever_sum (city_code, size, code, ${columns.join(', ')})
       select 1201 + n, size, (1201 + n) * size, ${columns.join(', ')}
       from ever_sum, generate_series(1, ${cities - 1}) as n where size = 100000000;
     insert into active_change (city_code, size, code, day, volunteers_active30, volunteers_active90, volunteers_active365)
       select distinct code / 100000000, size, code / size * size, current_date + ahead, -1, -1, -1
       from (select code + n * 100000000::bigint as code from place, generate_series(0, ${cities - 1}) as n) as p,
         unnest('{1000,1000000,100000000}'::bigint[]) as size, generate_series(1, ${days}) as ahead
       order by 1, 2, 3, 4;
     insert into active_change (city_code, size, code, day, volunteers_active30, volunteers_active90, volunteers_active365)
       select 1201, 1, code, current_date + ahead, -1, -1, -1 from place, generate_series(1, ${days}) as ahead order by 3, 4;
     insert into freshness select 1201 + n, now(), now() from generate_series(0, ${cities - 1}) as n;`,
  );
  await client.query('vacuum analyze');
  return [
    figure('growth.columns', columns.length, 'columns'),
    figure('growth.leaves_written_per_second', (sizes.leafRows * foldsADay) / seconds, 'rows/s'),
    ...sizes.figures,
  ];
}

async function sizesOf(
  client: Client,
  names: readonly string[],
): Promise<{ leafRows: number; figures: Figure[] }> {
  const { rows } = await client.query<{ name: string; rows: number; heap: number; indexes: number }>(
    `select relname as name, reltuples::float8 as rows, pg_table_size(oid)::float8 as heap, pg_indexes_size(oid)::float8 as indexes
     from pg_class where relnamespace = 'reporting'::regnamespace and relname = any($1) order by relname`,
    [names],
  );
  const leafRows = rows.find(({ name }) => name === 'day_counter')?.rows ?? 0;
  const nationRows = nationLeaves * days;
  const figures = rows.flatMap(({ name, rows: count, heap, indexes }) => [
    figure(`growth.${name}_rows`, count, 'rows'),
    figure(`growth.${name}_heap_bytes_a_row`, heap / count, 'bytes'),
    figure(`growth.${name}_index_bytes_a_row`, indexes / count, 'bytes'),
    // All of these tables grow with the communities; a day's row or an eternal one, each has as many as leaves of its kind.
    figure(`growth.${name}_nation_gib`, ((heap + indexes) * nationRows) / leafRows / 2 ** 30, 'GiB'),
  ]);
  return { leafRows, figures };
}

async function readFigures(reports: ReportingService, rounds: number): Promise<Figure[]> {
  const today = new Date().toISOString().slice(0, 10);
  const yearAgo = new Date(Date.now() - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const spans: Record<string, Omit<TotalsInput, 'region'>> = {
    ever: {},
    day: { from: today, to: today },
    year: { from: yearAgo, to: today },
  };
  const figures: Figure[] = [];
  for (const [level, region] of Object.entries(regions))
    for (const [span, over] of Object.entries(spans)) {
      const read = () => reports.getTotals({ region, ...over }, { actor: system, traceId: newTraceId() });
      const times: number[] = [];
      for (let turn = 0; turn < readsARound * rounds; turn++) {
        const begin = performance.now();
        await read();
        times.push(performance.now() - begin);
      }
      figures.push(figure(`growth.read_${span}_ms_${level}`, median(times), 'ms'));
      progress(`${level} ${span}: ${median(times).toFixed(2)} ms`);
    }
  return figures;
}
