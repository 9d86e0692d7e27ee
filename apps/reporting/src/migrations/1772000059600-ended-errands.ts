import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Errands that expired, and those that were cancelled. */
export class EndedErrands1772000059600 implements MigrationInterface {
  readonly name = 'EndedErrands1772000059600';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables)
      await runner.query(
        `alter table ${table} ${metrics.map((name) => `add column ${name} bigint not null default 0`).join(', ')}`,
      );
    await runner.query('call keep_region_sums()');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables, 'day_sum', 'ever_sum'])
      await runner.query(`alter table ${table} ${metrics.map((name) => `drop column ${name}`).join(', ')}`);
    await runner.query('call keep_region_sums()');
  }
}

const tables = ['day_counter', 'ever_counter'];
const metrics = ['errands_expired', 'errands_cancelled'];
