import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, DomainError, kinship, needs, type Policy, redemption } from '#contracts';
import { newId } from '#platform';
import { minutesAsServed, plainRedeem } from '../../../apps/ledger/src/policy.js';
import { cityCode, must, Town } from './town.js';

// Real: PostgreSQL, NATS, and the four services that a paid need touches.
let town: Town;
beforeAll(async () => void (town = await Town.open()), 60_000);
afterAll(() => town.close());

const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'ok');

/** The policy of the city from now on. */
async function adopt(changes: Partial<Policy>): Promise<void> {
  await town.house.sql(
    `insert into ledger.city_policy (city_code, version, effective_from, policy, actor_role, actor_id, recorded_at)
     select $1, coalesce(max(version), 1) + 1, coalesce(max(effective_from), '2026-01-01') + 1, $2, 'administrator',
       'test', now() from ledger.city_policy where city_code = $1`,
    [cityCode, JSON.stringify({ ...minutesAsServed.policy, ...changes })],
  );
}

/** Somebody who earned credits and is registered as a resident too. */
async function elder(minutes: number): Promise<Actor> {
  const { id } = await town.volunteer(minutes);
  return town.resident({ id });
}

describe('a need paid with the elder’s own credits', () => {
  it('holds when it is accepted, charges what was served, and frees the rest', async () => {
    const [grandma, courier] = [await elder(100), await town.volunteer()];
    const posted = must(await town.post({ residentId: grandma.id, payment: 'exchange' }));
    expect(posted).toMatchObject({ state: 'forwarded', payment: { state: 'asked', payerId: grandma.id } });
    expect(await town.balance(grandma)).toEqual([100, 0]);
    const open = must(await town.accept(posted.id));
    expect(open).toMatchObject({ state: 'posted', payment: { state: 'held', heldMinutes: 60 } });
    expect(await town.balance(grandma)).toEqual([100, 60]);
    expect(must(await town.accept(posted.id))).toEqual(open);
    const before = (await town.audit()).issuedMinutes;
    const record = await town.serve(posted.id, courier, 42);
    must(await town.confirm(record.id));
    await town.work();
    expect(await town.balance(grandma)).toEqual([58, 0]);
    expect(await town.balance(courier)).toEqual([42, 0]);
    expect((await town.audit()).issuedMinutes).toBe(before);
    expect(await town.need(posted.id)).toMatchObject({
      state: 'closed',
      payment: { state: 'settled', chargedMinutes: 42 },
    });
  });

  it('that is cancelled before, while and after it is held frees all of it', async () => {
    const grandma = await elder(100);
    const asked = must(await town.post({ residentId: grandma.id, payment: 'exchange' }));
    must(await town.cancel(asked.id));
    const held = must(await town.post({ residentId: grandma.id, payment: 'exchange' }));
    must(await town.accept(held.id));
    expect(await town.balance(grandma)).toEqual([100, 60]);
    must(await town.cancel(held.id));
    await town.quiet();
    expect(await town.balance(grandma)).toEqual([100, 0]);
    expect((await town.need(held.id)).payment).toMatchObject({ state: 'settled', chargedMinutes: 0 });
  });

  it('that nobody took in time frees all of it', async () => {
    const grandma = await elder(100);
    const need = must(await town.post({ residentId: grandma.id, payment: 'exchange', slots: 1 }));
    must(await town.accept(need.id));
    town.clock.advanceMinutes(150);
    await town.work();
    expect(await town.balance(grandma)).toEqual([100, 0]);
  });

  it('cancelled while one of two serves frees the other’s and charges this one’s', async () => {
    const [grandma, courier] = [await elder(200), await town.volunteer()];
    const need = must(await town.post({ residentId: grandma.id, payment: 'exchange', slots: 2 }));
    must(await town.accept(need.id));
    expect(await town.balance(grandma)).toEqual([200, 120]);
    const record = await town.serve(need.id, courier, 30);
    must(await town.cancel(need.id));
    await town.quiet();
    expect(await town.balance(grandma)).toEqual([200, 60]);
    must(await town.confirm(record.id));
    await town.work();
    expect(await town.balance(grandma)).toEqual([170, 0]);
    expect(await town.balance(courier)).toEqual([30, 0]);
  });

  it('is refused when posted where there is not enough, and never published where it is spent meanwhile', async () => {
    const grandma = await elder(70);
    const tooMuch = await town.post({ residentId: grandma.id, payment: 'exchange', expectedMinutes: 90 });
    expect(tooMuch).toMatchObject({ code: 'ledger.insufficient', data: { availableMinutes: 70 } });
    const one = must(await town.post({ residentId: grandma.id, payment: 'exchange' }));
    const two = must(await town.post({ residentId: grandma.id, payment: 'exchange' }));
    must(await town.accept(one.id));
    expect(code(await town.accept(two.id))).toBe('ledger.insufficient');
    const refused = await town.need(two.id);
    expect(refused).toMatchObject({
      state: 'accepted',
      payment: { state: 'refused', refusal: 'ledger.insufficient', heldMinutes: 0 },
    });
    expect(refused.errandId).toBeUndefined();
    // The station may ask again once there is enough, or let the city pay.
    must(await town.cancel(one.id));
    await town.quiet();
    expect(must(await town.accept(two.id))).toMatchObject({ state: 'posted', payment: { state: 'held' } });
    const three = must(await town.post({ residentId: grandma.id, payment: 'exchange', expectedMinutes: 10 }));
    expect(must(await town.accept(three.id, true))).toMatchObject({
      state: 'posted',
      payment: { state: 'waived' },
    });
    expect(await town.balance(grandma)).toEqual([70, 60]);
  });

  it('posted again is the same need, and with another payment a conflict', async () => {
    const grandma = await elder(100);
    const start = town.clock.now().getTime() + 60_000;
    const input = {
      ...{
        id: newId(),
        residentId: grandma.id,
        type: 'groceries' as const,
        summary: 'rice',
        channel: 'app' as const,
      },
      ...{ windowStart: new Date(start).toISOString(), windowEnd: new Date(start + 3_600_000).toISOString() },
      ...{ expectedMinutes: 30, payment: 'exchange' as const },
    };
    const first = must(await town.house.ask(needs.post, input, grandma));
    expect(await town.house.ask(needs.post, input, grandma)).toEqual(first);
    const { payment: _, ...free } = input;
    expect(code(await town.house.ask(needs.post, free, grandma))).toBe('idempotency.conflict');
  });

  it('is nobody else’s to pay', async () => {
    const [grandma, stranger] = [await elder(100), await elder(100)];
    const charge = (payerId: string, by?: Actor) =>
      town.post({ residentId: grandma.id, payment: 'exchange', payerId }, by);
    expect(code(await charge(stranger.id, grandma))).toBe('need.paymentInvalid');
    expect(code(await charge(newId()))).toBe('need.paymentInvalid');
    expect(code(await charge(stranger.id))).toBe('redemption.notRelated');
    expect(code(await town.post({ residentId: grandma.id, payerId: grandma.id }))).toBe(
      'need.paymentInvalid',
    );
    expect(code(await town.post({ residentId: grandma.id, payment: 'exchange' }, stranger))).toBe(
      'resource.notFound',
    );
  });
});

