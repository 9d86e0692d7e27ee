import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import type {
  Actor,
  BalanceView,
  GivenView,
  KinshipView,
  LedgerAudit,
  NeedView,
  PaymentWayList,
  Policy,
  PolicyTimeline,
  PoolFunding,
  PostNeedInput,
  Role,
  ServiceRecordView,
  Solvency,
} from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { ManualClock, newId, shanghaiDay } from '#platform';
import { allConsumed, startHouse, type TestHouse } from '#testing';
import type { JWK } from 'jose';
import { type RunningGateway, startGateway } from '../../apps/gateway/src/definition.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { definitions } from '../../apps/suite/src/definitions.js';
import { claimsOf, sign } from './edge.harness.js';

// The whole house over HTTP, its clock the test's: what a courier earned serves the mother, a stranger in hardship
// and the pool. All that anybody sees comes out of the API.
const community = '120116014001';
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
let house: TestHouse;
let standIn: StandIn;
let gateway: RunningGateway;
let key: JWK;
let couriers: Client[];

beforeAll(async () => {
  standIn = await startStandIn(0);
  house = await startHouse(definitions, { clock, env: { WECHAT_URL: standIn.url, SMS_URL: standIn.url } });
  await loadDemo(house.env);
  gateway = await startGateway({ ...house.env, PORT: '0' });
  key = JSON.parse(await readFile(house.env['TOKEN_KEY_FILE'] ?? '', 'utf8')) as JWK;
  const rows = await house.sql<{ id: string }>(
    `select id from volunteers.volunteer where verification = 'verified' order by id limit 2`,
  );
  couriers = await Promise.all(rows.map(({ id }) => client('volunteer', { id })));
  await settled();
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([house.stop(), standIn.stop()]);
});

interface Answer<T> {
  status: number;
  /** What was asked for, or the problem in Chinese. */
  body: T & { code?: string; detail?: string };
}

/** Somebody who asks over HTTP. */
interface Client {
  id: string;
  get<T>(path: string): Promise<Answer<T>>;
  post<T>(path: string, body?: object): Promise<Answer<T>>;
}

async function client(role: Role, { id = newId(), region }: Partial<Actor> = {}): Promise<Client> {
  const token = await sign(key, claimsOf({ id, role, ...(region && { region }) }));
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const ask = async <T>(method: string, path: string, body?: object) => {
    const url = `${gateway.url}/api/v1${path}`;
    const response = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    return { status: response.status, body: (await response.json()) as Answer<T>['body'] };
  };
  return { id, get: (path) => ask('GET', path), post: (path, body = {}) => ask('POST', path, body) };
}

const committee = () => client('committee', { region: community });
const station = () => client('station', { region: '120116014000' });
const administrator = () => client('administrator', { region: '120100000000' });

/** Everything said has been heard, and what was said upon it too. */
async function settled(): Promise<void> {
  const waiting = ['volunteers', 'tasks', 'ledger'].map(
    (name) => `select 1 from ${name}.outbox where published_at is null`,
  );
  for (let round = 0; round < 2; round++) {
    await poll(
      async () => ((await house.sql(waiting.join(' union all '))).length === 0 ? true : undefined),
      20_000,
      () => new Error('events stay unpublished'),
    );
    for (const service of ['ledger', 'tasks', 'volunteers'] as const) await allConsumed(house.nats, service);
  }
}

async function resident(hardshipCategories: string[] = []): Promise<Client> {
  const registered = await (
    await committee()
  ).post<{ id: string }>('/residents', {
    ...{ name: '示例奶奶', phone: '022-00000001', communityCode: community, door: newId().slice(-12) },
    ...{ point: { longitude: 117.71, latitude: 39.03 }, hardshipCategories },
  });
  expect(registered.status).toBe(201);
  return client('resident', { id: registered.body.id });
}

const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();

async function post(residentId: string, changes: Partial<PostNeedInput> = {}): Promise<Answer<NeedView>> {
  return (await committee()).post<NeedView>('/needs', {
    ...{ residentId, type: 'groceries', summary: '米和油', channel: 'phone', expectedMinutes: 30 },
    ...{ windowStart: inHours(0), windowEnd: inHours(6), ...changes },
  });
}

const accept = async ({ id }: NeedView) => (await station()).post<NeedView>(`/needs/${id}/acceptance`);

/** Claims, serves with the code at the door, and is confirmed by the committee's call. */
async function serve(courier: Client, need: NeedView, minutes: number): Promise<void> {
  const { errandId = '', serviceCode } = (await (await committee()).get<NeedView>(`/needs/${need.id}`)).body;
  expect((await courier.post(`/errands/${errandId}/claims`)).status).toBe(201);
  expect((await courier.post(`/errands/${errandId}/check-in`, { code: serviceCode })).status).toBe(200);
  clock.advanceMinutes(minutes);
  const record = (await courier.post<ServiceRecordView>(`/errands/${errandId}/check-out`)).body;
  expect(record.serviceMinutes).toBe(minutes);
  const path = `/service-records/${record.id}/confirmations`;
  expect((await (await committee()).post(path, { method: 'callBack' })).status).toBe(200);
  await settled();
}

