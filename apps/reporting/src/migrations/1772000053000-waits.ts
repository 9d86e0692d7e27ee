import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Time-to-claim as counters that add up. */
export class Waits1772000053000 implements MigrationInterface {
  readonly name = 'Waits1772000053000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How many slots of a subdistrict, that became open in one hour, waited how long; buckets as in waits.ts.
      create table wait_counter (
        city_code int not null,
        township_code bigint not null,
        day date not null,
        hour int not null check (hour between 0 and 23),
        type text not null,
        bucket int not null check (bucket between -1 and 200),
        claims bigint not null check (claims > 0),
        primary key (city_code, township_code, day, hour, type, bucket)
      ) with (fillfactor = 80);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table wait_counter');
  }
}
