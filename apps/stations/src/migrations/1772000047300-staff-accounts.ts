import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts that were taken off, and passwords that are good for one use. */
export class StaffAccounts1772000047300 implements MigrationInterface {
  readonly name = 'StaffAccounts1772000047300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table staff
        add column disabled_at timestamptz,
        add column disabled_by text,
        add column one_time_until timestamptz,
        add constraint staff_disabled check (num_nonnulls(disabled_at, disabled_by) <> 1),
        add constraint staff_disabled_by_another check (disabled_by <> id::text);
      create index staff_administrator on staff (region_code)
        where role = 'administrator' and disabled_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index staff_administrator;
      alter table staff drop column disabled_at, drop column disabled_by, drop column one_time_until;
    `);
  }
}
