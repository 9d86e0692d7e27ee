import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, transfers that nobody can change, the head of each city's chain, remembered rejections. */
export class CreateLedger1772000001000 implements MigrationInterface {
  readonly name = 'CreateLedger1772000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(accounts);
    await runner.query(transfers);
    await runner.query(guards);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table rejected_transfer, transfer, account, ledger_head;
      drop function refuse_change();
    `);
  }
}

const accounts = `
  -- One row a city. Whoever writes accounts or transfers of the city locks it first.
  create table ledger_head (
    city_code int primary key,
    next_sequence bigint not null check (next_sequence >= 1),
    chain_hash bytea not null check (octet_length(chain_hash) = 32)
  );

  create table account (
    city_code int not null references ledger_head,
    id uuid not null,
    kind text not null check (kind in
      ('issuance', 'personal', 'group', 'publicPool', 'escrow', 'expired', 'writeoff', 'clearing')),
    owner_id uuid,
    floor_minutes bigint,
    debited_minutes bigint not null default 0 check (debited_minutes >= 0),
    credited_minutes bigint not null default 0 check (credited_minutes >= 0),
    pending_debit_minutes bigint not null default 0 check (pending_debit_minutes >= 0),
    pending_credit_minutes bigint not null default 0 check (pending_credit_minutes >= 0),
    last_sequence bigint,
    version bigint not null default 0,
    opened_at timestamptz not null,
    closed_at timestamptz,
    primary key (city_code, id),
    constraint account_floor check
      (credited_minutes - debited_minutes - pending_debit_minutes >= floor_minutes)
  ) with (fillfactor = 60);
  -- The owner never changes, so an update of the counters leaves this index alone.
  create unique index account_owner on account (owner_id, kind, city_code) where owner_id is not null;
`;

const transfers = `
  create table transfer (
    city_code int not null,
    sequence bigint not null check (sequence >= 1),
    id uuid not null,
    phase text not null check (phase in ('single', 'hold', 'capture', 'release')),
    debit_account_id uuid not null,
    credit_account_id uuid not null,
    minutes int not null check (minutes between 1 and 1000000),
    hold_id uuid,
    reverses_id uuid,
    code text not null check (code in
      ('earn', 'redeem', 'gift', 'donate', 'grant', 'expire', 'reverse', 'writeOff', 'correct')),
    reference text not null check (length(reference) between 1 and 60),
    community_code bigint not null,
    policy_version int not null check (policy_version >= 1),
    actor_role text not null,
    actor_id text not null check (length(actor_id) between 1 and 60),
    effective_at timestamptz not null,
    recorded_at timestamptz not null,
    debit_balance_minutes bigint not null,
    credit_balance_minutes bigint not null,
    -- The transfer before this one of either account: a statement walks these links, so that no index in
    -- random order has to be kept.
    debit_prev bigint check (debit_prev < sequence),
    credit_prev bigint check (credit_prev < sequence),
    chain_hash bytea not null check (octet_length(chain_hash) = 32),
    primary key (city_code, sequence),
    unique (city_code, id),
    constraint transfer_two_accounts check (debit_account_id <> credit_account_id),
    constraint transfer_hold_resolved check ((phase in ('capture', 'release')) = (hold_id is not null)),
    -- The chain's text separates its fields with it.
    constraint transfer_no_separator check (strpos(concat(reference, actor_role, actor_id), '|') = 0)
    -- No foreign keys to account: they double the cost of an insert. Every accepted transfer updates both
    -- its accounts in the same transaction, which counts the rows it found; accounts cannot be deleted.
  );
  create unique index transfer_hold on transfer (city_code, hold_id) where hold_id is not null;
  create unique index transfer_reverses on transfer (city_code, reverses_id) where reverses_id is not null;

  create table rejected_transfer (
    city_code int not null,
    id uuid not null,
    content text not null,
    code text not null,
    data json not null,
    rejected_at timestamptz not null,
    primary key (city_code, id)
  );
`;

/** Twice: the service's role lacks the right, and a trigger refuses even the tables' owner. */
const guards = `
  revoke update, delete, truncate on transfer from ledger;
  revoke delete, truncate on account, ledger_head from ledger;

  create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'transfers are never changed or deleted; post a reversal' using errcode = 'restrict_violation';
  end
  $$;
  create trigger transfer_insert_only before update or delete or truncate on transfer
    for each statement execute function refuse_change();
`;
