import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Errands with several stops. */
export class Stops1772000025300 implements MigrationInterface {
  readonly name = 'Stops1772000025300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(stops);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table errand drop column stop_count');
    await runner.query('alter table need drop column stop_count');
    await runner.query('drop table need_stop');
  }
}

const stops = `
  create table need_stop (
    city_code int not null,
    need_id uuid not null,
    stop int not null check (stop between 1 and 10),
    place point not null,
    door_sealed text,
    task text not null,
    outcome text check (outcome in ('done', 'notPossible')),
    note text,
    checked_by uuid,
    checked_at timestamptz,
    primary key (city_code, need_id, stop),
    foreign key (city_code, need_id) references need (city_code, id),
    check ((outcome is null) = (checked_at is null) and (outcome is null) = (checked_by is null)),
    check (outcome is distinct from 'notPossible' or note is not null)
  );
  alter table need add column stop_count int not null default 0 check (stop_count between 0 and 10);
  -- Several stops are the way of one volunteer.
  alter table errand add column stop_count int not null default 0,
    add constraint errand_stops_of_one check (stop_count = 0 or slots = 1);
`;
