import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What reconciling looks up: who lives in a community, and what they gave. */
export class Reconciling1772000055100 implements MigrationInterface {
  readonly name = 'Reconciling1772000055100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index standing_in_community on standing (community_code);
      create index counted_record_of_volunteer on counted_record (volunteer_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index standing_in_community, counted_record_of_volunteer');
  }
}
