import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters of the leaves, the standing of volunteers they follow, and how fresh they are. */
export class CreateReporting1772000001000 implements MigrationInterface {
  readonly name = 'CreateReporting1772000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(counters);
    await runner.query(sources);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table freshness, standing, ever_counter, day_counter');
  }
}

/** As they were on the day of this migration: a later metric is a column more, in a migration of its own. */
const metrics = `
  volunteers_registered bigint not null default 0,
  volunteers_verified bigint not null default 0,
  needs_forwarded bigint not null default 0,
  errands_opened bigint not null default 0,
  errands_claimed bigint not null default 0,
  errands_released bigint not null default 0,
  errands_finished bigint not null default 0,
  services_confirmed bigint not null default 0,
  device_verified_minutes bigint not null default 0,
  attested_minutes bigint not null default 0,
  credits_issued_minutes bigint not null default 0`;

const counters = `
  -- One row a community and day on which something counted. Upper levels are sums over ranges of codes.
  create table day_counter (
    city_code int not null,
    community_code bigint not null,
    day date not null,
    ${metrics},
    primary key (city_code, community_code, day)
  ) with (fillfactor = 80);

  -- The same since ever, so that the figure asked for most does not grow slower by the day.
  create table ever_counter (
    city_code int not null,
    community_code bigint not null,
    ${metrics},
    primary key (city_code, community_code)
  ) with (fillfactor = 60);
`;

const sources = `
  -- What was last heard of each volunteer's verification, and where and when it counts.
  create table standing (
    city_code int not null,
    volunteer_id uuid not null,
    version int not null check (version >= 0),
    verified boolean not null,
    community_code bigint not null,
    day date not null,
    primary key (city_code, volunteer_id)
  );

  -- The newest event counted in each city.
  create table freshness (
    city_code int primary key,
    event_at timestamptz not null,
    counted_at timestamptz not null
  );
`;