/** What an owner sees of the own account: balance and what of it is held. */
async function balance(owner: Client): Promise<[balance: number, held: number]> {
  const { status, body } = await owner.get<BalanceView>(`/accounts/${owner.id}/balance`);
  return status === 404 ? [0, 0] : [body.balanceMinutes, body.heldMinutes];
}

async function poolMinutes(): Promise<number> {
  const official = await client('official', { region: '120100000000' });
  return (await official.get<Solvency>('/regions/1201/solvency')).body.poolMinutes;
}

/** A policy in force from tomorrow on, and it is tomorrow. */
async function adopt(changes: Partial<Policy>): Promise<void> {
  const treasurer = await administrator();
  const { versions } = (await treasurer.get<PolicyTimeline>('/cities/1201/policies')).body;
  const policy = { ...versions.at(-1)?.policy, ...changes };
  const effectiveFrom = shanghaiDay(new Date(inHours(24)));
  const adopted = await treasurer.post('/cities/1201/policies', { versions: [{ effectiveFrom, policy }] });
  expect(adopted.status).toBe(200);
  clock.advanceMinutes(24 * 60);
}

async function expectSound(): Promise<LedgerAudit> {
  const official = await client('official', { region: '120100000000' });
  const { body } = await official.get<LedgerAudit>('/ledger/audit?region=1201');
  expect(body).toMatchObject({ faults: [], consistent: true });
  return body;
}

