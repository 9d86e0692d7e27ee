import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may sign in as a resident whom staff registered; `tasks` keeps the proof. */
export class ResidentAccess1772000035900 implements MigrationInterface {
  readonly name = 'ResidentAccess1772000035900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A code sent to the phone came back: before, a desk's word may be all there is.
      alter table phone_owner add column proven_at timestamptz;
      create index phone_owner_proven on phone_owner (person_id) where proven_at is not null;

      create table resident_access (
        link_id uuid primary key,
        person_id uuid not null,
        resident_id uuid not null check (resident_id <> person_id),
        -- Events come in any order: what has ended stays so.
        has_ended boolean not null
      );
      create index resident_access_person on resident_access (person_id, resident_id) where not has_ended;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table resident_access; alter table phone_owner drop column proven_at');
  }
}
