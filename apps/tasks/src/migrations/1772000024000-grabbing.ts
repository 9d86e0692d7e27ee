import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The grab log, fair grabs, and releases that wait for somebody to take over. */
export class Grabbing1772000024000 implements MigrationInterface {
  readonly name = 'Grabbing1772000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(options);
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table grab_wish, fair_grab, grab_loss');
    await runner.query('alter table claim drop column offered_at');
    await runner.query('alter table errand drop column fair_grab_seconds, drop column slots_offered');
    await runner.query('alter table need drop column fair_grab_seconds');
  }
}

const options = `
  alter table need add column fair_grab_seconds int check (fair_grab_seconds between 5 and 120);
  -- On the errand 0 means first come, first served: from the start, or because the fair grab is decided.
  alter table errand
    add column fair_grab_seconds int not null default 0 check (fair_grab_seconds between 0 and 120),
    -- Slots somebody holds and would give away; they count as free, so slots_taken leaves them out.
    add column slots_offered int not null default 0,
    add constraint errand_offers_within_slots check (slots_offered >= 0 and slots_offered <= slots);
  alter table claim
    add column offered_at timestamptz,
    add constraint claim_offered_before_begun check (offered_at is null or checked_in_at is null);
`;

const tables = `
  -- Who did not get an errand, when and why: one row a person and reason, however often it was tried.
  -- No foreign key: it is written beside the claim path, of errands that path has just locked.
  create table grab_loss (
    city_code int not null,
    errand_id uuid not null,
    volunteer_id uuid not null,
    reason text not null,
    attempts int not null check (attempts > 0),
    first_at timestamptz not null,
    last_at timestamptz not null check (last_at >= first_at),
    primary key (city_code, errand_id, volunteer_id, reason)
  );
  create index grab_loss_by_volunteer on grab_loss (volunteer_id, last_at desc);

  -- An errand has one fair grab, decided once. The seed is drawn before the first wish is known.
  create table fair_grab (
    city_code int not null,
    errand_id uuid not null,
    seconds int not null check (seconds between 5 and 120),
    seed text not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null check (closes_at > opens_at),
    decided_at timestamptz,
    primary key (city_code, errand_id),
    foreign key (city_code, errand_id) references errand (city_code, id)
  );
  create index fair_grab_due on fair_grab (closes_at) where decided_at is null;

  create table grab_wish (
    city_code int not null,
    errand_id uuid not null,
    volunteer_id uuid not null,
    claim_id uuid not null,
    wished_at timestamptz not null,
    -- The decision and its explanation.
    rank int,
    points int,
    parts jsonb,
    won boolean,
    reason text,
    primary key (city_code, errand_id, volunteer_id),
    constraint grab_wish_claim unique (city_code, claim_id),
    foreign key (city_code, errand_id) references fair_grab (city_code, errand_id),
    check ((won is null) = (rank is null)),
    check (won is distinct from false or reason is not null)
  );
  create index grab_wish_by_volunteer on grab_wish (volunteer_id, wished_at desc);
`;
