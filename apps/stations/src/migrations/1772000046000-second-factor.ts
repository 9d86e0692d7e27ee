import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secrets of authenticators, sealed, and digests of recovery codes. */
export class SecondFactor1772000046000 implements MigrationInterface {
  readonly name = 'SecondFactor1772000046000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table second_factor (
        city_code int not null,
        staff_id uuid not null,
        secret_sealed text not null,
        begun_at timestamptz not null,
        confirmed_at timestamptz check (confirmed_at >= begun_at),
        -- Number of the time step whose code was used last: no code counts twice.
        last_step bigint not null default 0 check (last_step >= 0),
        primary key (city_code, staff_id),
        foreign key (city_code, staff_id) references staff
      );
      create table recovery_code (
        city_code int not null,
        staff_id uuid not null,
        code_digest bytea not null check (length(code_digest) = 32),
        used_at timestamptz,
        primary key (city_code, staff_id, code_digest),
        foreign key (city_code, staff_id) references second_factor on delete cascade
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table recovery_code, second_factor');
  }
}
