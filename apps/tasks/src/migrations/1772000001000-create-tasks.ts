import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Residents, needs, errands, claims and service records, with the invariants that code alone must not guard. */
export class CreateTasks1772000001000 implements MigrationInterface {
  readonly name = 'CreateTasks1772000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(people);
    await runner.query(needs);
    await runner.query(errands);
    await runner.query(records);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table confirmation, service_record, contact_reveal, claim, errand, need_step, need, resident, volunteer',
    );
  }
}

const people = `
  create table resident (
    city_code int not null,
    id uuid not null,
    community_code bigint not null,
    name_sealed text not null,
    phone_sealed text not null,
    door_sealed text not null,
    identity_index bytea not null,
    longitude double precision not null,
    latitude double precision not null,
    hardship_categories text[] not null default '{}',
    registered_at timestamptz not null,
    primary key (city_code, id),
    constraint resident_identity unique (city_code, identity_index)
  );
  create index resident_by_id on resident (id);
  create index resident_by_community on resident (city_code, community_code, id);

  -- What claiming must know of a volunteer; told by events, the newest version wins.
  create table volunteer (
    city_code int not null,
    id uuid not null,
    version int not null,
    community_code bigint not null,
    verification text not null,
    display_name text not null,
    courier_site_id uuid,
    primary key (city_code, id)
  );
  create index volunteer_by_id on volunteer (id);
`;

const needs = `
  create table need (
    city_code int not null,
    id uuid not null,
    resident_id uuid not null,
    community_code bigint not null,
    type text not null,
    summary text not null,
    channel text not null,
    state text not null,
    window_start timestamptz not null,
    window_end timestamptz not null,
    expected_minutes int not null check (expected_minutes between 5 and 720),
    slots int not null check (slots between 1 and 200),
    risk_notice text,
    service_code_sealed text not null,
    committee_id uuid,
    station_id uuid,
    errand_id uuid,
    posted_at timestamptz not null,
    primary key (city_code, id),
    foreign key (city_code, resident_id) references resident (city_code, id),
    check (window_end > window_start)
  );
  create index need_by_id on need (id);
  create index need_by_place on need (city_code, community_code, id desc);
  create index need_by_resident on need (city_code, resident_id, id desc);

  create table need_step (
    city_code int not null,
    need_id uuid not null,
    step int not null,
    state text not null,
    by_role text not null,
    by_id text not null,
    reason text,
    at timestamptz not null,
    primary key (city_code, need_id, step),
    foreign key (city_code, need_id) references need (city_code, id)
  );
`;

const errands = `
  create table errand (
    city_code int not null,
    id uuid not null,
    need_id uuid not null,
    community_code bigint not null,
    type text not null,
    summary text not null,
    risk_notice text,
    place point not null,
    window_start timestamptz not null,
    window_end timestamptz not null,
    expected_minutes int not null,
    slots int not null,
    slots_taken int not null default 0,
    state text not null,
    opened_at timestamptz not null,
    primary key (city_code, id),
    foreign key (city_code, need_id) references need (city_code, id),
    constraint errand_never_oversold check (slots_taken between 0 and slots),
    constraint errand_open_iff_slots_left check (state <> 'open' or slots_taken < slots)
  ) with (fillfactor = 80);
  create unique index errand_of_need on errand (city_code, need_id);
  create index errand_by_id on errand (id);
  create index errand_open_newest on errand (city_code, id desc) where state = 'open';
  create index errand_open_place on errand using gist (place) where state = 'open';
  create index errand_open_window on errand (window_end) where state = 'open';

  create table claim (
    city_code int not null,
    id uuid not null,
    errand_id uuid not null,
    volunteer_id uuid not null,
    state text not null,
    window_start timestamptz not null,
    window_end timestamptz not null,
    claimed_at timestamptz not null,
    released_at timestamptz,
    release_reason text,
    code_attempts int not null default 0,
    device_verified boolean not null default false,
    checked_in_at timestamptz,
    checked_out_at timestamptz,
    primary key (city_code, id),
    -- No foreign key to errand: its trigger runs for every row of the hottest insert there is, and the claim's
    -- transaction has read and locked that errand. Errands are never deleted.
    check (checked_out_at is null or checked_out_at >= checked_in_at),
    -- Set while the claim occupies the volunteer's time. A column of its own, because a planner that last
    -- saw no held claim would otherwise look held claims up by scanning the whole exclusion index.
    held_window tstzrange generated always as (
      case when state in ('claimed', 'inProgress') then tstzrange(window_start, window_end) end
    ) stored,
    -- Nobody is in two places: the second line behind the guard in claim.ts.
    constraint claim_no_double_booking exclude using gist (
      volunteer_id extensions.gist_uuid_ops with =,
      held_window with &&
    ) where (held_window is not null)
  );
  create index claim_by_id on claim (id);
  create index claim_by_errand on claim (city_code, errand_id);
  create index claim_held on claim (volunteer_id) where state in ('claimed', 'inProgress');

  create table contact_reveal (
    city_code int not null,
    id uuid not null,
    errand_id uuid not null,
    volunteer_id uuid not null,
    at timestamptz not null,
    primary key (city_code, id),
    foreign key (city_code, errand_id) references errand (city_code, id)
  );
`;

const records = `
  create table service_record (
    city_code int not null,
    id uuid not null,
    errand_id uuid not null,
    volunteer_id uuid not null,
    community_code bigint not null,
    state text not null,
    verification text not null,
    service_minutes int not null check (service_minutes between 1 and 1440),
    started_at timestamptz not null,
    ended_at timestamptz not null check (ended_at >= started_at),
    confirmed_at timestamptz,
    version int not null default 1,
    primary key (city_code, id),
    foreign key (city_code, id) references claim (city_code, id)
  );
  create index service_record_by_id on service_record (id);
  create index service_record_by_place on service_record (city_code, community_code, id desc);
  create index service_record_by_volunteer on service_record (volunteer_id, id desc);

  create table confirmation (
    city_code int not null,
    record_id uuid not null,
    approver_id uuid not null,
    role text not null,
    method text not null,
    at timestamptz not null,
    primary key (city_code, record_id, approver_id),
    -- Two people of one role are not two pairs of eyes.
    constraint confirmation_of_another_role unique (city_code, record_id, role),
    foreign key (city_code, record_id) references service_record (city_code, id)
  );
`;