describe('a need paid by a relative', () => {
  it('is posted, seen and called off by the relative, who pays and never learns the code', async () => {
    const [son, grandma, courier] = [
      await town.volunteer(100),
      await town.resident(),
      await town.volunteer(),
    ];
    const asked = { residentId: grandma.id, payment: 'exchange' as const };
    expect(code(await town.post(asked, son))).toBe('resource.notFound');
    await town.relate(son, grandma, 'parent');
    const need = must(await town.post(asked, son));
    expect(need).toMatchObject({ state: 'forwarded', postedBy: 'family', payment: { payerId: son.id } });
    const seen = must(await town.house.ask(needs.get, { id: need.id }, son));
    expect([seen.id, seen.serviceCode]).toEqual([need.id, undefined]);
    const list = must(await town.house.ask(needs.list, {}, son));
    expect(list.items.map(({ id }) => id)).toEqual([need.id]);
    must(await town.accept(need.id));
    const record = await town.serve(need.id, courier, 60);
    must(await town.confirm(record.id));
    await town.work();
    expect(await town.balance(son)).toEqual([40, 0]);
    expect(await town.balance(courier)).toEqual([60, 0]);
    const other = must(await town.post({ ...asked, expectedMinutes: 20 }, son));
    must(await town.accept(other.id));
    must(await town.cancel(other.id, son));
    await town.quiet();
    expect(await town.balance(son)).toEqual([40, 0]);
  });

  it('ends with the tie, but not what was held before', async () => {
    const [son, grandma, courier] = [
      await town.volunteer(100),
      await town.resident(),
      await town.volunteer(),
    ];
    const tie = await town.relate(son, grandma, 'parent');
    const need = must(await town.post({ residentId: grandma.id, payment: 'exchange' }, son));
    must(await town.accept(need.id));
    must(await town.house.ask(kinship.end, { id: tie }, town.committee));
    const record = await town.serve(need.id, courier, 60);
    must(await town.confirm(record.id));
    await town.work();
    expect(await town.balance(son)).toEqual([40, 0]);
    expect(code(await town.post({ residentId: grandma.id, payment: 'exchange' }, son))).toBe(
      'resource.notFound',
    );
  });
});

