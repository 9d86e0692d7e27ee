import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two registrations of one person become one: proposed by one member of staff, approved by another. */
export class Merges1772000038000 implements MigrationInterface {
  readonly name = 'Merges1772000038000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer
        -- Never one that was merged itself.
        add column merged_into uuid,
        add constraint volunteer_merged check (
          merged_into is null or (merged_into <> id and left_at is not null and verification = 'unverified'
            and lifetime_minutes = 0 and evaluations = 0)
        );
      create index volunteer_merged_into on volunteer (merged_into) where merged_into is not null;

      create table volunteer_merge (
        city_code int not null,
        id uuid not null,
        kept_id uuid not null check (kept_id <> merged_id),
        merged_id uuid not null,
        -- Where both lived when it was proposed, and their numbers.
        kept_code bigint not null,
        merged_code bigint not null,
        kept_number text not null,
        merged_number text not null,
        reason text not null check (reason in ('otherDocument', 'wrongNumber')),
        state text not null check (state in ('requested', 'approved', 'refused')),
        proposed_by uuid not null,
        proposed_role text not null,
        proposed_at timestamptz not null,
        expires_at timestamptz not null check (expires_at > proposed_at),
        decided_by uuid,
        decided_role text,
        decided_at timestamptz,
        primary key (city_code, id),
        check (city_code = merged_code / 100000000),
        constraint volunteer_merge_decided check (
          num_nulls(decided_by, decided_role, decided_at) = case state when 'requested' then 3 else 0 end
        ),
        constraint volunteer_merge_two_people check (state <> 'approved' or decided_by <> proposed_by)
      );
      create index volunteer_merge_id on volunteer_merge (id);
      create index volunteer_merge_waiting on volunteer_merge (city_code, id) where state = 'requested';
      create index volunteer_merge_kept on volunteer_merge (kept_id);
      create index volunteer_merge_merged on volunteer_merge (merged_id);
      -- Somebody ends once.
      create unique index volunteer_merge_once on volunteer_merge (merged_id) where state = 'approved';
      revoke delete, truncate on volunteer_merge from volunteers;

      -- Documents besides the one a person registered with; identity_owner has their digests too.
      create table further_identity (
        identity_digest bytea primary key,
        volunteer_id uuid not null
      );
      create index further_identity_of on further_identity (volunteer_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table further_identity, volunteer_merge;
      alter table volunteer drop constraint volunteer_merged, drop column merged_into;
    `);
  }
}
