import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is held for errands that credits pay for, and who funds each record of theirs. */
export class Redemption1772000011000 implements MigrationInterface {
  readonly name = 'Redemption1772000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(codes);
    await runner.query(tables);
    await runner.query(clearing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger account_clearing_empty on account;
      drop function refuse_uncleared();
      drop table redemption_record, redemption;
      alter table transfer drop constraint transfer_code_check;
      alter table transfer add constraint transfer_code_check check (code in
        ('earn', 'redeem', 'gift', 'donate', 'grant', 'expire', 'reverse', 'writeOff', 'correct')) not valid;
    `);
  }
}

const codes = `
  alter table transfer drop constraint transfer_code_check;
  alter table transfer add constraint transfer_code_check check (code in
    ('earn', 'redeem', 'exchange', 'gift', 'donate', 'grant', 'expire', 'reverse', 'writeOff', 'correct'));
`;

const tables = `
  -- An errand that credits pay for. One that was settled before anything was held has no more than the marks
  -- of that, so that a late request holds nothing.
  create table redemption (
    city_code int not null,
    errand_id uuid not null,
    need_id uuid,
    mode text check (mode in ('exchange', 'publicPool')),
    payer_account_id uuid,
    served_id uuid,
    slots int check (slots between 1 and 200),
    slot_minutes int check (slot_minutes between 1 and 1000000),
    -- What is charged is a multiple of it.
    whole_minutes int check (whole_minutes >= 1),
    expires_at timestamptz,
    held_at timestamptz,
    settled_version int not null default 0 check (settled_version >= 0),
    -- Claims that were confirmed or still may be, once no other can come.
    awaited_ids uuid[],
    primary key (city_code, errand_id),
    constraint redemption_held_or_settled check (
      (slots is null and held_at is null and settled_version > 0)
      or (need_id is not null and mode is not null and payer_account_id is not null and served_id is not null
        and slots is not null and slot_minutes is not null and whole_minutes is not null
        and expires_at is not null and held_at is not null))
  );
  create index redemption_pool on redemption (city_code, served_id, held_at) where mode = 'publicPool';

  -- Every record of such an errand the ledger has heard of, and what funds its credits now.
  create table redemption_record (
    city_code int not null,
    record_id uuid not null,
    errand_id uuid not null,
    slot int,
    credited_minutes int not null check (credited_minutes >= 0),
    charged_minutes int not null check (charged_minutes >= 0),
    -- The transfer that charges who pays, and the one by which the city makes up the difference.
    charge_id uuid,
    city_id uuid,
    primary key (city_code, record_id),
    foreign key (city_code, errand_id) references redemption,
    -- One record a hold, as one capture a hold.
    constraint redemption_record_slot unique (city_code, errand_id, slot),
    check ((charged_minutes > 0) = (charge_id is not null)),
    check ((charged_minutes <> credited_minutes) = (city_id is not null))
  );
`;

const clearing = `
  -- What comes in from who pays goes out to who served in the same transaction.
  create function refuse_uncleared() returns trigger language plpgsql as $$
  begin
    if exists (select from account where city_code = new.city_code and id = new.id
                 and credited_minutes <> debited_minutes) then
      raise exception 'the clearing account of city % must be empty', new.city_code
        using errcode = 'restrict_violation';
    end if;
    return null;
  end
  $$;
  create constraint trigger account_clearing_empty after insert or update on account
    deferrable initially deferred for each row
    when (new.kind = 'clearing' and new.credited_minutes <> new.debited_minutes)
    execute function refuse_uncleared();
`;
