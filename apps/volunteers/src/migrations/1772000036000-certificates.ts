import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Certificates of service, and the numbers they bear. */
export class Certificates1772000036000 implements MigrationInterface {
  readonly name = 'Certificates1772000036000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table certificate (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        community_code bigint not null,
        from_day date not null,
        to_day date not null,
        state text not null,
        requested_at timestamptz not null,
        requested_by uuid not null,
        accepted_at timestamptz,
        accepted_by uuid,
        issued_at timestamptz,
        issued_by uuid,
        issuer_id uuid,
        issuer_name text,
        issuer_phone text,
        number text,
        check_code text,
        service_minutes int check (service_minutes > 0),
        notice_from timestamptz,
        effective_from timestamptz,
        content_sealed text,
        revoked_at timestamptz,
        revoked_by uuid,
        revocation_reason text check (revocation_reason in
          ('withdrawnByVolunteer', 'recordsChanged', 'objectionUpheld', 'wrongPerson', 'issuedInError')),
        primary key (city_code, id),
        constraint certificate_number unique (city_code, number),
        check (city_code = community_code / 100000000),
        check (to_day >= from_day),
        constraint certificate_two_people check (issued_by <> accepted_by),
        constraint certificate_notice check (notice_from > issued_at and effective_from > notice_from),
        constraint certificate_accepted check (num_nulls(accepted_at, accepted_by) in (0, 2)),
        constraint certificate_issued check (
          num_nulls(issued_at, issued_by, issuer_id, issuer_name, number, check_code, service_minutes,
            notice_from, effective_from) in (0, 9)
          and (issued_at is null or accepted_at is not null)
          and (content_sealed is null or issued_at is not null)
        ),
        constraint certificate_revoked check (num_nulls(revoked_at, revoked_by, revocation_reason) in (0, 3)),
        constraint certificate_state check (
          state = case when revoked_at is not null then 'revoked' when issued_at is not null then 'issued'
            when accepted_at is not null then 'accepted' else 'requested' end
        )
      );
      create index certificate_id on certificate (id);
      create index certificate_of on certificate (volunteer_id, id);
      create index certificate_place on certificate (city_code, community_code, id);
      create index certificate_in_notice on certificate (city_code, effective_from) where state = 'issued';

      create table certificate_counter (
        city_code int not null,
        county_code int not null,
        year int not null,
        last_number int not null check (last_number between 1 and 9999999),
        primary key (city_code, county_code, year)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table certificate, certificate_counter');
  }
}
