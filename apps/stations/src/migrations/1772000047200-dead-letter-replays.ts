import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who had which dead letters delivered again; the log only grows. */
export class DeadLetterReplays1772000047200 implements MigrationInterface {
  readonly name = 'DeadLetterReplays1772000047200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dead_letter_replay (
        city_code int not null,
        id uuid not null,
        consumer text not null,
        -- Of the one letter; null for all there were then.
        sequence bigint check (sequence > 0),
        last_sequence bigint not null check (last_sequence >= 0),
        by_id uuid not null,
        region_code bigint not null,
        at timestamptz not null,
        primary key (city_code, id)
      );
      create index dead_letter_replay_id on dead_letter_replay (id);
      revoke update, delete, truncate on dead_letter_replay from stations;
      create trigger dead_letter_replay_insert_only before update or delete or truncate on dead_letter_replay
        for each statement execute function refuse_role_audit_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table dead_letter_replay');
  }
}
