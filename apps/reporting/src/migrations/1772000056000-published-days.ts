import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days as they were published. */
export class PublishedDays1772000056000 implements MigrationInterface {
  readonly name = 'PublishedDays1772000056000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table published_day (
        city_code int not null,
        region_code bigint not null,
        day date not null,
        revision int not null check (revision between 1 and 10000),
        reason text check ((revision = 1) = (reason is null)),
        metrics json not null,
        published_by text not null,
        published_at timestamptz not null,
        primary key (city_code, region_code, day, revision)
      );
      revoke update, delete, truncate on published_day from reporting;
      create function refuse_published_change() returns trigger language plpgsql as $$
      begin
        raise exception 'what was published is never changed or deleted; add a revision' using errcode = 'restrict_violation';
      end $$;
      create trigger published_day_insert_only before update or delete or truncate on published_day
        for each statement execute function refuse_published_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table published_day; drop function refuse_published_change()');
  }
}
