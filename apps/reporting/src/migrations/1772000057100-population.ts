import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Population by division, in versions: what a ratio was computed with can be looked up. */
export class Population1772000057100 implements MigrationInterface {
  readonly name = 'Population1772000057100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Country-wide: which file each version was.
      create table population_version (
        version int primary key check (version > 0),
        digest bytea not null check (length(digest) = 32),
        loaded_at timestamptz not null
      );
      create table population (
        city_code int not null,
        version int not null check (version > 0),
        region_code bigint not null,
        persons bigint not null check (persons between 1 and 2000000000),
        qualifier text not null check (qualifier in ('exact', 'approx', 'atLeast')),
        source text not null check (length(source) between 1 and 300),
        primary key (city_code, version, region_code)
      );
      revoke update, delete, truncate on population_version, population from reporting;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table population, population_version');
  }
}
