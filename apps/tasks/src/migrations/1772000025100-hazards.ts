import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hazards, the reports joined in them, and who did what when. */
export class Hazards1772000025100 implements MigrationInterface {
  readonly name = 'Hazards1772000025100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(hazards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hazard_step, hazard_report, hazard');
  }
}

const hazards = `
  create table hazard (
    city_code int not null,
    id uuid not null,
    community_code bigint not null,
    place point not null,
    category text not null,
    severity text not null,
    state text not null check (state in ('reported', 'routed', 'handled', 'fedBack', 'closed')),
    committee_id uuid,
    station_id uuid,
    report_count int not null check (report_count > 0),
    first_reported_at timestamptz not null,
    last_reported_at timestamptz not null check (last_reported_at >= first_reported_at),
    handling text,
    feedback text,
    handled_at timestamptz,
    fed_back_at timestamptz,
    closed_at timestamptz,
    primary key (city_code, id),
    -- Nothing counts as handled without a word of what was done, nor as closed before the reporters were told.
    check ((state in ('handled', 'fedBack', 'closed')) = (handled_at is not null)),
    check (handled_at is null or handling is not null),
    check ((state in ('fedBack', 'closed')) = (fed_back_at is not null)),
    check (fed_back_at is null or feedback is not null),
    check ((state = 'closed') = (closed_at is not null))
  );
  create index hazard_by_id on hazard (id);
  create index hazard_by_place on hazard (city_code, community_code, id desc);
  create index hazard_open on hazard (city_code, category, last_reported_at) where state in ('reported', 'routed');
  create index hazard_fed_back on hazard (fed_back_at) where state = 'fedBack';

  create table hazard_report (
    city_code int not null,
    id uuid not null,
    hazard_id uuid not null,
    reporter_id uuid not null,
    reporter_role text not null,
    errand_id uuid,
    place point not null,
    severity text not null,
    description text not null,
    reported_at timestamptz not null,
    primary key (city_code, id),
    foreign key (city_code, hazard_id) references hazard (city_code, id)
  );
  create index hazard_report_by_id on hazard_report (id);
  create index hazard_report_by_hazard on hazard_report (city_code, hazard_id, id desc);
  create index hazard_report_by_reporter on hazard_report (reporter_id, reported_at desc);

  create table hazard_step (
    city_code int not null,
    hazard_id uuid not null,
    step int not null,
    state text not null,
    by_role text not null,
    by_id text not null,
    note text,
    at timestamptz not null,
    primary key (city_code, hazard_id, step),
    foreign key (city_code, hazard_id) references hazard (city_code, id)
  );
`;
