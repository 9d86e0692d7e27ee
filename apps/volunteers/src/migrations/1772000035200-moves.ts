import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people lived before, and where those were registered who now live in another community. */
export class Moves1772000035200 implements MigrationInterface {
  readonly name = 'Moves1772000035200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table volunteer_move (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        from_code bigint not null,
        to_code bigint not null check (to_code <> from_code),
        moved_at timestamptz not null,
        by_role text not null,
        by_id text not null,
        primary key (city_code, id),
        foreign key (city_code, volunteer_id) references volunteer
      );
      create index volunteer_move_of on volunteer_move (city_code, volunteer_id, id);
      -- A registration counts for ever where it was made; here of those who have moved since.
      create table moved_registration (
        city_code int not null,
        volunteer_id uuid not null,
        community_code bigint not null,
        registered_at timestamptz not null,
        primary key (city_code, volunteer_id),
        check (city_code = community_code / 100000000)
      );
      create index moved_registration_place on moved_registration (city_code, community_code);
      alter table volunteer add column registered_code bigint;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table volunteer_move, moved_registration;
      alter table volunteer drop column registered_code;
    `);
  }
}
