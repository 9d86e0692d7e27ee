import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every service needs to send and receive exactly once: outbox, inbox, remembered answers. */
export class CreateMessaging1772000000000 implements MigrationInterface {
  readonly name = 'CreateMessaging1772000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table outbox (
        city_code int not null,
        id uuid not null,
        subject text not null,
        data json not null,
        trace_id text not null,
        occurred_at timestamptz not null,
        published_at timestamptz,
        primary key (city_code, id)
      );
      create index outbox_unpublished on outbox (id) where published_at is null;

      create table inbox (
        city_code int not null,
        event_id uuid not null,
        received_at timestamptz not null default now(),
        primary key (city_code, event_id)
      );

      create table remembered_answer (
        actor_id text not null,
        key text not null check (length(key) between 1 and 200),
        subject text not null,
        input_hash bytea not null,
        answer json,
        answered_at timestamptz not null default now(),
        primary key (actor_id, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox, inbox, remembered_answer');
  }
}
