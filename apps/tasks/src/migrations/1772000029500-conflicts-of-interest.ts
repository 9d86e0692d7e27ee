import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may have a conflict of interest is known from the volunteer's own row, which every claim reads anyway. */
export class ConflictsOfInterest1772000029500 implements MigrationInterface {
  readonly name = 'ConflictsOfInterest1772000029500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody ever was tied to them, or knows them as a resident too. Never taken back: it says where to look.
      alter table volunteer add column may_conflict boolean not null default false;

      create function note_tie() returns trigger language plpgsql set search_path from current as $$
      begin
        update volunteer set may_conflict = true
        where city_code = new.city_code and not may_conflict
          and id in (select (to_jsonb(new) ->> name)::uuid from unnest(tg_argv) as name);
        return null;
      end $$;
      create trigger kinship_noted after insert on kinship
        for each row execute function note_tie('from_id', 'to_id');
      create trigger declared_tie_noted after insert on declared_tie
        for each row execute function note_tie('volunteer_id');
      create trigger resident_noted after insert on resident
        for each row execute function note_tie('id');

      create function recall_ties() returns trigger language plpgsql set search_path from current as $$
      begin
        new.may_conflict := exists (select from resident where city_code = new.city_code and id = new.id)
          or exists (select from declared_tie
            where city_code = new.city_code and volunteer_id = new.id and ended_at is null)
          or exists (select from kinship where city_code = new.city_code and from_id = new.id)
          or exists (select from kinship where city_code = new.city_code and to_id = new.id);
        return new;
      end $$;
      -- Kinship that ended bars too, and who comes back to a city may have some.
      create index kinship_ever_from on kinship (city_code, from_id);
      create index kinship_ever_to on kinship (city_code, to_id);
      create trigger volunteer_recalled before insert on volunteer
        for each row execute function recall_ties();

      update volunteer v set may_conflict = true
      where exists (select from resident r where r.city_code = v.city_code and r.id = v.id)
        or exists (select from declared_tie t where t.city_code = v.city_code and t.volunteer_id = v.id)
        or exists (select from kinship k where k.city_code = v.city_code and v.id in (k.from_id, k.to_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger volunteer_recalled on volunteer;
      drop trigger resident_noted on resident;
      drop trigger declared_tie_noted on declared_tie;
      drop trigger kinship_noted on kinship;
      drop function recall_ties, note_tie;
      drop index kinship_ever_from, kinship_ever_to;
      alter table volunteer drop column may_conflict;
    `);
  }
}
