import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sums of subdistricts, districts and cities, so that a city is not read from thousands of communities. */
export class RegionSums1772000059500 implements MigrationInterface {
  readonly name = 'RegionSums1772000059500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(keeping);
    await runner.query('call keep_region_sums()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const counter of ['day_counter', 'ever_counter']) {
      for (const change of ['insert', 'update', 'delete', 'truncate']) {
        await runner.query(`drop trigger ${counter}_${change}_carries on ${counter}`);
        await runner.query(`drop function ${counter}_${change}_carries()`);
      }
    }
    await runner.query('drop procedure keep_region_sums; drop table ever_sum, day_sum');
  }
}

const tables = `
  create table day_sum (
    city_code int not null,
    size bigint not null,
    code bigint not null,
    day date not null,
    primary key (city_code, size, code, day),
    check (code % size = 0)
  ) with (fillfactor = 80);
  create table ever_sum (
    city_code int not null,
    size bigint not null,
    code bigint not null,
    primary key (city_code, size, code),
    check (code % size = 0)
  ) with (fillfactor = 50);
  revoke insert, update, delete, truncate on day_sum, ever_sum from reporting;

  create function day_counter_truncate_carries() returns trigger language plpgsql security definer
    set search_path from current as $$ begin truncate day_sum; return null; end $$;
  create trigger day_counter_truncate_carries after truncate on day_counter
    for each statement execute function day_counter_truncate_carries();
  create function ever_counter_truncate_carries() returns trigger language plpgsql security definer
    set search_path from current as $$ begin truncate ever_sum; return null; end $$;
  create trigger ever_counter_truncate_carries after truncate on ever_counter
    for each statement execute function ever_counter_truncate_carries();
`;

const keeping = `
  -- Lets the sums of regions follow every column that the counters have now: to be called by each migration that
  -- adds one. A trigger carries what a statement changes in a counter into the sums above it, so that no writer, no
  -- correction and no rebuilding can leave a region that is not the sum of its communities.
  create procedure keep_region_sums() language plpgsql as $procedure$
  declare
    names text[] := array(
      select attname::text from pg_attribute where attrelid = 'ever_counter'::regclass and attnum > 0
        and not attisdropped and attname not in ('city_code', 'community_code') order by attnum);
    plain text := array_to_string(names, ', ');
    negative text := (select string_agg(format('-%1$s as %1$s', c), ', ') from unnest(names) as c);
    summed text := (select string_agg(format('sum(%s)', c), ', ') from unnest(names) as c);
    counter text;
    total text;
    keys text;
    change text;
    carry text;
    changed text;
  begin
    for counter, total, keys in values ('day_counter', 'day_sum', ', day'), ('ever_counter', 'ever_sum', '') loop
      execute (select string_agg(
        format('alter table %s add column if not exists %s bigint not null default 0', total, c), ';')
        from unnest(names) as c);
      carry := format(
        'insert into %1$s (city_code, size, code%2$s, %3$s)
           select city_code, size, community_code / size * size%2$s, %4$s from (CHANGED) as changed
             cross join (values (1000::bigint), (1000000), (100000000)) as kept(size)
           group by city_code, size, community_code / size * size%2$s
           order by city_code, size, community_code / size * size%2$s
           on conflict (city_code, size, code%2$s) do update set %5$s',
        total, keys, plain, summed,
        (select string_agg(format('%1$s = %2$s.%1$s + excluded.%1$s', c, total), ', ') from unnest(names) as c));
      foreach change in array array['insert', 'update', 'delete'] loop
        changed := concat_ws(' union all ',
          case when change <> 'delete' then format('select city_code, community_code%s, %s from added', keys, plain) end,
          case when change <> 'insert' then format('select city_code, community_code%s, %s from taken', keys, negative) end);
        -- With its owner's rights: nobody else may write the sums.
        execute format(
          'create or replace function %s() returns trigger language plpgsql security definer
             set search_path from current as %L',
          counter || '_' || change || '_carries',
          format('begin if exists (select from %s) then %s; end if; return null; end',
            case change when 'delete' then 'taken' else 'added' end, replace(carry, 'CHANGED', changed)));
        execute format(
          'create or replace trigger %1$s after %2$s on %3$s referencing %4$s for each statement execute function %1$s()',
          counter || '_' || change || '_carries', change, counter,
          concat_ws(' ', case when change <> 'insert' then 'old table as taken' end,
            case when change <> 'delete' then 'new table as added' end));
      end loop;
      execute 'truncate ' || total;
      execute replace(carry, 'CHANGED', format('select city_code, community_code%s, %s from %s', keys, plain, counter));
    end loop;
  end
  $procedure$;
`;
