import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was bought on errands, and its way back into the volunteer's pocket. */
export class Purchases1772000025510 implements MigrationInterface {
  readonly name = 'Purchases1772000025510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table purchase (
        city_code int not null,
        id uuid not null,
        errand_id uuid not null,
        volunteer_id uuid not null,
        community_code bigint not null,
        state text not null check (state in ('submitted', 'paid', 'received', 'refused')),
        amount_fen int not null check (amount_fen > 0),
        ceiling_fen int not null,
        -- No foreign key: photos are forgotten sooner.
        photo_id uuid not null,
        submitted_at timestamptz not null,
        paid_by text check (paid_by in ('cash', 'wechat', 'bank')),
        reason text,
        decided_by text,
        decided_at timestamptz,
        received_at timestamptz,
        primary key (city_code, id),
        foreign key (city_code, errand_id) references errand (city_code, id),
        constraint purchase_within_ceiling check (amount_fen <= ceiling_fen),
        check ((state = 'submitted') = (decided_at is null)),
        check ((decided_at is null) = (decided_by is null)),
        check ((state in ('paid', 'received')) = (paid_by is not null)),
        check ((state = 'refused') = (reason is not null)),
        check ((state = 'received') = (received_at is not null))
      );
      create index purchase_by_id on purchase (id);
      create index purchase_by_place on purchase (city_code, community_code, id desc);
      create index purchase_by_volunteer on purchase (volunteer_id, id desc);
      create unique index purchase_once on purchase (city_code, errand_id, volunteer_id) where state <> 'refused';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table purchase');
  }
}
