import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was counted of each service record, so that a later version replaces it. */
export class CountedRecords1772000051000 implements MigrationInterface {
  readonly name = 'CountedRecords1772000051000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table counted_record (
        city_code int not null,
        record_id uuid not null,
        version int not null check (version >= 0),
        community_code bigint not null,
        day date not null,
        verification text not null check (verification in ('deviceVerified', 'attested')),
        service_minutes int not null check (service_minutes between 0 and 1440),
        primary key (city_code, record_id)
      ) with (fillfactor = 90);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table counted_record');
  }
}
