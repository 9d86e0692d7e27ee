import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinship that both confirmed is asked for after its end too: it still bars from confirming minutes. */
export class EndedKinship1772000026000 implements MigrationInterface {
  readonly name = 'EndedKinship1772000026000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index kinship_was on kinship (city_code, least(from_id, to_id), greatest(from_id, to_id))
        where state = 'ended' and confirmed_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index kinship_was');
  }
}
