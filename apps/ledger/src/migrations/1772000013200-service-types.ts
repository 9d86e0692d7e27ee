import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done, so that a dry run can price it; null of services told before types were. */
export class ServiceTypes1772000013200 implements MigrationInterface {
  readonly name = 'ServiceTypes1772000013200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table earned_record add column type text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table earned_record drop column type');
  }
}
