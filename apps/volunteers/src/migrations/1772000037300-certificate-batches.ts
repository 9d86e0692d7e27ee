import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many certificates taken on together, each with what became of it. */
export class CertificateBatches1772000037300 implements MigrationInterface {
  readonly name = 'CertificateBatches1772000037300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table certificate_batch (
        city_code int not null,
        id uuid not null,
        step text not null check (step in ('accept', 'issue')),
        region_code bigint not null,
        by_id uuid not null,
        by_role text not null,
        by_region text not null,
        by_organisation_id uuid,
        started_at timestamptz not null,
        primary key (city_code, id)
      );
      create index certificate_batch_id on certificate_batch (id);

      create table certificate_batch_item (
        city_code int not null,
        batch_id uuid not null,
        certificate_id uuid not null,
        -- Null while it waits; then 'done', or the code of the error.
        outcome text,
        primary key (city_code, batch_id, certificate_id),
        foreign key (city_code, batch_id) references certificate_batch
      );
      create index certificate_batch_waiting on certificate_batch_item (city_code, batch_id) where outcome is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table certificate_batch_item, certificate_batch');
  }
}
