import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices of errands that are held by who lost a qualification they require. */
export class LostQualifications1772000037900 implements MigrationInterface {
  readonly name = 'LostQualifications1772000037900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table errand_notice
        add column requirement text,
        drop constraint errand_notice_kind_check,
        add constraint errand_notice_kind_check check (kind in ('late', 'emergency', 'unqualified')),
        add constraint errand_notice_requirement check ((kind = 'unqualified') = (requirement is not null));
      create unique index errand_notice_one_unqualified
        on errand_notice (city_code, errand_id, volunteer_id, requirement)
        where kind = 'unqualified' and acknowledged_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from errand_notice where kind = 'unqualified';
      drop index errand_notice_one_unqualified;
      alter table errand_notice
        drop column requirement,
        drop constraint errand_notice_kind_check,
        add constraint errand_notice_kind_check check (kind in ('late', 'emergency'));
    `);
  }
}
