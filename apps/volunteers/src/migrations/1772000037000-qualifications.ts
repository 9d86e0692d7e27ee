import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What volunteers can do and may do. Whether one still counts follows from its times, so nothing ends it. */
export class Qualifications1772000037000 implements MigrationInterface {
  readonly name = 'Qualifications1772000037000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table qualification (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        name text not null check (name in ('accidentInsurance', 'safetyTraining', 'firstAid', 'healthCertificate',
          'electricianLicence', 'hairdressing', 'driving', 'healthDeclaration')),
        state text not null check (state in ('declared', 'verified', 'refused', 'withdrawn')),
        valid_from timestamptz,
        expires_at timestamptz,
        issuer text,
        number_sealed text,
        recorded_at timestamptz not null,
        recorded_by uuid not null,
        recorded_role text not null,
        decided_at timestamptz,
        decided_by uuid,
        reason_sealed text,
        primary key (city_code, id),
        foreign key (city_code, volunteer_id) references volunteer,
        constraint qualification_period check (valid_from is null or expires_at is null or valid_from < expires_at),
        constraint qualification_ends check (expires_at is not null or name in ('safetyTraining', 'hairdressing')),
        constraint qualification_decided check (
          (decided_at is null) = (decided_by is null) and (decided_at is null) = (state = 'declared')
        )
      );
      create index qualification_id on qualification (id);
      create index qualification_of on qualification (city_code, volunteer_id, id);
      create index qualification_waiting on qualification (city_code, id) where state = 'declared';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table qualification');
  }
}
