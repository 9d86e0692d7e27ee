import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When who of a station is at work. What is cancelled stays, with who did it. */
export class StaffShifts1772000063100 implements MigrationInterface {
  readonly name = 'StaffShifts1772000063100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table staff_shift (
        city_code int not null,
        id uuid not null,
        staff_id uuid not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null,
        made_by text not null,
        made_at timestamptz not null,
        cancelled_by text,
        cancelled_at timestamptz,
        primary key (city_code, id),
        foreign key (city_code, staff_id) references staff (city_code, id),
        check (ends_at between starts_at + interval '15 minutes' and starts_at + interval '16 hours'),
        check ((cancelled_by is null) = (cancelled_at is null))
      );
      create unique index staff_shift_by_id on staff_shift (id);
      create index staff_shift_of on staff_shift (city_code, staff_id, starts_at) where cancelled_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table staff_shift');
  }
}
