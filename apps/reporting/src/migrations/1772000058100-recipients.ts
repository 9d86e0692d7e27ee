import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom services were given to, told apart by digests, and how many different ones there were. */
export class Recipients1772000058100 implements MigrationInterface {
  readonly name = 'Recipients1772000058100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table recipient_counter, recipient_month;
      drop index counted_record_by_place;
      alter table counted_record drop column recipient_key, drop column household_key;
    `);
  }
}

const tables = `
  -- Unknown of records counted before.
  alter table counted_record add column recipient_key uuid, add column household_key uuid;
  create index counted_record_by_place on counted_record (city_code, community_code, day);

  -- Services that somebody, or somebody behind a door, was given in a community in a month.
  create table recipient_month (
    city_code int not null,
    kind text not null check (kind in ('person', 'household')),
    key uuid not null,
    month date not null check (extract(day from month) = 1),
    community_code bigint not null,
    services int not null check (services >= 0),
    primary key (city_code, kind, key, month, community_code)
  ) with (fillfactor = 90);
  create index recipient_month_by_place on recipient_month (city_code, community_code);

  -- How many different ones, in divisions of every size: these do not add up, so each is kept.
  create table recipient_counter (
    city_code int not null,
    size bigint not null,
    code bigint not null,
    span text not null check (span in ('month', 'year')),
    first_day date not null,
    persons bigint not null check (persons >= 0),
    households bigint not null check (households >= 0),
    primary key (city_code, size, code, span, first_day)
  ) with (fillfactor = 80);
`;
