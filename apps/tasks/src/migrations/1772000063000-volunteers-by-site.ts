import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A station counts on duty those who ride for its sites, wherever they live. */
export class VolunteersBySite1772000063000 implements MigrationInterface {
  readonly name = 'VolunteersBySite1772000063000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index volunteer_by_site on volunteer (city_code, courier_site_id) where courier_site_id is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index volunteer_by_site');
  }
}
