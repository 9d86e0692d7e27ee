import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepRegionSums } from './region.sums.js';

/** Sums of subdistricts, districts and cities, so that a city is not read from thousands of communities. */
export class RegionSums1772000059500 implements MigrationInterface {
  readonly name = 'RegionSums1772000059500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await keepRegionSums(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const counter of ['day_counter', 'ever_counter']) {
      for (const change of ['insert', 'update', 'delete', 'truncate']) {
        await runner.query(`drop trigger ${counter}_${change}_carries on ${counter}`);
        await runner.query(`drop function ${counter}_${change}_carries()`);
      }
    }
    await runner.query('drop table ever_sum, day_sum');
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
