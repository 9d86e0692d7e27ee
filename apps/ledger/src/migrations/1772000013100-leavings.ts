import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the balances of people who died or left the region, under which policy and by whom. */
export class Leavings1772000013100 implements MigrationInterface {
  readonly name = 'Leavings1772000013100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table leaving (
        city_code int not null,
        account_id uuid not null,
        cause text not null check (cause in ('death', 'leftRegion')),
        outcome text not null,
        heir_id uuid,
        minutes int not null check (minutes between 0 and 1000000),
        transfer_id uuid,
        policy_version int not null check (policy_version >= 1),
        actor_role text not null,
        actor_id text not null,
        settled_at timestamptz not null,
        primary key (city_code, account_id, cause),
        foreign key (city_code, account_id) references account,
        constraint leaving_outcome check (outcome in
          ('donate', 'expire', case cause when 'death' then 'inherit' else 'keep' end)),
        constraint leaving_heir check ((outcome = 'inherit') = (heir_id is not null)),
        constraint leaving_moved check ((minutes > 0) = (transfer_id is not null)),
        constraint leaving_kept check (outcome <> 'keep' or minutes = 0)
      );
      revoke update, delete, truncate on leaving from ledger;
      create function refuse_leaving_change() returns trigger language plpgsql as $$
      begin
        raise exception 'what became of an account is never changed or deleted' using errcode = 'restrict_violation';
      end
      $$;
      create trigger leaving_insert_only before update or delete or truncate on leaving
        for each statement execute function refuse_leaving_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table leaving; drop function refuse_leaving_change();');
  }
}
