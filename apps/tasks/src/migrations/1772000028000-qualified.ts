import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a volunteer is qualified for, as it was told; the skill of the registration counts from the first day. */
export class Qualified1772000028000 implements MigrationInterface {
  readonly name = 'Qualified1772000028000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table volunteer add column qualified jsonb not null default '[]'`);
    await runner.query(
      `update volunteer set qualified = '[{"name": "hairdressing"}]' where 'haircut' = any(skills)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table volunteer drop column qualified');
  }
}
