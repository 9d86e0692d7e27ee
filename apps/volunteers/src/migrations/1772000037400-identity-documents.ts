import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People whose document is no resident identity card: its type, and the day of birth that its number may not say. */
export class IdentityDocuments1772000037400 implements MigrationInterface {
  readonly name = 'IdentityDocuments1772000037400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer
        add column document_type text not null default 'residentId' check (document_type in
          ('residentId', 'hongKongMacaoPermit', 'taiwanPermit', 'passport', 'foreignPermanentResident')),
        add column birth_day_sealed text,
        add constraint volunteer_birth_day check (
          (birth_day_sealed is not null) = (document_type <> 'residentId' and left_at is null)
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer drop column document_type, drop column birth_day_sealed;
    `);
  }
}
