import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long each claim's errand had been open: what time-to-claim is held against. */
export class WaitedSeconds1772000048000 implements MigrationInterface {
  readonly name = 'WaitedSeconds1772000048000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim add column waited_seconds int check (waited_seconds >= 0)');
    // Where an errand was opened again later, nobody remembers since when it had been open before.
    await runner.query(
      `update claim c set waited_seconds = round(extract(epoch from c.claimed_at - e.opened_at)) from errand e
       where e.city_code = c.city_code and e.id = c.errand_id and e.opened_at <= c.claimed_at`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table claim drop column waited_seconds');
  }
}
