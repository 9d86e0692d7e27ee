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
        events json not null,
        event_count int not null check (event_count > 0),
        occurred_at timestamptz not null,
        published_at timestamptz,
        primary key (city_code, id)
      );
      create index outbox_unpublished on outbox (id) where published_at is null;
      create view outbox_event as
        select city_code, outbox.id as outbox_id, (event->>'id')::uuid as id, subject, event->'data' as data,
          event->>'traceId' as trace_id, occurred_at, published_at
        from outbox cross join json_array_elements(events) as event;

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
    await runner.query('drop view outbox_event; drop table outbox, inbox, remembered_answer');
  }
}

/**
 * Events are read once, moments after they were written: compressing them took half the time of writing them.
 * The rows are gone after the configured days.
 */
export class PlainOutbox1772000059000 implements MigrationInterface {
  readonly name = 'PlainOutbox1772000059000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox alter column events set storage external');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table outbox alter column events set storage extended');
  }
}

/**
 * The inbox knows batches, and events one by one only where a batch had to be taken apart. What was told and not marked
 * as published may be known by its events: it goes out again as batches of one, which go by their events' ids.
 */
export class InboxOfBatches1772000059690 implements MigrationInterface {
  readonly name = 'InboxOfBatches1772000059690';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table inbox rename column event_id to id;
      alter table inbox add column apart boolean not null default false;
      with told as (delete from outbox where published_at is null and event_count > 1 returning *)
      insert into outbox (city_code, id, subject, events, event_count, occurred_at)
      select city_code, uuidv7(), subject, json_build_array(event), 1, occurred_at
      from told cross join json_array_elements(events) as event;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table inbox drop column apart; alter table inbox rename column id to event_id');
  }
}
