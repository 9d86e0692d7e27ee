import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A need cannot stay fulfilled by an errand on which nobody was served. */
export class FulfilledByNobody1772000028500 implements MigrationInterface {
  readonly name = 'FulfilledByNobody1772000028500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(assertion);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(earlier);
  }
}

const assertion = `
  create or replace function refuse_need_on_void_errand() returns trigger language plpgsql set search_path from current as $$
  begin
    if exists (
      select from errand e join need n on n.city_code = e.city_code and n.errand_id = e.id
      where e.city_code = new.city_code and e.id = new.errand_id and e.state = 'voided'
        and (n.state in ('posted', 'dispatched') or n.state in ('fulfilled', 'closed')
          and not exists (
            select from service_record r
            join record_version v on v.city_code = r.city_code and v.record_id = r.id and v.version = r.version
            where r.city_code = e.city_code and r.errand_id = e.id and v.reason <> 'notServed')
          -- The body it was referred to last may have fulfilled it.
          and not exists (
            select from need_step s where s.city_code = n.city_code and s.need_id = n.id and s.state = 'referred'
              and not exists (
                select from need_step f where f.city_code = s.city_code and f.need_id = s.need_id
                  and f.step > s.step and f.state = 'forwarded')))
    ) then
      raise exception 'a need stays posted or fulfilled on an errand that is void'
        using errcode = 'integrity_constraint_violation', constraint = 'need_not_on_void_errand';
    end if;
    return null;
  end
  $$
`;

const earlier = `
  create or replace function refuse_need_on_void_errand() returns trigger language plpgsql set search_path from current as $$
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
  $$
`;
