import type { QueryRunner } from 'typeorm';

/** Codes that a subdistrict, a district and a city span: the regions whose sums are kept. */
export const keptSizes = [1_000, 1_000_000, 100_000_000];

const counters = [
  { counter: 'day_counter', sum: 'day_sum', day: ', day' },
  { counter: 'ever_counter', sum: 'ever_sum', day: '' },
];

/**
 * Lets the sums of regions follow every column that the counters have now: to be called by each migration that adds
 * one. A trigger carries what a statement changes in a counter into the sums above it, so that no writer, no
 * correction and no rebuilding can leave a region that is not the sum of its communities.
 */
export async function keepRegionSums(runner: QueryRunner): Promise<void> {
  const columns = await countedColumns(runner);
  for (const { counter, sum, day } of counters) {
    await runner.query(
      `alter table ${sum} ${columns.map((column) => `add column if not exists ${column} bigint not null default 0`).join(', ')}`,
    );
    const carry = (change: string) => `
      insert into ${sum} (city_code, size, code${day}, ${columns.join(', ')})
      select city_code, size, community_code / size * size${day}, ${columns.map((column) => `sum(${column})`).join(', ')}
      from (${change}) as changed cross join (values ${keptSizes.map((size) => `(${size}::bigint)`).join(', ')}) as kept(size)
      group by city_code, size, community_code / size * size${day}
      order by city_code, size, community_code / size * size${day}
      on conflict (city_code, size, code${day}) do update set
        ${columns.map((column) => `${column} = ${sum}.${column} + excluded.${column}`).join(', ')}`;
    const added = `select city_code, community_code${day}, ${columns.join(', ')} from added`;
    const taken = `select city_code, community_code${day}, ${columns.map((column) => `-${column} as ${column}`).join(', ')} from taken`;
    await follow(runner, counter, 'insert', 'new table as added', 'added', carry(added));
    await follow(runner, counter, 'delete', 'old table as taken', 'taken', carry(taken));
    await follow(
      ...([runner, counter, 'update', 'old table as taken new table as added', 'added'] as const),
      carry(`${added} union all ${taken}`),
    );
    await runner.query(`truncate ${sum}`);
    await runner.query(
      carry(`select city_code, community_code${day}, ${columns.join(', ')} from ${counter}`),
    );
  }
}

/** What is counted: the same in both counters. */
async function countedColumns(runner: QueryRunner): Promise<string[]> {
  const rows = (await runner.query(
    `select attname as name from pg_attribute where attrelid = 'ever_counter'::regclass and attnum > 0
       and not attisdropped and attname not in ('city_code', 'community_code') order by attnum`,
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}

// With its owner's rights: nobody else may write the sums.
async function follow(
  runner: QueryRunner,
  counter: string,
  change: 'insert' | 'update' | 'delete',
  tables: string,
  changed: string,
  carry: string,
): Promise<void> {
  const name = `${counter}_${change}_carries`;
  await runner.query(
    `create or replace function ${name}() returns trigger language plpgsql security definer
       set search_path from current as $$
     begin
       if exists (select from ${changed}) then ${carry}; end if;
       return null;
     end
     $$`,
  );
  await runner.query(
    `create or replace trigger ${name} after ${change} on ${counter} referencing ${tables}
       for each statement execute function ${name}()`,
  );
}
