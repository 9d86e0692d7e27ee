import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons with a phone and the residents they have shown to be. */
export class ResidentLinks1772000026400 implements MigrationInterface {
  readonly name = 'ResidentLinks1772000026400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(links);
    await runner.query(slips);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table paper_slip drop constraint paper_slip_used_for_one, drop column used_link_id,
        add constraint paper_slip_check check ((used_record_id is null) = (used_at is null)) not valid;
      drop table resident_link;
      alter table resident drop column phone_index;
    `);
  }
}

const links = `
  -- Found by number; null until a job has read the sealed one, empty where it cannot be read.
  alter table resident add column phone_index bytea;
  create index resident_by_phone on resident (phone_index) where phone_index <> '';
  create index resident_without_phone_index on resident (city_code, id) where phone_index is null;

  create table resident_link (
    city_code int not null,
    id uuid not null,
    person_id uuid not null,
    resident_id uuid not null,
    community_code bigint not null,
    state text not null check (state in ('proposed', 'confirmed', 'ended')),
    wrong_codes int not null default 0 check (wrong_codes between 0 and 5),
    proof text check (proof in ('paperSlip', 'callBack', 'review')),
    confirmed_role text,
    confirmed_by uuid,
    proposed_at timestamptz not null,
    confirmed_at timestamptz,
    ended_role text,
    ended_by uuid,
    ended_at timestamptz,
    primary key (city_code, id),
    foreign key (city_code, resident_id) references resident (city_code, id),
    check (person_id <> resident_id),
    -- The phone alone shows nothing, and nobody stands for oneself but with a slip.
    constraint resident_link_proven check (state <> 'confirmed' or (proof is not null and confirmed_at is not null)),
    constraint resident_link_two_people check ((proof = 'paperSlip') = (confirmed_by = person_id)),
    check ((proof is null) = (confirmed_at is null) and (proof is null) = (confirmed_by is null)),
    check ((state = 'ended') = (ended_at is not null))
  );
  create index resident_link_by_id on resident_link (id);
  create index resident_link_by_person on resident_link (person_id, id desc);
  create index resident_link_by_place on resident_link (city_code, community_code, id desc);
  create unique index resident_link_pair on resident_link (city_code, person_id, resident_id) where state <> 'ended';
  create unique index resident_link_one on resident_link (city_code, resident_id) where state = 'confirmed'
`;

const slips = `
  alter table paper_slip
    add column used_link_id uuid,
    drop constraint paper_slip_check,
    add constraint paper_slip_used_for_one check (num_nonnulls(used_record_id, used_link_id) = num_nonnulls(used_at))
`;
