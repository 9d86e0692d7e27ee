import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Weeks, months and years are published as days are; a period is named by its first day. */
export class PublishedPeriods1772000057000 implements MigrationInterface {
  readonly name = 'PublishedPeriods1772000057000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table published_day rename to published_report;
      alter table published_report rename column day to first_day;
      alter table published_report rename constraint published_day_pkey to published_report_pkey;
      alter trigger published_day_insert_only on published_report rename to published_report_insert_only;
      alter table published_report
        add column kind text not null default 'day' check (kind in ('day', 'week', 'month', 'year')),
        add constraint published_report_begins check (case kind
          when 'week' then extract(isodow from first_day) = 1
          when 'month' then extract(day from first_day) = 1
          when 'year' then extract(doy from first_day) = 1
          else true end),
        drop constraint published_report_pkey,
        add constraint published_report_pkey primary key (city_code, region_code, kind, first_day, revision);
      alter table published_report alter column kind drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table published_report disable trigger published_report_insert_only;
      delete from published_report where kind <> 'day';
      alter table published_report enable trigger published_report_insert_only;
      alter table published_report
        drop constraint published_report_pkey,
        drop column kind;
      alter table published_report rename column first_day to day;
      alter table published_report
        add constraint published_day_pkey primary key (city_code, region_code, day, revision);
      alter trigger published_report_insert_only on published_report rename to published_day_insert_only;
      alter table published_report rename to published_day;
    `);
  }
}
