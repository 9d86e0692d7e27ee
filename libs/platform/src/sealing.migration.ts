import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of every service that seals: who asked to count or to seal anew, how far that is, and the last count by key. */
export class Sealing1772000071000 implements MigrationInterface {
  readonly name = 'Sealing1772000071000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sealing_run (
        id uuid primary key,
        kind text not null check (kind in ('count', 'reseal')),
        -- The current key of who asked: whoever seals with another leaves the run alone.
        key_id text not null,
        -- Null for the operator's command.
        by_id uuid,
        region_code bigint,
        asked_at timestamptz not null,
        step text not null default 'counting' check (step in ('counting', 'sealing')),
        round int not null default 1,
        -- The row that was read last; null at the beginning of a step.
        table_name text,
        place jsonb,
        counted_values bigint not null default 0,
        -- Null until the first count ends.
        total_values bigint,
        sealed_values bigint not null default 0,
        torn_values bigint not null default 0,
        unreadable_values bigint not null default 0,
        counted_at timestamptz,
        counted_round int,
        progressed_at timestamptz not null,
        ended_at timestamptz,
        outcome text check (outcome in ('done', 'incomplete', 'superseded')),
        check ((ended_at is null) = (outcome is null))
      );
      create unique index sealing_run_one on sealing_run ((true)) where ended_at is null;
      create index sealing_run_asked on sealing_run (asked_at, id);
      create table sealed_count (
        run_id uuid not null,
        round int not null,
        table_name text not null,
        column_name text not null,
        key_id text not null,
        value_count bigint not null,
        primary key (run_id, round, table_name, column_name, key_id)
      );
      do $$ begin
        -- Who asked for what stands; how far it is changes.
        execute format('revoke update, delete, truncate on sealing_run from %I', current_schema());
        execute format('grant update (step, round, table_name, place, counted_values, total_values, sealed_values,
          torn_values, unreadable_values, counted_at, counted_round, progressed_at, ended_at, outcome) on sealing_run to %I',
          current_schema());
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sealing_run, sealed_count');
  }
}
