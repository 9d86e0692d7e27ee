import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stations publish: records in versions that are only ever added. */
export class StationStatistics1772000045000 implements MigrationInterface {
  readonly name = 'StationStatistics1772000045000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table statistic (
        city_code int not null,
        id uuid not null,
        region_code bigint not null,
        metric text not null,
        from_day date,
        to_day date not null check (to_day >= from_day),
        source text not null check (length(source) between 1 and 300),
        primary key (city_code, id),
        constraint statistic_region foreign key (city_code, region_code) references region,
        constraint statistic_once unique nulls not distinct (city_code, region_code, metric, from_day, to_day, source)
      );
      create index statistic_by_id on statistic (id);

      create table statistic_version (
        city_code int not null,
        id uuid not null,
        version int not null check (version between 1 and 10000),
        value bigint not null check (value >= 0),
        qualifier text not null check (qualifier in ('exact', 'approx', 'atLeast')),
        evidence text not null check (length(evidence) between 1 and 300),
        evidence_sha256 text check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
        is_withdrawn boolean not null,
        reason text check ((version = 1) = (reason is null)),
        entered_role text not null,
        entered_by text not null,
        entered_at timestamptz not null,
        primary key (city_code, id, version),
        foreign key (city_code, id) references statistic
      );
      revoke update, delete, truncate on statistic, statistic_version from stations;
      create function refuse_statistic_change() returns trigger language plpgsql as $$
      begin
        raise exception 'records and their versions are never changed or deleted; add one' using errcode = 'restrict_violation';
      end $$;
      create trigger statistic_insert_only before update or delete or truncate on statistic
        for each statement execute function refuse_statistic_change();
      create trigger statistic_version_insert_only before update or delete or truncate on statistic_version
        for each statement execute function refuse_statistic_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statistic_version, statistic; drop function refuse_statistic_change()');
  }
}
