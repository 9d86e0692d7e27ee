import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What has grown old in each account, how far that was counted, and who was given something to start with. */
export class ExpiryAndGrants1772000010200 implements MigrationInterface {
  readonly name = 'ExpiryAndGrants1772000010200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The cutoff up to which a city's credits were counted as old, and the last transfer before it.
      create table expiry_cutoff (
        city_code int primary key references ledger_head,
        -- In Asia/Shanghai: what was credited before it has grown old.
        day date not null,
        last_sequence bigint not null check (last_sequence >= 0),
        -- All that is due at this cutoff is posted.
        is_posted boolean not null
      );
      create table aged_credit (
        city_code int not null,
        account_id uuid not null,
        -- All that was ever credited before the cutoff.
        credited_minutes bigint not null check (credited_minutes > 0),
        primary key (city_code, account_id)
      );

      -- One row an account that a starter grant was due to: given, or why not.
      create table starter_grant (
        city_code int not null,
        account_id uuid not null,
        policy_version int not null,
        minutes int not null check (minutes > 0),
        transfer_id uuid,
        reason text,
        decided_at timestamptz not null,
        primary key (city_code, account_id),
        constraint starter_grant_decided check ((transfer_id is null) <> (reason is null))
      );
      create index starter_grant_missed on starter_grant (city_code, account_id) where transfer_id is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table starter_grant, aged_credit, expiry_cutoff');
  }
}
