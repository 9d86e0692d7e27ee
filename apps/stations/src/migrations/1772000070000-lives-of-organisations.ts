import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opening, closing, supervision and operation of organisations, in versions; employment and licences of staff. */
export class LivesOfOrganisations1772000070000 implements MigrationInterface {
  readonly name = 'LivesOfOrganisations1772000070000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(organisations);
    await runner.query(closing);
    await runner.query(employment);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table staff_employment, organisation_version;
      drop trigger staff_of_open_organisation on staff;
      drop trigger organisation_vacant on organisation;
      drop function staff_of_open_organisation, organisation_vacant;
      drop index organisation_committee, organisation_body;
      alter table organisation drop constraint organisation_name, drop column version, drop column opened_on,
        drop column closed_on, drop column supervisor_id, drop column operator_id,
        add constraint organisation_name unique (city_code, region_code, kind, name);
      create unique index organisation_committee on organisation (city_code, region_code)
        where kind in ('residentsCommittee', 'villagersCommittee');
      create unique index organisation_body on organisation (city_code, region_code, kind)
        where kind not in ('courierSite', 'operatingOrganization');
    `);
  }
}

// One that is closed may have a successor of the same name at the same place.
const organisations = `
  drop index organisation_committee, organisation_body;
  alter table organisation
    add column version int not null default 1,
    add column opened_on date,
    add column closed_on date,
    add column supervisor_id uuid,
    add column operator_id uuid,
    add constraint organisation_dates check (closed_on >= opened_on),
    add constraint organisation_not_own check (supervisor_id <> id and operator_id <> id),
    drop constraint organisation_name;
  create unique index organisation_name on organisation (city_code, region_code, kind, name) where closed_on is null;
  create unique index organisation_committee on organisation (city_code, region_code)
    where kind in ('residentsCommittee', 'villagersCommittee') and closed_on is null;
  create unique index organisation_body on organisation (city_code, region_code, kind)
    where kind not in ('courierSite', 'operatingOrganization') and closed_on is null;

  create table organisation_version (
    city_code int not null,
    organisation_id uuid not null,
    version int not null check (version > 0),
    content jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null,
    reason text check (length(reason) between 1 and 300),
    primary key (city_code, organisation_id, version),
    foreign key (city_code, organisation_id) references organisation (city_code, id),
    check ((reason is null) = (version = 1))
  );
  insert into organisation_version (city_code, organisation_id, version, content, changed_at, changed_by)
  select city_code, id, 1, jsonb_strip_nulls(jsonb_build_object('name', name, 'longitude', longitude,
    'latitude', latitude, 'phone', phone)), created_at, 'system' from organisation;`;

// Both sides hold the row of the organisation, so that of a grant and a closing at one moment one sees the other.
const closing = `
  create function staff_of_open_organisation() returns trigger language plpgsql set search_path from current as $$
  declare closing date;
  begin
    select o.closed_on into closing from organisation o
      where o.city_code = new.city_code and o.id = new.organisation_id for share;
    if closing is not null then
      raise exception 'the organisation is closed'
        using errcode = 'check_violation', constraint = 'staff_of_open_organisation';
    end if;
    return new;
  end $$;
  create trigger staff_of_open_organisation before insert or update of organisation_id, disabled_at on staff
    for each row when (new.organisation_id is not null and new.disabled_at is null)
    execute function staff_of_open_organisation();

  create function organisation_vacant() returns trigger language plpgsql set search_path from current as $$
  begin
    if exists (select from staff s where s.city_code = new.city_code and s.organisation_id = new.id
      and s.disabled_at is null) then
      raise exception 'somebody works for the organisation'
        using errcode = 'check_violation', constraint = 'organisation_vacant';
    end if;
    return new;
  end $$;
  create trigger organisation_vacant before update of closed_on on organisation
    for each row when (new.closed_on is not null) execute function organisation_vacant();
  create index staff_of_organisation on staff (city_code, organisation_id) where disabled_at is null;`;

const employment = `
  create table staff_employment (
    city_code int not null,
    staff_id uuid not null,
    version int not null check (version > 0),
    employment text check (employment in ('fullTime', 'partTime', 'dispatched', 'seconded')),
    employer_id uuid,
    supervisor_id uuid,
    licences jsonb not null check (jsonb_typeof(licences) = 'array' and jsonb_array_length(licences) <= 3),
    changed_at timestamptz not null,
    changed_by text not null,
    primary key (city_code, staff_id, version),
    foreign key (city_code, staff_id) references staff (city_code, id),
    foreign key (city_code, supervisor_id) references staff (city_code, id),
    check (supervisor_id <> staff_id)
  );`;
