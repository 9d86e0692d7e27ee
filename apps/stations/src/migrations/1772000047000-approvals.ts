import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that a second person decides on, roles somebody holds for a while, and the log of both. */
export class Approvals1772000047000 implements MigrationInterface {
  readonly name = 'Approvals1772000047000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(approvals);
    await runner.query(delegations);
    await runner.query(audit);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table role_audit, delegation, approval; drop function refuse_role_audit_change()',
    );
  }
}

const approvals = `
  create table approval (
    city_code int not null,
    id uuid not null,
    kind text not null check (kind = 'staffRole'),
    region_code bigint not null,
    staff json not null,
    -- Gone once it is decided: it is the new member's, or nobody's.
    password_hash text,
    state text not null check (state in ('requested', 'approved', 'refused')),
    requested_by uuid not null,
    requested_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > requested_at),
    decided_by uuid,
    decided_at timestamptz,
    primary key (city_code, id),
    constraint approval_region foreign key (city_code, region_code) references region,
    constraint approval_decided check (
      num_nonnulls(decided_by, decided_at) = case state when 'requested' then 0 else 2 end
        and (password_hash is null) = (state <> 'requested')
    ),
    constraint approval_by_another check (state <> 'approved' or decided_by <> requested_by),
    constraint approval_in_time check (state <> 'approved' or decided_at < expires_at)
  );
  create index approval_id on approval (id);
  create index approval_place on approval (city_code, region_code, id);
`;

const delegations = `
  create table delegation (
    city_code int not null,
    id uuid not null,
    from_staff_id uuid not null,
    to_staff_id uuid not null,
    from_user_name text not null,
    to_user_name text not null,
    role text not null,
    organisation_id uuid,
    region_code bigint not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    made_at timestamptz not null,
    ended_at timestamptz,
    primary key (city_code, id),
    foreign key (city_code, from_staff_id) references staff (city_code, id),
    constraint delegation_to_another check (from_staff_id <> to_staff_id),
    constraint delegation_period check (
      starts_at < ends_at and ends_at <= starts_at + interval '62 days' and made_at < ends_at
    )
  );
  create index delegation_id on delegation (id);
  create index delegation_from on delegation (from_staff_id, id);
  create index delegation_to on delegation (to_staff_id, id);
`;

const audit = `
  create table role_audit (
    city_code int not null,
    id uuid not null,
    action text not null,
    role text not null,
    region_code bigint not null,
    subject_id uuid not null,
    by_id text not null,
    by_role text not null,
    cause_id uuid,
    delegation_id uuid,
    at timestamptz not null,
    primary key (city_code, id)
  );
  create index role_audit_place on role_audit (city_code, region_code, id);
  revoke update, delete, truncate on role_audit from stations;
  create function refuse_role_audit_change() returns trigger language plpgsql as $$
  begin
    raise exception 'entries of the log are never changed or deleted' using errcode = 'restrict_violation';
  end $$;
  create trigger role_audit_insert_only before update or delete or truncate on role_audit
    for each statement execute function refuse_role_audit_change();
`;