describe('credits over HTTP', () => {
  it('are earned, given to the mother, held for her need, charged for what was served, and freed on cancel', async () => {
    const [son, courier] = couriers as [Client, Client];
    const [neighbour, mother] = [await resident(), await resident()];
    const helped = (await post(neighbour.id, { expectedMinutes: 120 })).body;
    await accept(helped);
    await serve(son, helped, 120);
    expect(await balance(son)).toEqual([120, 0]);

    const gift = { id: newId(), toOwnerId: mother.id, minutes: 50 };
    expect((await son.post('/gifts', gift)).body.code).toBe('redemption.notRelated');
    const tie = { id: newId(), fromId: son.id, toId: mother.id, relation: 'parent' };
    expect((await son.post<KinshipView>('/kinship', tie)).body.state).toBe('declared');
    expect((await son.post('/gifts', gift)).body.code).toBe('redemption.notRelated');
    expect((await son.post(`/kinship/${tie.id}/confirmation`)).body.code).toBe('kinship.sameConfirmer');
    const confirmed = await (
      await committee()
    ).post<KinshipView>(`/kinship/${tie.id}/confirmation`, { method: 'callBack' });
    expect(confirmed.body.state).toBe('confirmed');
    expect(await son.post<GivenView>('/gifts', gift)).toMatchObject({
      ...{ status: 201, body: { minutes: 50, balanceMinutes: 70 } },
    });
    expect((await son.post<GivenView>('/gifts', gift)).body.balanceMinutes).toBe(70);
    expect([await balance(son), await balance(mother)]).toEqual([
      [70, 0],
      [50, 0],
    ]);

    const tooLong = await post(mother.id, { payment: 'exchange', expectedMinutes: 60 });
    expect([tooLong.status, tooLong.body.code]).toEqual([409, 'ledger.insufficient']);
    expect(tooLong.body.detail).toContain('可用 50 分钟');
    const paid = (await post(mother.id, { payment: 'exchange' })).body;
    expect(await balance(mother)).toEqual([50, 0]);
    const open = (await accept(paid)).body;
    expect(open.payment).toMatchObject({ state: 'held', heldMinutes: 30 });
    expect(await balance(mother)).toEqual([50, 30]);
    const { issuedMinutes } = await expectSound();
    await serve(courier, paid, 20);
    expect([await balance(mother), await balance(courier)]).toEqual([
      [30, 0],
      [20, 0],
    ]);
    expect((await expectSound()).issuedMinutes).toBe(issuedMinutes);

    const second = (await post(mother.id, { payment: 'exchange' })).body;
    await accept(second);
    expect(await balance(mother)).toEqual([30, 30]);
    const called = await (await committee()).post(`/needs/${second.id}/cancellation`, { reason: '不需要了' });
    expect(called.status).toBe(200);
    await settled();
    expect(await balance(mother)).toEqual([30, 0]);
  }, 60_000);

  it('are donated to the pool and issued for it, and serve an elder in hardship', async () => {
    const [son, courier] = couriers as [Client, Client];
    const [alone, other] = [await resident(['livingAloneElderly']), await resident()];
    const free = { payment: 'publicPool' as const };
    const ways = async (asker: Client, residentId = asker.id) => {
      const asked = `/residents/${residentId}/payment-ways?type=groceries&expectedMinutes=30`;
      const { status, body } = await asker.get<PaymentWayList>(asked);
      return status === 200 ? body.items.map(({ mode, heldMinutes }) => [mode, heldMinutes]) : status;
    };
    const byTheCity = ['publicBenefit', 0];
    expect((await post(alone.id, free)).body.code).toBe('redemption.notAllowed');
    await adopt({
      grant: { eligibility: ['livingAloneElderly'], amount: 60, period: 'month', sourcePool: 'publicPool' },
    });
    expect((await post(other.id, free)).body.code).toBe('redemption.notInHardship');
    expect((await post(alone.id, free)).body.code).toBe('ledger.insufficient');
    expect([await ways(alone), await ways(other), await ways(son, other.id)]).toEqual([
      [byTheCity],
      [byTheCity],
      404,
    ]);

    expect((await son.post('/donations', { id: newId(), minutes: 10 })).status).toBe(201);
    expect(await poolMinutes()).toBe(10);
    const funding = { id: newId(), minutes: 45, reason: '民政〔2026〕12号' };
    expect((await son.post('/cities/1201/pool-fundings', funding)).body.code).toBe('access.denied');
    const district = await client('administrator', { region: '120116000000' });
    expect((await district.post('/cities/1201/pool-fundings', funding)).body.code).toBe(
      'access.foreignRegion',
    );
    const treasurer = await administrator();
    for (const status of [201, 201])
      expect(await treasurer.post<PoolFunding>('/cities/1201/pool-fundings', funding)).toMatchObject({
        ...{ status, body: { minutes: 45, poolMinutes: 55 } },
      });
    const told = await alone.get<{ items: PoolFunding[] }>('/cities/1201/pool-fundings');
    expect(told.body.items.map(({ minutes, reason }) => [minutes, reason])).toEqual([[45, funding.reason]]);

    expect([await ways(alone), await ways(other)]).toEqual([[byTheCity, ['publicPool', 30]], [byTheCity]]);
    const need = (await post(alone.id, free)).body;
    expect((await accept(need)).body.payment).toMatchObject({ state: 'held', heldMinutes: 30 });
    expect(await poolMinutes()).toBe(25);
    const before = await balance(courier);
    const { issuedMinutes } = await expectSound();
    await serve(courier, need, 25);
    expect(await balance(courier)).toEqual([before[0] + 25, 0]);
    expect([await poolMinutes(), await balance(alone)]).toEqual([30, [0, 0]]);
    expect((await expectSound()).issuedMinutes).toBe(issuedMinutes);
    // Of the 60 of the month 25 are used, and the pool holds no more than 30.
    const more = await post(alone.id, { ...free, expectedMinutes: 40 });
    expect(more.body.code).toBe('redemption.grantExhausted');
    expect(more.body.detail).toContain('35 分钟');
    expect(await ways(alone)).toEqual([byTheCity, ['publicPool', 30]]);
  }, 60_000);

  it('pay for nothing where the policy has no redemption, with the reason at once', async () => {
    const [son] = couriers as [Client, Client];
    await adopt({ redeem: null, transfer: null, grant: null });
    const elder = await resident();
    for (const payment of ['exchange', 'publicPool'] as const) {
      const refused = await post(elder.id, { payment });
      expect([refused.status, refused.body.code]).toEqual([403, 'redemption.notAllowed']);
    }
    expect((await son.post('/donations', { id: newId(), minutes: 1 })).body.code).toBe(
      'redemption.notAllowed',
    );
    expect((await post(elder.id)).status).toBe(201);
    const priced = await (
      await administrator()
    ).post('/cities/1201/policies', {
      versions: [
        {
          effectiveFrom: shanghaiDay(new Date(inHours(24))),
          policy: {
            ...(await (await administrator()).get<PolicyTimeline>('/cities/1201/policies')).body.versions.at(
              -1,
            )?.policy,
            earnMode: 'priced',
          },
        },
      ],
    });
    expect([priced.status, priced.body.code]).toEqual([422, 'policy.undecided']);
  }, 60_000);

  it('of who died go where the policy says, and the account is closed', async () => {
    await adopt({ death: 'donate' });
    const [son] = couriers as [Client, Client];
    const [minutes, pool] = [(await balance(son))[0], await poolMinutes()];
    const treasurer = await administrator();
    const settle = () => treasurer.post(`/accounts/${son.id}/leaving`, { cityCode: 1201, cause: 'death' });
    expect((await son.post(`/accounts/${son.id}/leaving`, { cityCode: 1201, cause: 'death' })).status).toBe(
      403,
    );
    expect((await settle()).body).toMatchObject({ outcome: 'donate', minutes, closed: true });
    expect((await settle()).body).toMatchObject({ outcome: 'donate', minutes, closed: true });
    expect(await poolMinutes()).toBe(pool + minutes);
    await expectSound();
  });
});
