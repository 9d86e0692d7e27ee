import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands for a minor, by which wording and since when. Who registered as a minor and is not verified waits for it. */
export class Guardians1772000037100 implements MigrationInterface {
  readonly name = 'Guardians1772000037100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table guardian_consent (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        guardian_name_sealed text,
        relation text not null check (relation in ('parent', 'grandparent', 'adultSibling', 'other')),
        way text not null check (way in ('inPerson', 'onPaper')),
        version text not null,
        given_at timestamptz not null,
        recorded_by uuid not null,
        recorded_role text not null,
        ended_at timestamptz check (ended_at >= given_at),
        end_reason text check (end_reason in ('withdrawn', 'renewed', 'left')),
        ended_by uuid,
        primary key (city_code, id),
        foreign key (city_code, volunteer_id) references volunteer,
        constraint guardian_consent_end check (num_nonnulls(ended_at, end_reason, ended_by) in (0, 3)),
        constraint guardian_consent_named check ((guardian_name_sealed is null) <= (ended_at is not null))
      );
      create index guardian_consent_id on guardian_consent (id);
      create index guardian_consent_of on guardian_consent (city_code, volunteer_id, id);
      create unique index guardian_consent_in_force on guardian_consent (city_code, volunteer_id)
        where ended_at is null;
      alter table volunteer add column awaits_guardian boolean not null default false;
      update volunteer set awaits_guardian = true
        where guardian_name_sealed is not null and verification <> 'verified';
      -- Who waits and is verified was so when the consent ended: the decision stays, serving does not.
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table volunteer drop column awaits_guardian; drop table guardian_consent');
  }
}
