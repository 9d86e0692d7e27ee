import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Consents are only ever asked for by their volunteer: led by the volunteer, the primary key is that index too, and
 * the consents of one registration fall on one page of it.
 */
export class ConsentsByVolunteer1772000038450 implements MigrationInterface {
  readonly name = 'ConsentsByVolunteer1772000038450';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer_consent
        drop constraint volunteer_consent_pkey,
        alter column id set default uuidv7(),
        add primary key (city_code, volunteer_id, id);
      drop index volunteer_consent_of;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index volunteer_consent_of on volunteer_consent (city_code, volunteer_id, given_at);
      alter table volunteer_consent
        drop constraint volunteer_consent_pkey,
        alter column id set default gen_random_uuid(),
        add primary key (city_code, id);
    `);
  }
}
