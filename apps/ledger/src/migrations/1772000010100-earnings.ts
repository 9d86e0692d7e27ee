import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each service record was, what it came to under which policy, and why not more. */
export class Earnings1772000010100 implements MigrationInterface {
  readonly name = 'Earnings1772000010100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(columns);
    await runner.query(before);
    await runner.query(constraints);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table city_policy drop constraint city_policy_versions;
      drop index earned_record_day, earned_record_by_id;
      alter table earned_record
        drop constraint earned_record_decided, drop constraint earned_record_transfers,
        drop column volunteer_id, drop column community_code, drop column service_minutes,
        drop column verification, drop column confirmations, drop column is_group, drop column break_minutes,
        drop column ended_at, drop column service_day, drop column policy_version, drop column credited_minutes,
        drop column donated_minutes, drop column honour_minutes, drop column reason, drop column donation_id,
        drop column decided_at;
    `);
  }
}

const columns = `
  alter table earned_record
    -- What was told of the service, for dry runs and caps. No person's data.
    add column volunteer_id uuid,
    add column community_code bigint,
    add column service_minutes int check (service_minutes between 0 and 1440),
    add column verification text check (verification in ('deviceVerified', 'attested')),
    add column confirmations int,
    add column is_group boolean not null default false,
    add column break_minutes int check (break_minutes >= 0),
    add column ended_at timestamptz,
    -- In Asia/Shanghai.
    add column service_day date,
    -- What it came to; the transfers are transfer_id and donation_id.
    add column policy_version int check (policy_version >= 1),
    add column credited_minutes int not null default 0 check (credited_minutes >= 0),
    add column donated_minutes int not null default 0 check (donated_minutes >= 0),
    add column honour_minutes int not null default 0 check (honour_minutes >= 0),
    add column reason text,
    add column donation_id uuid,
    add column decided_at timestamptz;
`;

/** Until now a minute was a minute; how it was verified and what a refusal said stands nowhere. */
const before = `
  update earned_record set volunteer_id = account.owner_id, community_code = transfer.community_code,
    service_minutes = transfer.minutes, ended_at = transfer.effective_at,
    service_day = (transfer.effective_at at time zone 'Asia/Shanghai')::date,
    policy_version = transfer.policy_version, credited_minutes = transfer.minutes,
    decided_at = transfer.recorded_at
  from transfer join account on account.city_code = transfer.city_code and account.id = transfer.credit_account_id
  where transfer.city_code = earned_record.city_code and transfer.id = earned_record.transfer_id
    and transfer.minutes <= 1440;
  update earned_record set reason = 'unrecorded' where decided_at is null;
  update earned_record set credited_minutes = transfer.minutes from transfer
  where decided_at is null and transfer.city_code = earned_record.city_code
    and transfer.id = earned_record.transfer_id;
`;

const constraints = `
  alter table earned_record
    -- Every record has an earning or a stated reason.
    add constraint earned_record_decided check (transfer_id is not null or reason is not null),
    add constraint earned_record_transfers check
      ((credited_minutes > 0) = (transfer_id is not null) and (donated_minutes > 0) = (donation_id is not null));
  create index earned_record_day on earned_record (city_code, volunteer_id, service_day)
    where volunteer_id is not null;
  alter table city_policy add constraint city_policy_versions check (version <= 1000);
  create index earned_record_by_id on earned_record (record_id);
`;
