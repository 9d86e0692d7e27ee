import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A void record is kept with no minutes, so that no late version brings them back. */
export class VoidRecords1772000033000 implements MigrationInterface {
  readonly name = 'VoidRecords1772000033000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table credited_record drop constraint credited_record_minutes_check;
      alter table credited_record add constraint credited_record_minutes check (minutes >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table credited_record drop constraint credited_record_minutes;
      alter table credited_record add constraint credited_record_minutes_check check (minutes > 0) not valid;
    `);
  }
}
