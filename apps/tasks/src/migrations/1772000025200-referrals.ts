import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Referrals of needs to other bodies, with a clock of their own. */
export class Referrals1772000025200 implements MigrationInterface {
  readonly name = 'Referrals1772000025200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(referrals);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table referral_step, referral');
  }
}

const referrals = `
  create table referral (
    city_code int not null,
    id uuid not null,
    need_id uuid not null,
    community_code bigint not null,
    body text not null,
    body_name text not null,
    organisation_id uuid,
    reason text not null,
    consent text not null,
    resolve_within_days int not null check (resolve_within_days between 1 and 90),
    state text not null
      check (state in ('created', 'sent', 'received', 'accepted', 'declined', 'resolved', 'closed')),
    due_at timestamptz,
    overdue_told boolean not null default false,
    created_at timestamptz not null,
    primary key (city_code, id),
    foreign key (city_code, need_id) references need (city_code, id),
    check ((state = 'closed') = (due_at is null))
  );
  create index referral_by_id on referral (id);
  create index referral_by_place on referral (city_code, community_code, id desc);
  create index referral_by_organisation on referral (organisation_id, id desc) where organisation_id is not null;
  create index referral_due on referral (due_at) where due_at is not null;
  create index referral_by_need on referral (city_code, need_id);
  -- A need is with one body at a time.
  create unique index referral_one_open on referral (city_code, need_id)
    where state in ('created', 'sent', 'received', 'accepted');

  create table referral_step (
    city_code int not null,
    referral_id uuid not null,
    step int not null,
    state text not null,
    by_role text not null,
    by_id text not null,
    note text,
    at timestamptz not null,
    primary key (city_code, referral_id, step),
    foreign key (city_code, referral_id) references referral (city_code, id)
  );
`;
