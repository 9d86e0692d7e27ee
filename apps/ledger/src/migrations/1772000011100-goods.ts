import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goods that stations offer for credits, and who ordered them. There is no column for money. */
export class Goods1772000011100 implements MigrationInterface {
  readonly name = 'Goods1772000011100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table goods (
        city_code int not null,
        id uuid not null,
        -- The station's, 12 digits.
        region_code bigint not null,
        title text not null check (length(title) between 1 and 60),
        price_minutes int not null check (price_minutes between 1 and 100000),
        stock int not null,
        withdrawn boolean not null default false,
        offered_by text not null,
        offered_at timestamptz not null,
        -- What was asked for first, to tell a retry from other content.
        content text not null,
        primary key (city_code, id),
        constraint goods_stock check (stock between 0 and 100000)
      );
      create index goods_by_id on goods (id);
      create index goods_place on goods (city_code, region_code, id desc);

      create table goods_order (
        city_code int not null,
        id uuid not null,
        goods_id uuid not null,
        region_code bigint not null,
        owner_id uuid not null,
        title text not null,
        price_minutes int not null check (price_minutes between 1 and 100000),
        state text not null check (state in ('ordered', 'collected', 'cancelled', 'expired')),
        -- The hold of its price; the order's own id.
        code text not null check (code ~ '^[0-9]{6}$'),
        code_attempts int not null default 0 check (code_attempts between 0 and 5),
        ordered_at timestamptz not null,
        expires_at timestamptz not null,
        ended_at timestamptz,
        ended_by text,
        primary key (city_code, id),
        foreign key (city_code, goods_id) references goods,
        check ((state = 'ordered') = (ended_at is null))
      );
      create index goods_order_by_id on goods_order (id);
      create index goods_order_owner on goods_order (owner_id, id desc);
      create index goods_order_place on goods_order (city_code, region_code, id desc);
      create index goods_order_due on goods_order (expires_at) where state = 'ordered';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table goods_order, goods;');
  }
}
