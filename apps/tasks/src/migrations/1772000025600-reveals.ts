import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every look at what is sealed, by the person it is of; the log only grows. */
export class Reveals1772000025600 implements MigrationInterface {
  readonly name = 'Reveals1772000025600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table reveal (
        city_code int not null,
        id uuid not null,
        subject_id uuid not null,
        viewer_id uuid not null,
        viewer_role text not null,
        fields text[] not null check (cardinality(fields) > 0),
        errand_id uuid,
        at timestamptz not null,
        primary key (city_code, id)
      );
      insert into reveal
      select r.city_code, r.id, n.resident_id, r.volunteer_id, 'volunteer', '{name,phone,door}', r.errand_id, r.at
        from contact_reveal r
        join errand e on e.city_code = r.city_code and e.id = r.errand_id
        join need n on n.city_code = e.city_code and n.id = e.need_id;
      drop table contact_reveal;
      create index reveal_subject on reveal (subject_id, id);
      revoke update, delete, truncate on reveal from tasks;
      create function refuse_reveal_change() returns trigger language plpgsql as $$
      begin
        raise exception 'who looked at what is never changed or deleted' using errcode = 'restrict_violation';
      end
      $$;
      create trigger reveal_insert_only before update or delete or truncate on reveal
        for each statement execute function refuse_reveal_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table contact_reveal (
        city_code int not null,
        id uuid not null,
        errand_id uuid not null,
        volunteer_id uuid not null,
        at timestamptz not null,
        primary key (city_code, id),
        foreign key (city_code, errand_id) references errand (city_code, id)
      );
      insert into contact_reveal select city_code, id, errand_id, viewer_id, at from reveal
        where viewer_role = 'volunteer' and fields && '{name,stops}';
      drop table reveal;
      drop function refuse_reveal_change;
    `);
  }
}
