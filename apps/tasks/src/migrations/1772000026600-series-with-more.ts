import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs that come again may have stops, and may be paid with credits. */
export class SeriesWithMore1772000026600 implements MigrationInterface {
  readonly name = 'SeriesWithMore1772000026600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table need_series_stop (
        city_code int not null,
        series_id uuid not null,
        stop int not null check (stop between 1 and 10),
        place point not null,
        door_sealed text,
        task text not null,
        primary key (city_code, series_id, stop),
        foreign key (city_code, series_id) references need_series (city_code, id)
      );
      alter table need_series
        add column stop_count int not null default 0 check (stop_count between 0 and 10),
        -- Who pays for each, where the city does not.
        add column payment_mode text check (payment_mode in ('exchange', 'publicPool')),
        add column payer_id uuid,
        add constraint need_series_payer check ((payment_mode is not distinct from 'exchange') = (payer_id is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table need_series drop column stop_count, drop column payment_mode, drop column payer_id;
      drop table need_series_stop;
    `);
  }
}
