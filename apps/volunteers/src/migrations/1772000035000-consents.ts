import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consents end: withdrawn, or in favour of a newer wording. */
export class Consents1772000035000 implements MigrationInterface {
  readonly name = 'Consents1772000035000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer_consent
        add column id uuid not null default gen_random_uuid(),
        add column ended_at timestamptz,
        add column end_reason text check (end_reason in ('withdrawn', 'renewed', 'left')),
        add constraint volunteer_consent_end check (
          (ended_at is null) = (end_reason is null) and (ended_at is null or ended_at >= given_at)
        ),
        drop constraint volunteer_consent_pkey,
        add primary key (city_code, id);
      create index volunteer_consent_of on volunteer_consent (city_code, volunteer_id, given_at);
      -- Of each purpose one is in force.
      create unique index volunteer_consent_in_force on volunteer_consent (city_code, volunteer_id, purpose)
        where ended_at is null;
      alter table volunteer add column withdrawn text[] not null default '{}';
      alter table volunteer add constraint volunteer_withdrawn check (
        withdrawn <@ array['registration', 'sensitiveData', 'sharingWithStation', 'location']
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer drop column withdrawn;
      delete from volunteer_consent where ended_at is not null;
      drop index volunteer_consent_in_force, volunteer_consent_of;
      alter table volunteer_consent
        drop constraint volunteer_consent_pkey,
        drop column id,
        drop column ended_at,
        drop column end_reason,
        add primary key (city_code, volunteer_id, purpose, version);
    `);
  }
}
