import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A need whose errand is void is the station's again, in a round more. */
export class UnservedNeeds1772000026200 implements MigrationInterface {
  readonly name = 'UnservedNeeds1772000026200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rounds);
    await runner.query(assertion);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger service_record_void_frees_need on service_record;
      drop function refuse_need_on_void_errand();
      alter table errand drop column round;
      create index errand_of_need on errand (city_code, need_id);
      alter table need drop column round;
    `);
  }
}

const rounds = `
  -- How often it came back unserved; the codes at the door are others in each round.
  alter table need add column round int not null default 0 check (round >= 0);
  -- One errand a round.
  alter table errand add column round int not null default 0 check (round >= 0);
  drop index errand_of_need;
  create unique index errand_of_need on errand (city_code, need_id, round);
  with stuck as (
    select n.city_code, n.id from need n
    join errand e on e.city_code = n.city_code and e.id = n.errand_id
    where n.state in ('posted', 'dispatched') and e.state = 'voided'
  ), told as (
    insert into need_step (city_code, need_id, step, state, by_role, by_id, reason, at)
      select city_code, id, (select coalesce(max(step), 0) + 1 from need_step s
          where s.city_code = stuck.city_code and s.need_id = stuck.id),
        'forwarded', 'system', 'tasks',
        '服务记录作废，需求退回社工站 / its service is void, the need is the station’s again', now()
      from stuck
  ), asked as (
    update need_payment p set state = 'asked', errand_id = null, expires_at = null, held_minutes = 0
      from stuck where p.city_code = stuck.city_code and p.need_id = stuck.id and p.state = 'settled'
  )
  update need n set state = 'forwarded', round = 1 from stuck
    where n.city_code = stuck.city_code and n.id = stuck.id
`;

const assertion = `
  create function refuse_need_on_void_errand() returns trigger language plpgsql set search_path from current as $$
  begin
    if exists (
      select from errand e join need n on n.city_code = e.city_code and n.errand_id = e.id
      where e.city_code = new.city_code and e.id = new.errand_id and e.state = 'voided'
        and n.state in ('posted', 'dispatched')
    ) then
      raise exception 'a need stays posted on an errand that is void'
        using errcode = 'integrity_constraint_violation', constraint = 'need_not_on_void_errand';
    end if;
    return null;
  end
  $$;
  -- At commit, when record, claim, errand and need have all moved.
  create constraint trigger service_record_void_frees_need after update of state on service_record
    deferrable initially deferred for each row when (new.state = 'voided')
    execute function refuse_need_on_void_errand()
`;
