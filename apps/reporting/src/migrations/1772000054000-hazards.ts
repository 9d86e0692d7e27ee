import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hazards by community, day and category, and how long it took to close them. */
export class Hazards1772000054000 implements MigrationInterface {
  readonly name = 'Hazards1772000054000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table hazard_closure, hazard_counter');
  }
}

const tables = `
  create table hazard_counter (
    city_code int not null,
    community_code bigint not null,
    day date not null,
    category text not null,
    step text not null,
    n bigint not null check (n > 0),
    primary key (city_code, community_code, day, category, step)
  );

  -- A histogram with buckets that grow by a tenth: those of regions and days add up.
  create table hazard_closure (
    city_code int not null,
    community_code bigint not null,
    day date not null,
    category text not null,
    bucket int not null check (bucket >= 0),
    n bigint not null check (n > 0),
    primary key (city_code, community_code, day, category, bucket)
  );
`;
