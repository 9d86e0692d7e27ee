import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages by WeChat: where they go, how many somebody has said yes to, and each one with what became of it. */
export class Messages1772000038500 implements MigrationInterface {
  readonly name = 'Messages1772000038500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table message_address (
        city_code int not null,
        volunteer_id uuid not null,
        openid_sealed text not null,
        told_at timestamptz not null,
        primary key (city_code, volunteer_id),
        foreign key (city_code, volunteer_id) references volunteer
      );

      create table message_quota (
        city_code int not null,
        volunteer_id uuid not null,
        kind text not null check (kind in ('alert', 'dispatch')),
        -- One acceptance is one message: the last may be sent, none beyond it.
        left_count int not null,
        primary key (city_code, volunteer_id, kind),
        foreign key (city_code, volunteer_id) references volunteer,
        constraint message_quota_left check (left_count between 0 and 100)
      );
      create index message_quota_volunteer on message_quota (volunteer_id) where left_count > 0;

      -- Its id is that of the alert it tells of: one message each, at most.
      create table message (
        city_code int not null,
        id uuid not null,
        volunteer_id uuid not null,
        kind text not null check (kind in ('alert', 'dispatch')),
        errand_type text not null,
        community_code bigint not null,
        window_start timestamptz not null,
        window_end timestamptz not null,
        expected_minutes int not null check (expected_minutes > 0),
        expires_at timestamptz not null,
        state text not null check (state in ('waiting', 'sending', 'sent', 'refused', 'failed', 'late', 'unknown')),
        tries int not null default 0 check (tries >= 0),
        next_at timestamptz,
        written_at timestamptz not null,
        primary key (city_code, id),
        foreign key (city_code, volunteer_id) references volunteer,
        check ((state = 'waiting') = (next_at is not null))
      );
      create index message_due on message (next_at) where state = 'waiting';
      create index message_sending on message (city_code) where state = 'sending';
      create index message_volunteer on message (city_code, volunteer_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table message, message_quota, message_address');
  }
}
