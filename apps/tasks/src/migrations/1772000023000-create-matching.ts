import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Duty of volunteers, alerts, the clock of unclaimed errands, dispatches, and the indexes of the feed. */
export class CreateMatching1772000023000 implements MigrationInterface {
  readonly name = 'CreateMatching1772000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(feedIndexes);
    await runner.query(duty);
    await runner.query(clocks);
    await runner.query(alerts);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table dispatch, alert, matching, duty;
      alter table volunteer drop column skills;
      drop index volunteer_by_community, errand_open_cell, errand_open_district, errand_open_subdistrict;
    `);
  }
}

const feedIndexes = `
  create index errand_open_subdistrict on errand (city_code, (community_code / 1000), id desc) where state = 'open';
  create index errand_open_district on errand (city_code, (community_code / 1000000), id desc) where state = 'open';
  -- Cells of some 500 m: what lies near a site or along a way, newest first.
  create index errand_open_cell on errand (
    city_code, ((floor(place[1] / 0.0045) * 100000 + floor(place[0] / 0.0055))::int), id desc
  ) where state = 'open';
`;

const duty = `
  alter table volunteer add column skills text[] not null default '{}';
  create index volunteer_by_community on volunteer (city_code, community_code);

  -- When and where a volunteer may be asked. What is known of the position is a cell of 500 m, and short-lived.
  create table duty (
    city_code int not null,
    volunteer_id uuid not null,
    community_code bigint not null,
    override_on boolean,
    override_until timestamptz,
    shifts jsonb not null default '[]',
    quiet_start_minute int not null check (quiet_start_minute between 0 and 1439),
    quiet_end_minute int not null check (quiet_end_minute between 0 and 1439),
    max_alerts_per_day int not null check (max_alerts_per_day between 0 and 50),
    alerts_day date,
    alerts_today int not null default 0 check (alerts_today >= 0),
    site_place point,
    position point,
    route jsonb,
    position_until timestamptz,
    place point generated always as (coalesce(position, site_place)) stored,
    primary key (city_code, volunteer_id),
    foreign key (city_code, volunteer_id) references volunteer (city_code, id) on delete cascade,
    check ((override_on is null) = (override_until is null)),
    -- Nothing of a person's whereabouts is kept without the hour at which it is forgotten.
    constraint duty_position_is_short_lived check (
      (position is null and route is null) or position_until is not null)
  ) with (fillfactor = 80);
  create index duty_by_volunteer on duty (volunteer_id);
  create index duty_place on duty using gist (place) where place is not null;
  create index duty_unplaced on duty (city_code, community_code) where place is null;
  create index duty_to_forget on duty (position_until) where position_until is not null;
`;

const clocks = `
  -- One row an errand: how far its alerts and its clock have come. Claiming never touches it.
  create table matching (
    city_code int not null,
    errand_id uuid not null,
    community_code bigint not null,
    -- Grows each time the errand becomes open again.
    episode int not null default 1,
    opened_at timestamptz not null,
    since timestamptz not null,
    stage text not null check (stage in ('alerting', 'wider', 'stationQueue', 'committee', 'expired', 'settled')),
    stage_since timestamptz not null,
    phase int not null default 0 check (phase between 0 and 3),
    next_at timestamptz,
    primary key (city_code, errand_id),
    foreign key (city_code, errand_id) references errand (city_code, id),
    constraint matching_settled_iff_done check ((stage = 'settled') = (next_at is null))
  ) with (fillfactor = 80);
  create index matching_due on matching (next_at) where next_at is not null;
  create index matching_queue on matching (city_code, errand_id desc)
    where stage in ('stationQueue', 'committee', 'expired');

  insert into matching (city_code, errand_id, community_code, opened_at, since, stage, stage_since, next_at)
  select city_code, id, community_code, opened_at, greatest(now(), window_start - interval '3 hours'),
    'alerting', now(), greatest(now(), window_start - interval '3 hours')
  from errand where state = 'open';
`;

const alerts = `
  -- One volunteer asked to take one errand, by the rounds (alert) or by a station (dispatch).
  create table alert (
    city_code int not null,
    id uuid not null,
    errand_id uuid not null,
    volunteer_id uuid not null,
    episode int not null,
    kind text not null check (kind in ('alert', 'dispatch')),
    dispatch_id uuid,
    state text not null check (state in ('sent', 'accepted', 'refused', 'silent', 'over')),
    -- Values of the parts of the score, in their order.
    part_values int[] not null,
    sent_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    primary key (city_code, id),
    foreign key (city_code, errand_id) references errand (city_code, id),
    check ((kind = 'dispatch') = (dispatch_id is not null)),
    -- However many processes run the rounds, nobody is asked the same twice.
    constraint alert_once unique nulls not distinct (city_code, errand_id, volunteer_id, episode, dispatch_id)
  ) with (fillfactor = 80);
  create index alert_of_volunteer on alert (volunteer_id, id desc);

  create table dispatch (
    city_code int not null,
    id uuid not null,
    errand_id uuid not null,
    by_id text not null,
    volunteer_ids uuid[] not null check (cardinality(volunteer_ids) between 1 and 10),
    answer_minutes int not null check (answer_minutes between 1 and 240),
    asked_count int not null,
    state text not null check (state in ('asking', 'accepted', 'exhausted', 'over')),
    created_at timestamptz not null,
    next_at timestamptz,
    primary key (city_code, id),
    foreign key (city_code, errand_id) references errand (city_code, id),
    check (asked_count between 0 and cardinality(volunteer_ids)),
    check ((state = 'asking') = (next_at is not null))
  );
  create index dispatch_by_id on dispatch (id);
  create unique index dispatch_one_at_a_time on dispatch (city_code, errand_id) where state = 'asking';
  create index dispatch_due on dispatch (next_at) where next_at is not null;
`;
