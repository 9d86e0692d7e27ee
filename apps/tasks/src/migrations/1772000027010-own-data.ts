import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the claims somebody gave back; those held and those served have indexes already. */
export class OwnData1772000027010 implements MigrationInterface {
  readonly name = 'OwnData1772000027010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index claim_released on claim (volunteer_id) where state = 'released'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index claim_released');
  }
}
