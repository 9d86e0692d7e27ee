import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Templates of needs, what they demand, purchases with a ceiling, coded reasons. */
export class Templates1772000025000 implements MigrationInterface {
  readonly name = 'Templates1772000025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(templates);
    await runner.query(needs);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table errand drop column requirements, drop column purchase_ceiling_fen');
    await runner.query('alter table need_step drop column code');
    await runner.query(
      `alter table need drop column template_id, drop column template_version, drop column requirements,
         drop column purchase_ceiling_fen, drop column escalation_minutes, drop column posted_by`,
    );
    await runner.query('drop table need_template');
  }
}

const templates = `
  create table need_template (
    city_code int not null,
    id uuid not null,
    version int not null check (version between 1 and 10000),
    region_code bigint not null,
    region_last bigint not null check (region_last >= region_code),
    key text not null,
    type text not null,
    title text not null,
    title_en text,
    summary text not null,
    expected_minutes int not null check (expected_minutes between 5 and 720),
    slots int not null check (slots between 1 and 200),
    risk_notice text,
    requirements text[] not null,
    escalation_minutes int not null check (escalation_minutes between 5 and 10080),
    is_purchase boolean not null,
    is_retired boolean not null,
    made_by uuid not null,
    made_at timestamptz not null,
    constraint need_template_version primary key (city_code, id, version),
    -- One line of versions a key and region: a second template of the same key collides at its version 1.
    constraint need_template_key unique (city_code, region_code, key, version)
  );
  create index need_template_by_id on need_template (id);
`;

const needs = `
  alter table need
    add column template_id uuid,
    add column template_version int,
    add column requirements text[] not null default '{}',
    add column purchase_ceiling_fen int check (purchase_ceiling_fen between 100 and 500000),
    add column escalation_minutes int check (escalation_minutes between 5 and 10080),
    add column posted_by text,
    add check ((template_id is null) = (template_version is null));
  alter table need_step add column code text;
  -- As the need has them, so that feed and claim read one row.
  alter table errand
    add column requirements text[] not null default '{}',
    add column purchase_ceiling_fen int;
`;
