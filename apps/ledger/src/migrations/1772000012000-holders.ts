import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where account holders live and in which decade they were born, and which staff read whose statement. */
export class Holders1772000012000 implements MigrationInterface {
  readonly name = 'Holders1772000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- All the ledger knows of a person. The decade stands for the age: a birth date does not fit in here.
      create table holder (
        city_code int not null,
        owner_id uuid not null,
        version int not null check (version >= 1),
        community_code bigint not null,
        birth_decade int not null check (birth_decade % 10 = 0 and birth_decade between 1880 and 2100),
        primary key (city_code, owner_id)
      );

      create table statement_reading (
        city_code int not null,
        id uuid not null,
        account_id uuid not null,
        actor_role text not null,
        actor_id text not null,
        first_day date,
        last_day date,
        read_at timestamptz not null,
        primary key (city_code, id)
      );
      create index statement_reading_account on statement_reading (city_code, account_id, id);
      revoke update, delete, truncate on statement_reading from ledger;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table statement_reading, holder');
  }
}
