import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Small pictures of volunteers for those they come to. None without the consent, and none longer than it. */
export class Portraits1772000038700 implements MigrationInterface {
  readonly name = 'Portraits1772000038700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table portrait (
        city_code int not null,
        volunteer_id uuid not null,
        image_sealed text not null constraint portrait_small check (length(image_sealed) <= 30000),
        set_at timestamptz not null,
        primary key (city_code, volunteer_id),
        foreign key (city_code, volunteer_id) references volunteer
      );
      create index portrait_volunteer on portrait (volunteer_id);
      -- Ciphertext does not compress.
      alter table portrait alter column image_sealed set storage external;

      create function refuse_portrait_without_consent() returns trigger language plpgsql set search_path from current as $$
      begin
        if not exists (
          select from volunteer_consent c where c.city_code = new.city_code and c.volunteer_id = new.volunteer_id
            and c.purpose = 'portrait' and c.ended_at is null
        ) then
          raise exception 'there is no portrait without consent' using errcode = 'check_violation';
        end if;
        return new;
      end $$;
      create trigger portrait_consented before insert or update on portrait
        for each row execute function refuse_portrait_without_consent();

      create function delete_portrait_with_consent() returns trigger language plpgsql set search_path from current as $$
      begin
        delete from portrait where city_code = new.city_code and volunteer_id = new.volunteer_id;
        return null;
      end $$;
      create trigger volunteer_consent_portrait after update on volunteer_consent
        for each row when (new.purpose = 'portrait' and old.ended_at is null and new.end_reason in ('withdrawn', 'left'))
        execute function delete_portrait_with_consent();

      alter table volunteer
        drop constraint volunteer_withdrawn,
        add constraint volunteer_withdrawn check (
          withdrawn <@ array['registration', 'sensitiveData', 'sharingWithStation', 'location', 'publicHonours', 'portrait']
        );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger volunteer_consent_portrait on volunteer_consent;
      drop table portrait;
      drop function refuse_portrait_without_consent, delete_portrait_with_consent;
      delete from volunteer_consent where purpose = 'portrait';
      update volunteer set withdrawn = array_remove(withdrawn, 'portrait');
      alter table volunteer
        drop constraint volunteer_withdrawn,
        add constraint volunteer_withdrawn check (
          withdrawn <@ array['registration', 'sensitiveData', 'sharingWithStation', 'location', 'publicHonours']
        );
    `);
  }
}
