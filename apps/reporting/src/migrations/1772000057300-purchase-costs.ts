import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What purchases on errands cost. */
export class PurchaseCosts1772000057300 implements MigrationInterface {
  readonly name = 'PurchaseCosts1772000057300';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(
        `alter table ${table} ${metrics.map((name) => `add column ${name} bigint not null default 0`).join(', ')}`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(`alter table ${table} ${metrics.map((name) => `drop column ${name}`).join(', ')}`);
  }
}

const tables = ['day_counter', 'ever_counter'];
const metrics = ['purchases_paid', 'purchases_paid_fen'];
