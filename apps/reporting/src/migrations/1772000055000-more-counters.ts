import type { MigrationInterface, QueryRunner } from 'typeorm';

/** States of needs, credits by kind, what volunteers gave by where they live, and who is active. */
export class MoreCounters1772000055000 implements MigrationInterface {
  readonly name = 'MoreCounters1772000055000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['day_counter', 'ever_counter'])
      await runner.query(
        `alter table ${table} ${metrics.map((name) => `add column ${name} bigint not null default 0`).join(', ')}`,
      );
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table active_change, volunteer_day');
    await runner.query(
      'drop index standing_of_volunteer; alter table counted_record drop column volunteer_id',
    );
    for (const table of ['day_counter', 'ever_counter'])
      await runner.query(`alter table ${table} ${metrics.map((name) => `drop column ${name}`).join(', ')}`);
  }
}

const metrics = [
  'needs_submitted',
  'needs_verified',
  'needs_accepted',
  'needs_posted',
  'needs_dispatched',
  'needs_referred',
  'needs_rejected',
  'needs_fulfilled',
  'needs_closed',
  'needs_cancelled',
  'errands_checked_in',
  'home_services_confirmed',
  'home_device_verified_minutes',
  'home_attested_minutes',
  'credits_spent_minutes',
  'credits_expired_minutes',
  'credits_written_off_minutes',
];

const tables = `
  -- Unknown of records counted before; these have no volunteer_day either.
  alter table counted_record add column volunteer_id uuid;
  create index standing_of_volunteer on standing (volunteer_id);

  -- What a volunteer gave on a day in a city: it counts where the volunteer lives, and moves along.
  create table volunteer_day (
    city_code int not null,
    volunteer_id uuid not null,
    day date not null,
    services int not null check (services >= 0),
    device_verified_minutes int not null check (device_verified_minutes >= 0),
    attested_minutes int not null check (attested_minutes >= 0),
    primary key (city_code, volunteer_id, day)
  ) with (fillfactor = 90);
  create index volunteer_day_of_volunteer on volunteer_day (volunteer_id, day);

  -- How many more are active from a day on, for divisions of every size. Whoever begins also ceases, at most a
  -- year later: all changes of a division add up to 0, and those after a day are the opposite of its figure.
  create table active_change (
    city_code int not null,
    size bigint not null,
    code bigint not null,
    day date not null,
    volunteers_active30 bigint not null,
    volunteers_active90 bigint not null,
    volunteers_active365 bigint not null,
    primary key (city_code, size, code, day)
  ) with (fillfactor = 80);
`;
