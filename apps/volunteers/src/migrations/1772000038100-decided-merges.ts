import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who proposed and who decided a merge stays written down as it was. */
export class DecidedMerges1772000038100 implements MigrationInterface {
  readonly name = 'DecidedMerges1772000038100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_merge_change() returns trigger language plpgsql as $$
      begin
        raise exception 'merges that are decided on are never changed or deleted' using errcode = 'restrict_violation';
      end $$;
      create trigger volunteer_merge_final before update or delete on volunteer_merge
        for each row when (old.state <> 'requested') execute function refuse_merge_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop trigger volunteer_merge_final on volunteer_merge; drop function refuse_merge_change()',
    );
  }
}
