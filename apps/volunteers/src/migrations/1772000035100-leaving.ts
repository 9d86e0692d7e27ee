import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who leaves is a pseudonym: nothing that names the person stays, nor what would find it. */
export class Leaving1772000035100 implements MigrationInterface {
  readonly name = 'Leaving1772000035100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer
        alter column name_sealed drop not null,
        alter column id_number_sealed drop not null,
        alter column phone_sealed drop not null,
        alter column identity_digest drop not null,
        alter column content_digest drop not null,
        add column left_at timestamptz,
        add constraint volunteer_left_is_pseudonym check (
          case when left_at is null
            then num_nulls(name_sealed, id_number_sealed, phone_sealed, identity_digest, content_digest) = 0
            else num_nonnulls(name_sealed, id_number_sealed, phone_sealed, identity_digest, content_digest,
                guardian_name_sealed, decision_reason_sealed, courier_site_id) = 0 and skills = '{}'
          end
        );
      create index phone_owner_person on phone_owner (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index phone_owner_person;
      alter table volunteer drop constraint volunteer_left_is_pseudonym, drop column left_at;
    `);
  }
}
