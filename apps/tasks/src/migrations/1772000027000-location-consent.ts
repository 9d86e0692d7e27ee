import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever withdrew the consent to location is located nowhere. */
export class LocationConsent1772000027000 implements MigrationInterface {
  readonly name = 'LocationConsent1772000027000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table volunteer add column may_be_located boolean not null default true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table volunteer drop column may_be_located');
  }
}
