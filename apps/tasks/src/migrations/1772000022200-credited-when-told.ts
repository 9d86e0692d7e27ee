import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What nobody was told of nobody can have credited: the second line behind the consumer of credits. */
export class CreditedWhenTold1772000022200 implements MigrationInterface {
  readonly name = 'CreditedWhenTold1772000022200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table service_record add constraint service_record_credited_when_told
        check (state not in ('credited', 'corrected') or told_at is not null) not valid;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table service_record drop constraint service_record_credited_when_told');
  }
}
