import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looks are found by day and by who looked; who searches them is written down, in a log that only grows. */
export class RevealSearches1772000047210 implements MigrationInterface {
  readonly name = 'RevealSearches1772000047210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index reveal_day on reveal (at);
      create index reveal_viewer on reveal (viewer_id, at);
      create table reveal_search (
        city_code int not null,
        id uuid not null,
        by_id uuid not null,
        region_code bigint not null,
        person_id uuid,
        viewer_id uuid,
        from_day date not null,
        to_day date not null check (to_day >= from_day),
        -- Where a further page began.
        cursor text,
        at timestamptz not null,
        primary key (city_code, id)
      );
      create index reveal_search_id on reveal_search (id);
      create index reveal_search_place on reveal_search (city_code, region_code, id);
      revoke update, delete, truncate on reveal_search from tasks;
      create trigger reveal_search_insert_only before update or delete or truncate on reveal_search
        for each statement execute function refuse_reveal_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reveal_search; drop index reveal_day, reveal_viewer');
  }
}
