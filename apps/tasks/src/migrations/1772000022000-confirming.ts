import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions, corrections, disputes and objections of records; the ways of confirming and what watches over them. */
export class Confirming1772000022000 implements MigrationInterface {
  readonly name = 'Confirming1772000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(lives);
    await runner.query(disagreement);
    await runner.query(confirming);
    await runner.query(watching);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table record_clock, pair_flag, declared_tie, paper_slip, code_attempt, call_back, objection, dispute,
        correction, record_version;
      drop function refuse_version_change();
      drop index service_record_waiting, service_record_in_notice;
      alter table service_record drop constraint service_record_void_without_minutes,
        drop constraint service_record_told_when_confirmed, drop constraint service_record_minutes,
        drop column notice_until, drop column told_at;
    `);
  }
}

const lives = `
  alter table service_record
    -- Public notice ends then; null where there is none.
    add column notice_until timestamptz,
    -- When ledger, register and reports were first told of it.
    add column told_at timestamptz;
  update service_record set told_at = confirmed_at;
  alter table service_record drop constraint service_record_service_minutes_check;
  alter table service_record
    add constraint service_record_minutes check (service_minutes between 0 and 1440),
    add constraint service_record_void_without_minutes check ((state = 'voided') = (service_minutes = 0)),
    add constraint service_record_told_when_confirmed check (told_at is null or confirmed_at is not null);
  create index service_record_waiting on service_record (ended_at) where state in ('submitted', 'disputed');
  create index service_record_in_notice on service_record (notice_until) where state = 'inNotice' and told_at is null;

  -- What a record said, version by version. Nothing is ever changed or deleted here.
  create table record_version (
    city_code int not null,
    record_id uuid not null,
    version int not null check (version > 0),
    service_minutes int not null check (service_minutes between 0 and 1440),
    verification text not null,
    started_at timestamptz not null,
    ended_at timestamptz not null check (ended_at >= started_at),
    reason text not null,
    evidence text,
    correction_id uuid,
    at timestamptz not null,
    primary key (city_code, record_id, version),
    foreign key (city_code, record_id) references service_record (city_code, id)
  );
  insert into record_version
    select city_code, id, version, service_minutes, verification, started_at, ended_at, 'confirmed', null, null, confirmed_at
    from service_record where confirmed_at is not null;
  revoke update, delete, truncate on record_version from tasks;
  create function refuse_version_change() returns trigger language plpgsql as $$
  begin
    raise exception 'versions are never changed or deleted; add one' using errcode = 'restrict_violation';
  end
  $$;
  create trigger record_version_insert_only before update or delete or truncate on record_version
    for each statement execute function refuse_version_change();
`;

const disagreement = `
  create table correction (
    city_code int not null,
    id uuid not null,
    record_id uuid not null,
    community_code bigint not null,
    of_version int not null,
    kind text not null check (kind in ('correct', 'void')),
    service_minutes int not null check (service_minutes between 0 and 1440),
    started_at timestamptz not null,
    ended_at timestamptz not null check (ended_at >= started_at),
    reason text not null,
    evidence text not null,
    note_sealed text,
    state text not null check (state in ('proposed', 'applied', 'declined')),
    proposed_by uuid not null,
    proposed_role text not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_role text,
    decided_at timestamptz,
    primary key (city_code, id),
    foreign key (city_code, record_id) references service_record (city_code, id),
    check ((kind = 'void') = (service_minutes = 0)),
    -- Nobody alone: two people of two roles stand for what is applied.
    constraint correction_of_another_role check (state <> 'applied' or
      (decided_by is not null and decided_by <> proposed_by and decided_role <> proposed_role))
  );
  create unique index correction_open on correction (city_code, record_id) where state = 'proposed';
  create index correction_by_id on correction (id);
  create index correction_by_place on correction (city_code, community_code, id desc);

  create table dispute (
    city_code int not null,
    id uuid not null,
    record_id uuid not null,
    reason text not null,
    note_sealed text,
    raised_by uuid not null,
    raised_role text not null,
    raised_at timestamptz not null,
    decision text check (decision in ('confirm', 'void')),
    answer_sealed text,
    decided_by uuid check (decided_by <> raised_by),
    decided_at timestamptz,
    primary key (city_code, id),
    foreign key (city_code, record_id) references service_record (city_code, id)
  );
  create unique index dispute_open on dispute (city_code, record_id) where decided_at is null;

