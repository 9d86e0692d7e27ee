import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is sent which reports, and what became of each. */
export class Subscriptions1772000058200 implements MigrationInterface {
  readonly name = 'Subscriptions1772000058200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table report_subscription (
        city_code int not null,
        id uuid not null,
        region_code bigint not null,
        kind text not null check (kind in ('day', 'week', 'month', 'year')),
        url text not null check (length(url) <= 500),
        created_by text not null,
        created_at timestamptz not null,
        ended_at timestamptz check (ended_at >= created_at),
        primary key (city_code, id)
      );
      create unique index report_subscription_by_id on report_subscription (id);
      create index report_subscription_open on report_subscription (city_code, region_code, kind) where ended_at is null;

      create table report_delivery (
        city_code int not null,
        id uuid not null,
        subscription_id uuid not null,
        first_day date not null,
        revision int not null check (revision >= 1),
        state text not null check (state in ('waiting', 'delivered', 'dead')),
        tries int not null check (tries between 0 and 7),
        next_at timestamptz,
        delivered_at timestamptz,
        fault text check (fault in ('unresolved', 'refused', 'unreachable', 'timeout', 'status')),
        status int,
        primary key (city_code, id),
        constraint report_delivery_once unique (city_code, subscription_id, first_day, revision),
        foreign key (city_code, subscription_id) references report_subscription (city_code, id),
        check ((state = 'waiting') = (next_at is not null)),
        check ((state = 'delivered') = (delivered_at is not null))
      );
      create index report_delivery_due on report_delivery (next_at) where state = 'waiting';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table report_delivery, report_subscription');
  }
}
