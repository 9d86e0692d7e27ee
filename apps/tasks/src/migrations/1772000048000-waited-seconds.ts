import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How long each claim's errand had been open: what time-to-claim is held against. Of claims made before nobody remembers it:
 * an errand may have been opened again since.
 */
export class WaitedSeconds1772000048000 implements MigrationInterface {
  readonly name = 'WaitedSeconds1772000048000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim add column waited_seconds int check (waited_seconds >= 0)');
    await runner.query(
      'create index claim_wait_unknown on claim (city_code, claimed_at) where waited_seconds is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column waited_seconds');
  }
}
