import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When an errand expired or was cancelled: what totals count, and can be held against. */
export class EndedErrands1772000029000 implements MigrationInterface {
  readonly name = 'EndedErrands1772000029000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table errand add column expired_at timestamptz, add column cancelled_at timestamptz,
        add constraint errand_expires_after_its_window check (expired_at >= window_end);
      update errand set expired_at = window_end where state = 'expired';
      update errand e set cancelled_at = s.at from need_step s
        where e.state = 'cancelled' and s.city_code = e.city_code and s.need_id = e.need_id and s.state = 'cancelled';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table errand drop column expired_at, drop column cancelled_at');
  }
}
