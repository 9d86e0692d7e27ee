import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Needs that credits pay for, and who is related to whom. */
export class PaymentsAndKinship1772000021000 implements MigrationInterface {
  readonly name = 'PaymentsAndKinship1772000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(kinship);
    await runner.query(payments);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table need_payment, kinship;
      alter table need drop column family_id;
      alter table resident drop column birth_day_sealed;
    `);
  }
}

const kinship = `
  alter table resident add column birth_day_sealed text;

  create table kinship (
    city_code int not null,
    id uuid not null,
    from_id uuid not null,
    to_id uuid not null,
    -- What to_id is to from_id.
    relation text not null check (relation in ('spouse', 'parent', 'child', 'grandparent', 'grandchild', 'sibling',
      'otherRelative', 'friend')),
    state text not null check (state in ('declared', 'confirmed', 'ended')),
    declared_role text not null,
    declared_by text not null,
    declared_at timestamptz not null,
    confirmed_role text,
    confirmed_by text,
    confirmed_method text,
    confirmed_at timestamptz,
    ended_role text,
    ended_by text,
    ended_at timestamptz,
    primary key (city_code, id),
    constraint kinship_two_people check (from_id <> to_id),
    -- Nobody ties two people alone.
    constraint kinship_two_confirmers check (confirmed_by <> declared_by),
    check ((confirmed_by is null) = (confirmed_at is null)),
    check (state <> 'confirmed' or confirmed_at is not null),
    check ((state = 'ended') = (ended_at is not null))
  );
  create unique index kinship_pair on kinship (city_code, least(from_id, to_id), greatest(from_id, to_id))
    where state <> 'ended';
  create index kinship_from on kinship (city_code, from_id) where state <> 'ended';
  create index kinship_to on kinship (city_code, to_id) where state <> 'ended';
`;

const payments = `
  -- A relative who posted it and pays; may see and cancel it as the resident may.
  alter table need add column family_id uuid;
  create index need_by_family on need (city_code, family_id, id desc) where family_id is not null;

  create table need_payment (
    city_code int not null,
    need_id uuid not null,
    mode text not null check (mode in ('exchange', 'publicPool')),
    payer_id uuid,
    state text not null check (state in ('asked', 'holding', 'held', 'refused', 'waived', 'settled')),
    -- Of the errand that opens once the hold stands: a new one for every attempt.
    errand_id uuid,
    expires_at timestamptz,
    held_minutes int not null default 0 check (held_minutes >= 0),
    charged_minutes int not null default 0,
    refusal text,
    -- What the ledger was told last: the claims that still may need a hold.
    settled_version int not null default 0,
    awaited_ids uuid[],
    changed_at timestamptz not null,
    primary key (city_code, need_id),
    foreign key (city_code, need_id) references need (city_code, id),
    constraint need_payment_payer check ((mode = 'exchange') = (payer_id is not null)),
    check (state not in ('holding', 'held') or (errand_id is not null and expires_at is not null)),
    check ((state = 'held') <= (held_minutes > 0)),
    check ((state = 'refused') = (refusal is not null))
  );
  create unique index need_payment_errand on need_payment (city_code, errand_id) where errand_id is not null;
  create index need_payment_under_way on need_payment (changed_at) where state in ('holding', 'held');
`;
