import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services somebody gave under a registration that was merged into another since. */
export class MergedRecords1772000029700 implements MigrationInterface {
  readonly name = 'MergedRecords1772000029700';

  async up(runner: QueryRunner): Promise<void> {
    // Null where that is volunteer_id. Others are told of a record under the one name, whatever became of it.
    await runner.query(
      'alter table service_record add column served_as uuid check (served_as <> volunteer_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_record drop column served_as');
  }
}
