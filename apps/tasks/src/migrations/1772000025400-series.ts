import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs that come again. */
export class Series1772000025400 implements MigrationInterface {
  readonly name = 'Series1772000025400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(series);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table need drop column series_id, drop column series_day');
    await runner.query('drop table series_skip, need_series');
  }
}

const series = `
  create table need_series (
    city_code int not null,
    id uuid not null,
    resident_id uuid not null,
    community_code bigint not null,
    content jsonb not null,
    channel text not null,
    -- Calendar days in Asia/Shanghai, as text: no driver may turn them into an instant.
    first_day text not null check (first_day ~ '^\\d{4}-\\d\\d-\\d\\d$'),
    start_time text not null check (start_time ~ '^\\d\\d:\\d\\d$'),
    window_minutes int not null check (window_minutes between 15 and 1440),
    rule text not null,
    holidays text not null check (holidays in ('keep', 'skip')),
    state text not null check (state in ('submitted', 'active', 'ended')),
    posted_by text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    next_day text,
    primary key (city_code, id),
    foreign key (city_code, resident_id) references resident (city_code, id)
  );
  create index need_series_by_id on need_series (id);
  create index need_series_by_place on need_series (city_code, community_code, id desc);
  create index need_series_by_resident on need_series (city_code, resident_id, id desc);
  create index need_series_due on need_series (next_day) where state = 'active' and next_day is not null;

  create table series_skip (
    city_code int not null,
    series_id uuid not null,
    day text not null,
    reason text not null,
    by_role text not null,
    at timestamptz not null,
    primary key (city_code, series_id, day),
    foreign key (city_code, series_id) references need_series (city_code, id)
  );

  alter table need add column series_id uuid, add column series_day text;
  -- One need a day of a series, whoever posts it.
  create unique index need_of_series_day on need (city_code, series_id, series_day) where series_id is not null;
`;
