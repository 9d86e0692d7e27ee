import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Feedback of both sides, no-shows, and suspensions. */
export class Conduct1772000022100 implements MigrationInterface {
  readonly name = 'Conduct1772000022100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index claim_awaited;
      drop table suspension, no_show, feedback;
      alter table volunteer drop column suspended_until;
    `);
  }
}

const tables = `
  -- Nothing is to be claimed until then. A copy of the newest suspension, so that claiming reads one row.
  alter table volunteer add column suspended_until timestamptz;

  create table feedback (
    city_code int not null,
    id uuid not null,
    record_id uuid not null,
    community_code bigint not null,
    volunteer_id uuid not null,
    resident_id uuid not null,
    from_side text not null check (from_side in ('volunteer', 'resident')),
    given_by uuid not null,
    on_behalf boolean not null,
    choices text[] not null check (cardinality(choices) between 1 and 8),
    comment_sealed text,
    serious boolean not null,
    at timestamptz not null,
    primary key (city_code, id),
    constraint feedback_once_a_side unique (city_code, record_id, from_side),
    foreign key (city_code, record_id) references service_record (city_code, id)
  );
  create index feedback_by_place on feedback (city_code, community_code, id desc);
  create index feedback_of_volunteer on feedback (volunteer_id, id desc);
  create index feedback_of_resident on feedback (resident_id, id desc);
  create index feedback_by_id on feedback (id);

  -- Its id is that of the claim.
  create table no_show (
    city_code int not null,
    id uuid not null,
    errand_id uuid not null,
    volunteer_id uuid not null,
    community_code bigint not null,
    state text not null check (state in ('recorded', 'appealed', 'upheld', 'withdrawn')),
    window_end timestamptz not null,
    recorded_at timestamptz not null,
    appeal_reason text,
    appeal_note_sealed text,
    appealed_at timestamptz,
    decided_by uuid check (decided_by <> volunteer_id),
    decided_at timestamptz,
    answer_sealed text,
    primary key (city_code, id),
    foreign key (city_code, id) references claim (city_code, id),
    check ((state in ('upheld', 'withdrawn')) = (decided_at is not null))
  );
  create index no_show_by_place on no_show (city_code, community_code, id desc);
  create index no_show_by_volunteer on no_show (volunteer_id, recorded_at);
  create index no_show_by_id on no_show (id);
  create index claim_awaited on claim (window_end) where state = 'claimed';

  create table suspension (
    city_code int not null,
    id uuid not null,
    volunteer_id uuid not null,
    community_code bigint not null,
    state text not null check (state in ('running', 'reviewAsked', 'kept', 'lifted')),
    no_shows int not null check (no_shows > 0),
    from_at timestamptz not null,
    until_at timestamptz not null check (until_at > from_at),
    note_sealed text,
    decided_by uuid check (decided_by <> volunteer_id),
    decided_at timestamptz,
    answer_sealed text,
    primary key (city_code, id),
    -- One at a time.
    constraint suspension_once exclude using gist (
      volunteer_id extensions.gist_uuid_ops with =,
      tstzrange(from_at, until_at) with &&
    ) where (state <> 'lifted')
  );
  create index suspension_by_place on suspension (city_code, community_code, id desc);
  create index suspension_by_volunteer on suspension (volunteer_id, id desc);
  create index suspension_by_id on suspension (id);
`;
