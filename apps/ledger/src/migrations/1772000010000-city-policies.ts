import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versioned policies of cities, which nobody can change or delete. */
export class CityPolicies1772000010000 implements MigrationInterface {
  readonly name = 'CityPolicies1772000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Version 1 is everybody's, a minute for a minute, and stands in no table.
      create table city_policy (
        city_code int not null,
        version int not null check (version >= 2),
        -- Days in Asia/Shanghai. A version is in force from its first day until that of the next.
        effective_from date not null,
        effective_until date,
        policy jsonb not null,
        preset_id text,
        note text,
        actor_role text not null,
        actor_id text not null,
        recorded_at timestamptz not null,
        primary key (city_code, version),
        constraint city_policy_from unique (city_code, effective_from),
        constraint city_policy_period check (effective_until > effective_from)
      );
      revoke update, delete, truncate on city_policy from ledger;
      create function refuse_policy_change() returns trigger language plpgsql as $$
      begin
        raise exception 'versions of a policy are never changed or deleted; add a version'
          using errcode = 'restrict_violation';
      end
      $$;
      create trigger city_policy_insert_only before update or delete or truncate on city_policy
        for each statement execute function refuse_policy_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table city_policy; drop function refuse_policy_change();');
  }
}
