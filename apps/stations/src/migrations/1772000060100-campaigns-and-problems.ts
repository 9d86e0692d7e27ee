import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns with goals, and the log of problems: records in versions that are only ever added, as statistics are. */
export class CampaignsAndProblems1772000060100 implements MigrationInterface {
  readonly name = 'CampaignsAndProblems1772000060100';

  async up(runner: QueryRunner): Promise<void> {
    const version = (table: string) => `
        city_code int not null,
        id uuid not null,
        version int not null check (version between 1 and 10000),
        evidence text not null check (length(evidence) between 1 and 300),
        evidence_sha256 text check (evidence_sha256 ~ '^[0-9a-f]{64}$'),
        is_withdrawn boolean not null,
        reason text check ((version = 1) = (reason is null)),
        entered_role text not null,
        entered_by text not null,
        entered_at timestamptz not null,
        primary key (city_code, id, version),
        foreign key (city_code, id) references ${table}`;
    await runner.query(`
      create table campaign (
        city_code int not null,
        id uuid not null,
        region_code bigint not null,
        name text not null check (length(name) between 1 and 100),
        metric text not null,
        from_day date not null,
        to_day date not null check (to_day >= from_day),
        primary key (city_code, id),
        constraint campaign_region foreign key (city_code, region_code) references region,
        constraint campaign_once unique (city_code, region_code, metric, from_day, to_day, name)
      );
      create index campaign_by_id on campaign (id);
      create table campaign_version (
        ${version('campaign')},
        target bigint not null check (target > 0)
      );

      create table problem (
        city_code int not null,
        id uuid not null,
        region_code bigint not null check (region_code % 1000 <> 0),
        day date not null,
        primary key (city_code, id),
        constraint problem_region foreign key (city_code, region_code) references region
      );
      create index problem_by_id on problem (id);
      create index problem_by_region on problem (city_code, region_code, day);
      create table problem_version (
        ${version('problem')},
        category text not null,
        asked text not null check (length(asked) between 1 and 500),
        handling text check (length(handling) between 1 and 500),
        state text not null check (state in ('open', 'referred', 'closed')),
        body text,
        body_name text check (length(body_name) between 1 and 100),
        constraint problem_referred check ((body is null) = (body_name is null)
          and (state <> 'open' or body is null) and (state <> 'referred' or body is not null)),
        constraint problem_closed check (state <> 'closed' or handling is not null)
      );

      alter table statistic
        add column campaign_id uuid,
        add constraint statistic_campaign foreign key (city_code, campaign_id) references campaign,
        drop constraint statistic_once,
        add constraint statistic_once
          unique nulls not distinct (city_code, region_code, metric, from_day, to_day, source, campaign_id);
      create index statistic_by_campaign on statistic (city_code, campaign_id) where campaign_id is not null;
    `);
    for (const table of ['campaign', 'campaign_version', 'problem', 'problem_version'])
      await runner.query(`
        revoke update, delete, truncate on ${table} from stations;
        create trigger ${table}_insert_only before update or delete or truncate on ${table}
          for each statement execute function refuse_statistic_change();
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table statistic
        drop constraint statistic_once,
        drop column campaign_id,
        add constraint statistic_once
          unique nulls not distinct (city_code, region_code, metric, from_day, to_day, source);
      drop table problem_version, problem, campaign_version, campaign;
    `);
  }
}
