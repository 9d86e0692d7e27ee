import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With which organisation a need is served: its minutes are those of a group in the time bank. */
export class GroupNeeds1772000029600 implements MigrationInterface {
  readonly name = 'GroupNeeds1772000029600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table need add column group_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table need drop column group_id');
  }
}
