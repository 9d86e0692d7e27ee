import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What cities issued for their public pools, why and by whom, and how much of it a year. */
export class PoolFundings1772000013000 implements MigrationInterface {
  readonly name = 'PoolFundings1772000013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The id is its transfer's.
      create table pool_funding (
        city_code int not null,
        id uuid not null,
        minutes int not null check (minutes between 1 and 1000000),
        reason text not null check (length(reason) between 1 and 200),
        pool_minutes bigint not null check (pool_minutes >= minutes),
        year_minutes int not null check (year_minutes >= minutes),
        actor_role text not null,
        actor_id text not null,
        funded_at timestamptz not null,
        primary key (city_code, id)
      );
      create index pool_funding_newest on pool_funding (city_code, funded_at desc, id desc);
      revoke update, delete, truncate on pool_funding from ledger;

      -- The sum of a city's fundings in a calendar year of Asia/Shanghai, which has a limit.
      create table pool_funding_year (
        city_code int not null,
        year int not null check (year between 2020 and 2200),
        funded_minutes int not null,
        primary key (city_code, year),
        constraint pool_funding_year_limit check (funded_minutes between 1 and 12000000)
      );
      revoke delete, truncate on pool_funding_year from ledger;

      create function refuse_funding_change() returns trigger language plpgsql as $$
      begin
        raise exception 'fundings of a pool are never changed or deleted' using errcode = 'restrict_violation';
      end
      $$;
      create trigger pool_funding_insert_only before update or delete or truncate on pool_funding
        for each statement execute function refuse_funding_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pool_funding_year, pool_funding; drop function refuse_funding_change();');
  }
}
