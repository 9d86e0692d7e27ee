import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is public: months as they were published, without what is kept back. */
export class OpenData1772000057200 implements MigrationInterface {
  readonly name = 'OpenData1772000057200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table open_month (
        city_code int not null,
        month date not null check (extract(day from month) = 1),
        published_at timestamptz not null,
        primary key (city_code, month)
      );
      -- What is kept back is not here at all.
      create table open_figure (
        city_code int not null,
        month date not null,
        region_code bigint not null check (region_code % 1000 = 0),
        name text not null,
        value bigint not null check (value = 0 or value >= 5),
        primary key (city_code, month, region_code, name),
        foreign key (city_code, month) references open_month
      );
      revoke update, delete, truncate on open_month, open_figure from reporting;
      create trigger open_month_insert_only before update or delete or truncate on open_month
        for each statement execute function refuse_published_change();
      create trigger open_figure_insert_only before update or delete or truncate on open_figure
        for each statement execute function refuse_published_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table open_figure, open_month');
  }
}