  create table objection (
    city_code int not null,
    id uuid not null,
    record_id uuid not null,
    volunteer_id uuid not null,
    community_code bigint not null,
    state text not null check (state in ('raised', 'investigating', 'upheld', 'dismissed')),
    reason text not null,
    note_sealed text,
    raised_by uuid not null,
    raised_role text not null,
    raised_at timestamptz not null,
    investigated_by uuid,
    decided_by uuid,
    decided_at timestamptz,
    answer_sealed text,
    correction_id uuid,
    primary key (city_code, id),
    foreign key (city_code, record_id) references service_record (city_code, id),
    constraint objection_decided_by_another check (decided_by is null or decided_by not in (raised_by, volunteer_id))
  );
  create unique index objection_open on objection (city_code, record_id, raised_by)
    where state in ('raised', 'investigating');
  create index objection_by_id on objection (id);
  create index objection_by_place on objection (city_code, community_code, id desc);
  create index objection_by_raiser on objection (raised_by, id desc);
`;

const confirming = `
  create table call_back (
    city_code int not null,
    id uuid not null,
    record_id uuid not null,
    caller_id uuid not null,
    caller_role text not null,
    answer text not null,
    service_minutes int check (service_minutes between 1 and 1440),
    called_at timestamptz not null,
    primary key (city_code, id),
    foreign key (city_code, record_id) references service_record (city_code, id),
    check ((answer = 'servedShorter') = (service_minutes is not null))
  );
  create index call_back_by_record on call_back (city_code, record_id, called_at desc);

  -- Wrong codes handed in for a record.
  create table code_attempt (
    city_code int not null,
    record_id uuid not null,
    attempts int not null check (attempts between 0 and 5),
    primary key (city_code, record_id),
    foreign key (city_code, record_id) references service_record (city_code, id)
  );

  -- The code itself is nowhere: it follows from the key of the index and the id of the slip.
  create table paper_slip (
    city_code int not null,
    id uuid not null,
    resident_id uuid not null,
    code_index bytea not null,
    printed_by uuid not null,
    printed_at timestamptz not null,
    expires_on date not null,
    used_record_id uuid,
    used_at timestamptz,
    primary key (city_code, id),
    foreign key (city_code, resident_id) references resident (city_code, id),
    constraint paper_slip_code unique (city_code, code_index),
    check ((used_record_id is null) = (used_at is null))
  );

  create table declared_tie (
    city_code int not null,
    id uuid not null,
    volunteer_id uuid not null,
    other_id uuid not null check (other_id <> volunteer_id),
    kind text not null check (kind in ('self', 'family')),
    declared_by uuid not null,
    declared_at timestamptz not null,
    ended_at timestamptz,
    ended_by uuid,
    primary key (city_code, id)
  );
  create index declared_tie_by_volunteer on declared_tie (city_code, volunteer_id) where ended_at is null;
  create index declared_tie_by_id on declared_tie (id);
`;

const watching = `
  create table pair_flag (
    city_code int not null,
    id uuid not null,
    community_code bigint not null,
    volunteer_id uuid not null,
    approver_id uuid not null,
    confirmations int not null,
    of_all int not null,
    span_days int not null,
    flagged_at timestamptz not null,
    finding text check (finding in ('plausible', 'collusion')),
    reviewed_by uuid check (reviewed_by not in (volunteer_id, approver_id)),
    reviewed_at timestamptz,
    primary key (city_code, id)
  );
  create unique index pair_flag_open on pair_flag (city_code, volunteer_id, approver_id) where finding is null;
  create index pair_flag_by_place on pair_flag (city_code, community_code, id desc);
  create index pair_flag_by_id on pair_flag (id);
  create index confirmation_by_approver on confirmation (city_code, approver_id, at);

  -- Which records the ten-day clock has rung for, so that it rings once a stage.
  create table record_clock (
    city_code int not null,
    record_id uuid not null,
    stage text not null check (stage in ('alarm', 'breach')),
    rang_at timestamptz not null,
    primary key (city_code, record_id, stage),
    foreign key (city_code, record_id) references service_record (city_code, id)
  );
`;
