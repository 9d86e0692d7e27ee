import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is published of each day, which nobody can change either. */
export class CreateDailyHeads1772000001200 implements MigrationInterface {
  readonly name = 'CreateDailyHeads1772000001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table ledger_head_day (
        city_code int not null references ledger_head,
        -- In Asia/Shanghai.
        day date not null,
        first_sequence bigint not null check (first_sequence >= 1),
        last_sequence bigint not null check (last_sequence >= first_sequence - 1),
        merkle_root bytea not null check (octet_length(merkle_root) = 32),
        chain_seal bytea not null check (octet_length(chain_seal) = 32),
        previous_hash bytea not null check (octet_length(previous_hash) = 32),
        head_hash bytea not null check (octet_length(head_hash) = 32),
        -- Never published: it keeps the hashes from being guessed.
        salt bytea not null check (octet_length(salt) = 32),
        bundle_roots bytea not null check (octet_length(bundle_roots) % 32 = 0),
        published_at timestamptz not null,
        primary key (city_code, day),
        -- One line of heads: no two follow the same one.
        unique (city_code, previous_hash)
      );
      create index ledger_head_day_last on ledger_head_day (city_code, last_sequence, day);

      revoke update, delete, truncate on ledger_head_day from ledger;
      create function refuse_head_change() returns trigger language plpgsql as $$
      begin
        raise exception 'published heads are never changed or deleted' using errcode = 'restrict_violation';
      end
      $$;
      create trigger ledger_head_day_insert_only before update or delete or truncate on ledger_head_day
        for each statement execute function refuse_head_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_head_day; drop function refuse_head_change();');
  }
}
