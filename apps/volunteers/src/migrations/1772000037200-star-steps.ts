import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each star takes where a city or county decided so; what residents say of services; awards; honour lists. */
export class StarSteps1772000037200 implements MigrationInterface {
  readonly name = 'StarSteps1772000037200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table star_steps (
        city_code int not null,
        region_code bigint not null,
        version int not null check (version > 0),
        effective_from date not null,
        hours int[] not null,
        good_percents int[] not null,
        fewest_evaluations int not null check (fewest_evaluations > 0),
        source text not null,
        decided_at timestamptz not null,
        decided_by text not null,
        primary key (city_code, region_code, version),
        check (city_code = region_code / 100000000),
        constraint star_steps_rise check (
          cardinality(hours) = 5 and 0 < hours[1] and hours[1] < hours[2] and hours[2] < hours[3]
          and hours[3] < hours[4] and hours[4] < hours[5]
        ),
        constraint star_steps_good check (
          cardinality(good_percents) = 5 and 0 <= good_percents[1] and good_percents[1] <= good_percents[2]
          and good_percents[2] <= good_percents[3] and good_percents[3] <= good_percents[4]
          and good_percents[4] <= good_percents[5] and good_percents[5] <= 100
        )
      );
      alter table volunteer
        add column evaluations int not null default 0,
        add column good_evaluations int not null default 0,
        add constraint volunteer_evaluations check (good_evaluations between 0 and evaluations),
        drop constraint volunteer_withdrawn,
        add constraint volunteer_withdrawn check (
          withdrawn <@ array['registration', 'sensitiveData', 'sharingWithStation', 'location', 'publicHonours']
        );
      -- Who stands in honour lists.
      create index volunteer_consent_honours on volunteer_consent (city_code, volunteer_id)
        where purpose = 'publicHonours' and ended_at is null;

      create table award (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        title text not null,
        -- Null of who left.
        reason_sealed text,
        given_at timestamptz not null,
        given_by uuid not null,
        given_role text not null check (given_role in ('station', 'official')),
        revoked_at timestamptz check (revoked_at >= given_at),
        revoked_by uuid,
        revocation_reason_sealed text,
        primary key (city_code, id),
        foreign key (city_code, volunteer_id) references volunteer,
        constraint award_revoked check ((revoked_at is null) = (revoked_by is null))
      );
      create index award_id on award (id);
      create index award_of on award (city_code, volunteer_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table award, star_steps;
      drop index volunteer_consent_honours;
      delete from volunteer_consent where purpose = 'publicHonours';
      update volunteer set withdrawn = array_remove(withdrawn, 'publicHonours');
      alter table volunteer
        drop column evaluations,
        drop column good_evaluations,
        drop constraint volunteer_withdrawn,
        add constraint volunteer_withdrawn check (
          withdrawn <@ array['registration', 'sensitiveData', 'sharingWithStation', 'location']
        );
    `);
  }
}
