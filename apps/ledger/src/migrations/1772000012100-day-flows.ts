import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What moved on each day that is over, so that a year's flows need not be read from its transfers. */
export class DayFlows1772000012100 implements MigrationInterface {
  readonly name = 'DayFlows1772000012100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Follows from the transfers of a day, and is written with its head.
      create table day_flow (
        city_code int not null,
        day date not null,
        community_code bigint not null,
        code text not null,
        -- Less what reversals took back: below zero on days with more of these.
        minutes bigint not null,
        primary key (city_code, day, community_code, code)
      );
      revoke update, delete, truncate on day_flow from ledger;
    `);
    await runner.query(`
      insert into day_flow (city_code, day, community_code, code, minutes)
      select head.city_code, head.day, transfer.community_code, coalesce(original.code, transfer.code),
        sum(case when original.code is null then transfer.minutes else -transfer.minutes end)
      from ledger_head_day as head
      join transfer on transfer.city_code = head.city_code
        and transfer.sequence between head.first_sequence and head.last_sequence
      left join transfer as original
        on original.city_code = transfer.city_code and original.id = transfer.reverses_id
      where transfer.phase in ('single', 'capture')
      group by 1, 2, 3, 4;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table day_flow');
  }
}
