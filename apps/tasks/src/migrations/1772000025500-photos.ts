import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of errands and hazards, sealed. */
export class Photos1772000025500 implements MigrationInterface {
  readonly name = 'Photos1772000025500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table photo (
        city_code int not null,
        id uuid not null,
        kind text not null check (kind in ('service', 'receipt', 'hazard', 'handling')),
        errand_id uuid,
        hazard_id uuid,
        community_code bigint not null,
        by_id text not null,
        by_role text not null,
        byte_count int not null check (byte_count between 1 and 640000),
        digest bytea not null check (length(digest) = 32),
        seal_key text not null,
        sealed bytea not null,
        taken_at timestamptz not null,
        primary key (city_code, id),
        foreign key (city_code, errand_id) references errand (city_code, id),
        foreign key (city_code, hazard_id) references hazard (city_code, id),
        constraint photo_of_one_subject check (
          case when kind in ('service', 'receipt') then errand_id is not null and hazard_id is null
          else hazard_id is not null and errand_id is null end)
      );
      create index photo_by_id on photo (id);
      create index photo_by_errand on photo (city_code, errand_id) where errand_id is not null;
      create index photo_by_hazard on photo (city_code, hazard_id) where hazard_id is not null;
      create index photo_by_age on photo (taken_at);
      -- Ciphertext does not compress.
      alter table photo alter column sealed set storage external;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table photo');
  }
}