describe('the public pool', () => {
  const grant = {
    ...{ eligibility: ['livingAloneElderly' as const], amount: 100, period: 'month' as const },
    sourcePool: 'publicPool' as const,
  };

  it('serves who is in hardship, as far as it is filled and the share of the period goes', async () => {
    const [giver, courier] = [await town.volunteer(200), await town.volunteer()];
    const alone = await town.resident({ hardshipCategories: ['livingAloneElderly'] });
    const asked = { residentId: alone.id, payment: 'publicPool' as const };
    expect(code(await town.post(asked))).toBe('redemption.notAllowed');
    await adopt({ grant });
    const other = await town.resident();
    expect(code(await town.post({ ...asked, residentId: other.id }))).toBe('redemption.notInHardship');
    expect(await town.post(asked)).toMatchObject({
      code: 'ledger.insufficient',
      data: { availableMinutes: 0 },
    });
    must(await town.house.ask(redemption.donate, { id: newId(), minutes: 150 }, giver));
    const need = must(await town.post(asked));
    must(await town.accept(need.id));
    expect(await town.post({ ...asked, expectedMinutes: 50 })).toMatchObject({
      code: 'redemption.grantExhausted',
      data: { leftMinutes: 40 },
    });
    const record = await town.serve(need.id, courier, 45);
    must(await town.confirm(record.id));
    await town.work();
    expect(await town.balance(courier)).toEqual([45, 0]);
    const [pool] = await town.house.sql<{ minutes: number }>(
      `select (credited_minutes - debited_minutes)::int as minutes from ledger.account where kind = 'publicPool'`,
    );
    expect(pool).toEqual({ minutes: 105 });
    // What was not used counts no longer.
    must(await town.post({ ...asked, expectedMinutes: 55 }));
    await adopt({});
  });
});

describe('gifts and donations', () => {
  const give = (from: Actor, to: Actor, minutes: number, id = newId()) =>
    town.house.ask(redemption.gift, { id, toOwnerId: to.id, minutes }, from);

  it('go to a relative that both confirmed, once, and to nobody else', async () => {
    const [son, mother] = [await town.volunteer(50), await town.resident()];
    expect(code(await give(son, mother, 20))).toBe('redemption.notRelated');
    const tie = newId();
    must(
      await town.house.ask(
        kinship.declare,
        { id: tie, fromId: son.id, toId: mother.id, relation: 'parent' },
        son,
      ),
    );
    expect(code(await give(son, mother, 20))).toBe('redemption.notRelated');
    expect(code(await town.house.ask(kinship.confirm, { id: tie }, son))).toBe('kinship.sameConfirmer');
    must(await town.house.ask(kinship.confirm, { id: tie }, town.committee));
    const id = newId();
    const answer = must(await give(son, mother, 20, id));
    expect(answer).toMatchObject({ minutes: 20, balanceMinutes: 30 });
    expect(await give(son, mother, 20, id)).toEqual(answer);
    expect(code(await give(son, mother, 21, id))).toBe('ledger.transferConflict');
    expect(await give(son, mother, 31)).toMatchObject({
      code: 'ledger.insufficient',
      data: { availableMinutes: 30 },
    });
    expect(code(await give(son, son, 1))).toBe('ledger.sameAccount');
    expect(code(await give(son, { id: newId(), role: 'resident' }, 1))).toBe('resource.notFound');
    expect([await town.balance(son), await town.balance(mother)]).toEqual([
      [30, 0],
      [20, 0],
    ]);
  });

  it('do not touch what is held, and stand whatever the policy says later', async () => {
    const [son, mother] = [await elder(100), await town.resident()];
    await town.relate(son, mother, 'parent');
    const need = must(await town.post({ residentId: son.id, payment: 'exchange' }));
    must(await town.accept(need.id));
    expect(code(await give(son, mother, 41))).toBe('ledger.insufficient');
    const id = newId();
    const first = must(await give(son, mother, 40, id));
    await adopt({ transfer: null });
    expect(code(await give(son, mother, 1))).toBe('redemption.notAllowed');
    expect(await give(son, mother, 40, id)).toEqual(first);
    expect(code(await town.house.ask(redemption.donate, { id: newId(), minutes: 1 }, son))).toBe(
      'redemption.notAllowed',
    );
    await adopt({ redeem: { ...plainRedeem, minAge: 60 } });
    const other = await town.post({ residentId: mother.id, payment: 'exchange' });
    expect(code(other)).toBe('redemption.ageUnknown');
    must(
      await town.house.ask(kinship.setBirthDay, { id: mother.id, birthDay: '1990-01-01' }, town.committee),
    );
    expect(await town.post({ residentId: mother.id, payment: 'exchange' })).toMatchObject({
      code: 'redemption.tooYoung',
      data: { minAge: 60 },
    });
    must(
      await town.house.ask(kinship.setBirthDay, { id: mother.id, birthDay: '1950-01-01' }, town.committee),
    );
    expect(code(await town.post({ residentId: mother.id, payment: 'exchange' }))).toBe('ledger.insufficient');
    await adopt({});
  });
});

it('leaves every book in order', async () => {
  await town.work();
  const audit = await town.audit();
  expect(audit.faults).toEqual([]);
  const uncleared = await town.house.sql(
    `select 1 from ledger.account where kind = 'clearing' and credited_minutes <> debited_minutes`,
  );
  expect(uncleared).toEqual([]);
});
