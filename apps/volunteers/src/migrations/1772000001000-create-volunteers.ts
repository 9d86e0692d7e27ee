import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateVolunteers1772000001000 implements MigrationInterface {
  readonly name = 'CreateVolunteers1772000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table volunteer (
        city_code int not null,
        id uuid not null,
        volunteer_number text not null,
        name_sealed text not null,
        id_number_sealed text not null,
        phone_sealed text not null,
        guardian_name_sealed text,
        identity_digest bytea not null,
        content_digest bytea not null,
        community_code bigint not null,
        courier_site_id uuid,
        skills text[] not null,
        verification text not null check (verification in ('unverified', 'pending', 'verified', 'refused')),
        version int not null check (version > 0),
        lifetime_minutes int not null default 0 check (lifetime_minutes >= 0),
        registered_at timestamptz not null,
        registered_by text not null,
        decided_at timestamptz,
        decided_by text,
        decision_reason_sealed text,
        primary key (city_code, id),
        constraint volunteer_number unique (city_code, volunteer_number),
        check (city_code = community_code / 100000000)
      );
      create index volunteer_id on volunteer (id);
      create index volunteer_place on volunteer (city_code, community_code, id);

      create table volunteer_number_counter (
        city_code int not null,
        county_code int not null,
        year int not null,
        last_number int not null check (last_number between 1 and 9999999),
        primary key (city_code, county_code, year)
      );

      create table volunteer_consent (
        city_code int not null,
        volunteer_id uuid not null,
        purpose text not null,
        version text not null,
        given_at timestamptz not null,
        primary key (city_code, volunteer_id, purpose, version),
        foreign key (city_code, volunteer_id) references volunteer
      );

      create table credited_record (
        city_code int not null,
        record_id uuid not null,
        volunteer_id uuid not null,
        version int not null,
        minutes int not null check (minutes > 0),
        primary key (city_code, record_id),
        foreign key (city_code, volunteer_id) references volunteer
      );

      -- One person once in the whole country, found by digest.
      create table identity_owner (
        identity_digest bytea primary key,
        volunteer_id uuid not null
      );
      create table phone_owner (
        phone_digest bytea primary key,
        person_id uuid not null
      );
      create table wechat_owner (
        openid_digest bytea primary key,
        person_id uuid not null
      );
      create index wechat_owner_person on wechat_owner (person_id);

      create table phone_code (
        phone_digest bytea primary key,
        code_digest bytea,
        expires_at timestamptz,
        attempts_left int not null,
        sent_at timestamptz,
        hour_started_at timestamptz not null,
        sent_in_hour int not null
      );
      create index phone_code_hour on phone_code (hour_started_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table phone_code, wechat_owner, phone_owner, identity_owner, credited_record, volunteer_consent,
         volunteer_number_counter, volunteer`,
    );
  }
}
