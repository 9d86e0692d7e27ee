import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How presence was proven, codes of doors, devices that sign without a network. */
export class Serving1772000024100 implements MigrationInterface {
  readonly name = 'Serving1772000024100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table claim
        add column check_in_proof text not null default 'none',
        add column was_offline boolean not null default false;
      alter table service_record
        add column check_in_proof text not null default 'none',
        add column check_out_proof text not null default 'none',
        add column was_offline boolean not null default false,
        add constraint service_record_offline_is_attested check (not was_offline or verification = 'attested');
      alter table resident add column door_code_version int not null default 1 check (door_code_version > 0);

      create table device_key (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        public_key bytea not null check (octet_length(public_key) = 32),
        registered_at timestamptz not null,
        retired_at timestamptz,
        primary key (city_code, id)
      );
      create index device_key_by_volunteer on device_key (volunteer_id, registered_at);

      -- What was taken offline, once each; the proofs themselves are judged and not kept.
      create table offline_record (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        device_id uuid not null,
        errand_id uuid not null,
        step text not null check (step in ('checkIn', 'checkOut')),
        at timestamptz not null,
        received_at timestamptz not null,
        -- SHA-256 of the signature: the same record again, or another under its id.
        digest bytea not null,
        primary key (city_code, id),
        foreign key (city_code, device_id) references device_key (city_code, id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table offline_record, device_key;
      alter table resident drop column door_code_version;
      alter table service_record drop column check_in_proof, drop column check_out_proof, drop column was_offline;
      alter table claim drop column check_in_proof, drop column was_offline;
    `);
  }
}
