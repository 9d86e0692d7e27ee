import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `'earn', 'redeem', 'exchange', 'gift', 'donate', 'grant', 'expire', 'reverse', 'writeOff', 'correct'`;

/** Credits of a registration that was merged into another go there under a code of their own. */
export class MergedAccounts1772000013300 implements MigrationInterface {
  readonly name = 'MergedAccounts1772000013300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table transfer drop constraint transfer_code_check;
      alter table transfer add constraint transfer_code_check check (code in (${before}, 'merge'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table transfer drop constraint transfer_code_check;
      alter table transfer add constraint transfer_code_check check (code in (${before})) not valid;
    `);
  }
}
