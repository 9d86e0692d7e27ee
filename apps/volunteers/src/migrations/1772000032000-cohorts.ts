import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which version of a volunteer's decade and home has been told. */
export class Cohorts1772000032000 implements MigrationInterface {
  readonly name = 'Cohorts1772000032000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table volunteer add column cohort_told_version int not null default 0;
      create index volunteer_cohort_untold on volunteer (city_code, id)
        where verification = 'verified' and cohort_told_version < version;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table volunteer drop column cohort_told_version');
  }
}
