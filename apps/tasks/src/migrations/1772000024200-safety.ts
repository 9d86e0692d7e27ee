import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices from the way: running late, emergencies; and which calls the relay was asked for. */
export class Safety1772000024200 implements MigrationInterface {
  readonly name = 'Safety1772000024200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table errand_notice (
        city_code int not null,
        id uuid not null,
        kind text not null check (kind in ('late', 'emergency')),
        errand_id uuid not null,
        volunteer_id uuid not null,
        community_code bigint not null,
        minutes int check (minutes between 5 and 240),
        note text,
        point_sealed text,
        raised_at timestamptz not null,
        acknowledged_at timestamptz,
        acknowledged_by text,
        primary key (city_code, id),
        foreign key (city_code, errand_id) references errand (city_code, id),
        check ((acknowledged_at is null) = (acknowledged_by is null)),
        check (acknowledged_at >= raised_at),
        check ((kind = 'late') = (minutes is not null))
      );
      create index errand_notice_by_id on errand_notice (id);
      create index errand_notice_by_place on errand_notice (city_code, community_code, id desc);
      create unique index errand_notice_one_emergency on errand_notice (city_code, errand_id, volunteer_id)
        where kind = 'emergency' and acknowledged_at is null;

      -- Who asked the relay for a line, and when; numbers are written nowhere.
      create table call_arranged (
        city_code int not null,
        id uuid not null,
        errand_id uuid not null,
        volunteer_id uuid not null,
        by_role text not null,
        at timestamptz not null,
        primary key (city_code, id),
        foreign key (city_code, errand_id) references errand (city_code, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table call_arranged, errand_notice');
  }
}
