import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errandEvents,
  goods,
  type GoodsOrderView,
  type GoodsView,
  ledger,
  type LedgerAudit,
  systemActor,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { ledgerService } from './definition.js';
import { GoodsJob } from './goods.job.js';
import { plainRedeem, silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger and tasks, which knows residents.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const elsewhere: Actor = { id: newId(), role: 'station', region: '120101001' };
const system = systemActor('gateway');
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([ledgerService, await serviceDefinition('tasks')], { clock });
});
afterAll(() => house.stop());

let version = 1;
async function adopt(redeem: object | null): Promise<void> {
  await house.sql(
    `insert into ledger.city_policy (city_code, version, effective_from, policy, actor_role, actor_id, recorded_at)
     values (1201, $1, $2::date, $3, 'administrator', 'test', now())`,
    [
      ++version,
      `2026-01-${String(version).padStart(2, '0')}`,
      JSON.stringify({ ...silentPolicy, unit: 'hour', redeem }),
    ],
  );
}

/** Somebody tasks knows, with credits. */
async function person(minutes: number): Promise<Actor> {
  const id = newId();
  await house.sql(
    `insert into tasks.resident (city_code, id, community_code, name_sealed, phone_sealed, door_sealed, identity_index,
       longitude, latitude, registered_at) values (1201, $1, $2, 'x', 'x', 'x', $3, 117.7, 39, now())`,
    [id, community, Buffer.from(id)],
  );
  const at = clock.now().toISOString();
  await tell(await house.connectAs('tasks'), [
    {
      ...{ id: newId(), subject: errandEvents.recordConfirmed.subject, cityCode: 1201, occurredAt: at },
      traceId: newTraceId(),
      data: {
        ...{ recordId: newId(), errandId: newId(), volunteerId: id, serviceMinutes: minutes, version: 1 },
        ...{ communityCode: community, verification: 'deviceVerified', endedAt: at, confirmedAt: at },
      },
    },
  ]);
  await allConsumed(house.nats, 'ledger');
  return { id, role: 'resident' };
}

const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'ok');
const offer = async (priceMinutes = 60, stock = 2) =>
  (await house.ask(
    goods.offer,
    { id: newId(), title: '大米 5 kg', priceMinutes, stock },
    station,
  )) as GoodsView;
const order = (goodsId: string, by: Actor, id = newId()) => house.ask(goods.order, { id, goodsId }, by);

async function balance(owner: Actor): Promise<[number, number]> {
  const answer = await house.ask(ledger.getBalance, { ownerId: owner.id }, system);
  return answer instanceof DomainError ? [0, 0] : [answer.balanceMinutes, answer.heldMinutes];
}

describe('goods for credits', () => {
  it('are offered only where the policy says so', async () => {
    expect(code(await offer())).toBe('redemption.notAllowed');
    await adopt({ ...plainRedeem, goods: false });
    expect(code(await offer())).toBe('redemption.notAllowed');
    await adopt({ ...plainRedeem, goods: true, integerOnly: true });
    expect(code(await offer())).toBe('ok');
  });

  it('are held when ordered and charged when collected against the code, once', async () => {
    const [grandma, rice] = [await person(100), await offer()];
    const id = newId();
    const ordered = (await order(rice.id, grandma, id)) as GoodsOrderView;
    expect(await order(rice.id, grandma, id)).toEqual(ordered);
    expect(await balance(grandma)).toEqual([100, 60]);
    expect(code(await order(rice.id, grandma))).toBe('ledger.insufficient');
    const seen = await house.ask(goods.listOrders, {}, station);
    expect(JSON.stringify(seen)).toContain(ordered.id);
    expect(JSON.stringify(seen)).not.toContain(`"code":"${ordered.code}"`);
    const wrong = ordered.code === '000000' ? '000001' : '000000';
    const collect = (given: string, by = station) => house.ask(goods.collect, { id, code: given }, by);
    expect(await collect(wrong)).toMatchObject({ code: 'goods.codeWrong', data: { attemptsLeft: 4 } });
    expect(code(await collect(ordered.code ?? '', elsewhere))).toBe('resource.notFound');
    expect(await collect(ordered.code ?? '')).toMatchObject({ state: 'collected' });
    expect(await collect(ordered.code ?? '')).toMatchObject({ state: 'collected' });
    expect(await balance(grandma)).toEqual([40, 0]);
    expect(code(await house.ask(goods.cancel, { id }, grandma))).toBe('goods.stateConflict');
  });

  it('cancelled or not collected in time are free again and back in stock', async () => {
    const [grandma, rice] = [await person(120), await offer(60, 1)];
    const first = (await order(rice.id, grandma)) as GoodsOrderView;
    expect(await order(rice.id, grandma)).toMatchObject({ code: 'goods.unavailable', data: { stock: 0 } });
    expect(code(await house.ask(goods.cancel, { id: first.id }, await person(1)))).toBe('resource.notFound');
    expect(await house.ask(goods.cancel, { id: first.id }, grandma)).toMatchObject({ state: 'cancelled' });
    expect(await balance(grandma)).toEqual([120, 0]);
    const second = (await order(rice.id, grandma)) as GoodsOrderView;
    clock.advanceMinutes(15 * 24 * 60);
    const late = await house.ask(goods.collect, { id: second.id, code: second.code ?? '' }, station);
    expect(late).toMatchObject({ code: 'goods.stateConflict', data: { state: 'expired' } });
    await house.services[0]?.app.get(GoodsJob).run();
    expect(await balance(grandma)).toEqual([120, 0]);
    expect(code(await order(rice.id, grandma))).toBe('ok');
  });

  it('ordered by many at once go to as many as there are', async () => {
    const [people, rice] = [await Promise.all([1, 2, 3, 4, 5].map(() => person(60))), await offer(60, 2)];
    const answers = await Promise.all(people.map((each) => order(rice.id, each)));
    expect(answers.map(code).sort()).toEqual([
      ...['goods.unavailable', 'goods.unavailable', 'goods.unavailable'],
      ...['ok', 'ok'],
    ]);
  });

  it('cost whole units, hours of service and years, where the policy says so', async () => {
    const [grandma, odd] = [await person(300), await offer(50)];
    expect(await order(odd.id, grandma)).toMatchObject({
      code: 'redemption.wholeUnits',
      data: { unitMinutes: 60 },
    });
    await adopt({ ...plainRedeem, goods: true, minStarHours: 100 });
    expect(await order(odd.id, grandma)).toMatchObject({
      code: 'redemption.starHoursMissing',
      data: { minStarHours: 100 },
    });
    await adopt({ ...plainRedeem, goods: true });
    await house.ask(goods.change, { id: odd.id, withdrawn: true }, station);
    expect(code(await order(odd.id, grandma))).toBe('goods.unavailable');
    const audit = (await house.ask(ledger.audit, { region: '1201' }, system)) as LedgerAudit;
    expect(audit.faults).toEqual([]);
  });
});
