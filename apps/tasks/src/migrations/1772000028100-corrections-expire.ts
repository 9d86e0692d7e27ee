import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A proposal that nobody applied within 14 days is applied no more; what was before stays as it is. */
export class CorrectionsExpire1772000028100 implements MigrationInterface {
  readonly name = 'CorrectionsExpire1772000028100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table correction add constraint correction_in_time
        check (state <> 'applied' or decided_at < proposed_at + interval '336 hours') not valid
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table correction drop constraint correction_in_time');
  }
}
