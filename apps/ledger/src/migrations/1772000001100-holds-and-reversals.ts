import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holds that expire, linked transfers, what each service record earned, and who changed an account. */
export class HoldsAndReversals1772000001100 implements MigrationInterface {
  readonly name = 'HoldsAndReversals1772000001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(transfers);
    await runner.query(records);
    await runner.query(accountChanges);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table account_change, earned_record, open_hold;
      alter table transfer
        drop constraint transfer_expires, drop constraint transfer_reversal_moves,
        drop column expires_at, drop column link_id;
    `);
  }
}

const transfers = `
  alter table transfer
    add column expires_at timestamptz,
    -- What all transfers of one linked set bear.
    add column link_id uuid,
    add constraint transfer_expires check (expires_at is null or phase = 'hold'),
    add constraint transfer_reversal_moves check (reverses_id is null or phase = 'single');

  -- Follows from the transfers, which cannot be marked: holds nobody has resolved. The audit compares.
  create table open_hold (
    city_code int not null,
    hold_id uuid not null,
    expires_at timestamptz,
    primary key (city_code, hold_id)
  );
  create index open_hold_due on open_hold (expires_at) where expires_at is not null;
`;

const records = `
  -- The highest version of a service record that was heard of, and the transfer that credits it now: none
  -- where it was voided or could not be credited.
  create table earned_record (
    city_code int not null,
    record_id uuid not null,
    version int not null check (version >= 1),
    transfer_id uuid,
    primary key (city_code, record_id)
  );
  insert into earned_record (city_code, record_id, version, transfer_id)
    select city_code, substr(reference, 15)::uuid, 1, id from transfer
    where code = 'earn' and reference ~ '^serviceRecord:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    on conflict do nothing;
`;

const accountChanges = `
  create table account_change (
    city_code int not null,
    account_id uuid not null,
    version bigint not null,
    change text not null check (change in ('opened', 'floorSet', 'closed')),
    floor_minutes bigint,
    actor_role text not null,
    actor_id text not null,
    changed_at timestamptz not null,
    primary key (city_code, account_id, version)
  );
  revoke update, delete, truncate on account_change from ledger;
  create trigger account_change_insert_only before update or delete or truncate on account_change
    for each statement execute function refuse_change();
`;
