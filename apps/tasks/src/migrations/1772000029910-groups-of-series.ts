import type { MigrationInterface, QueryRunner } from 'typeorm';

/** With which organisation each need of a series is served. */
export class GroupsOfSeries1772000029910 implements MigrationInterface {
  readonly name = 'GroupsOfSeries1772000029910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table need_series add column group_id uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table need_series drop column group_id');
  }
}
