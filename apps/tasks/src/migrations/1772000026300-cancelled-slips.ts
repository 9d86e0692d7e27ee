import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A paper slip that is lost is worth nothing to whoever finds it. */
export class CancelledSlips1772000026300 implements MigrationInterface {
  readonly name = 'CancelledSlips1772000026300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cancelled);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index paper_slip_by_resident;
      alter table paper_slip drop column cancellation_id;
      drop table slip_cancellation;
    `);
  }
}

const cancelled = `
  -- One word of staff that slips of a resident count no more, and why.
  create table slip_cancellation (
    city_code int not null,
    id uuid not null,
    resident_id uuid not null,
    reason text not null check (reason in ('lost', 'damaged', 'misprinted')),
    -- So many slips were printed instead, on a sheet of the same id.
    replaced int not null check (replaced between 0 and 20),
    cancelled_by uuid not null,
    cancelled_at timestamptz not null,
    primary key (city_code, id),
    foreign key (city_code, resident_id) references resident (city_code, id)
  );
  alter table paper_slip
    add column cancellation_id uuid,
    add foreign key (city_code, cancellation_id) references slip_cancellation (city_code, id),
    -- Used or cancelled, never both.
    add constraint paper_slip_one_end check (used_at is null or cancellation_id is null);
  create index paper_slip_by_resident on paper_slip (city_code, resident_id, printed_at desc, id)
`;
