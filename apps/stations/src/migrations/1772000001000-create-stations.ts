import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateStations1772000001000 implements MigrationInterface {
  readonly name = 'CreateStations1772000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table region (
        city_code int not null,
        code bigint not null,
        level text not null check (level in ('province', 'city', 'county', 'township', 'community')),
        name text not null check (length(name) between 1 and 100),
        primary key (city_code, code),
        check (city_code = code / 100000000)
      );

      create table region_file (
        digest bytea primary key,
        loaded_at timestamptz not null
      );

      create table organisation (
        city_code int not null,
        id uuid not null,
        kind text not null,
        name text not null check (length(name) between 1 and 100),
        region_code bigint not null,
        longitude double precision,
        latitude double precision,
        phone text,
        created_at timestamptz not null,
        primary key (city_code, id),
        constraint organisation_region foreign key (city_code, region_code) references region,
        constraint organisation_name unique (city_code, region_code, kind, name),
        check ((longitude is null) = (latitude is null))
      );
      create index organisation_id on organisation (id);
      create index organisation_place on organisation (city_code, region_code, id);
      -- One body answers for a division; sites and operating organisations may be many.
      create unique index organisation_committee on organisation (city_code, region_code)
        where kind in ('residentsCommittee', 'villagersCommittee');
      create unique index organisation_body on organisation (city_code, region_code, kind)
        where kind not in ('courierSite', 'operatingOrganization');

      create table staff (
        city_code int not null,
        id uuid not null,
        user_name text not null,
        password_hash text not null,
        display_name text not null,
        role text not null check (role in ('committee', 'station', 'official', 'administrator')),
        organisation_id uuid,
        region_code bigint not null,
        created_at timestamptz not null,
        primary key (city_code, id),
        constraint staff_region foreign key (city_code, region_code) references region,
        foreign key (city_code, organisation_id) references organisation
      );
      create index staff_id on staff (id);

      create table staff_user_name (
        user_name text primary key,
        city_code int not null,
        staff_id uuid not null
      );

      create table sign_in_attempt (
        user_name_digest bytea primary key,
        attempts int not null,
        last_at timestamptz not null,
        locked_until timestamptz
      );
      create index sign_in_attempt_last on sign_in_attempt (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table sign_in_attempt, staff_user_name, staff, organisation, region_file, region',
    );
  }
}
