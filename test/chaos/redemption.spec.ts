import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  type ErrorCode,
  errandEvents,
  ledger,
  type LedgerAudit,
  needs,
  type RpcContract,
  stations,
  systemActor,
} from '#contracts';
import { poll } from '#local';
import { newId, newTraceId } from '#platform';
import { allConsumed, hurryRedelivery, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { ServiceProcess } from './service.process.js';

// Real: PostgreSQL, NATS, and the services tasks and ledger as they are deployed, in processes of their own
// that are killed by turns while needs are posted, accepted and cancelled. Only the clock is the real one, so the
// job that picks up what was left half-done is the deployed one too.
const [workers, kills, minutes, credits] = [8, 6, 10, 3_000];
const answeredBetween = 8;
const cityCode = 1201;
const community = '120116014001';
const committee: Actor = { id: newId(), role: 'committee', region: community };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const system = systemActor('gateway');
const unanswered = new Set<ErrorCode>(['service.unavailable', 'service.deadline', 'service.internal']);
const processes = new Map<'tasks' | 'ledger', ServiceProcess>();
let house: TestHouse;
let residentId: string;
let isOver = false;
let answered = 0;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations')], { clients: 4 });
  for (const name of ['tasks', 'ledger'] as const) {
    const process = new ServiceProcess(name, { ...house.env, NODE_ENV: 'production' });
    processes.set(name, process);
    await process.start();
  }
  await hurryRedelivery(house.nats, 'tasks', 'ledger');
  await house.ask(
    stations.createOrganisation,
    { id: newId(), kind: 'socialWorkStation', name: 'TEDA', region: '120116014' },
    system,
  );
  residentId = newId();
  await insist(
    needs.registerResident,
    {
      ...{ id: residentId, name: '示例奶奶', phone: '022-00000001', communityCode: community, door: '1 号' },
      point: { longitude: 117.71, latitude: 39.03 },
    },
    committee,
  );
  await earn();
}, 90_000);
afterAll(async () => {
  isOver = true;
  for (const process of processes.values()) await process.kill();
  await house.stop();
});

/** Asks until there is an answer that is one. */
async function insist<I extends object, O extends object>(
  contract: RpcContract<I, O>,
  input: I,
  actor: Actor,
  client = 0,
): Promise<O | DomainError> {
  for (;;) {
    const answer = await house.ask(contract, input, actor, client % 4);
    if (!(answer instanceof DomainError) || !unanswered.has(answer.code)) {
      answered++;
      return answer;
    }
    await delay(20);
  }
}

/** Credits as everybody gets them. */
async function earn(): Promise<void> {
  const tasks = await house.connectAs('tasks');
  const at = new Date().toISOString();
  const events = Array.from({ length: credits / 1_000 }, () => ({
    ...{ id: newId(), subject: errandEvents.recordConfirmed.subject, cityCode, occurredAt: at },
    traceId: newTraceId(),
    data: {
      ...{ recordId: newId(), errandId: newId(), volunteerId: residentId, serviceMinutes: 1_000, version: 1 },
      ...{ communityCode: community, verification: 'deviceVerified', endedAt: at, confirmedAt: at },
    },
  }));
  await tell(tasks, events);
  await allConsumed(house.nats, 'ledger');
}

/** Posts, accepts, and calls off every third, until the killing is over. Who has no answer asks again. */
async function work(client: number): Promise<void> {
  for (let count = client; !isOver; count++) {
    const start = Date.now();
    const need = {
      ...{ id: newId(), residentId, type: 'groceries' as const, summary: 'rice', channel: 'phone' as const },
      windowStart: new Date(start).toISOString(),
      windowEnd: new Date(start + 3_600_000).toISOString(),
      ...{ expectedMinutes: minutes, payment: 'exchange' as const },
    };
    const posted = await insist(needs.post, need, committee, client);
    if (posted instanceof DomainError) {
      expect(posted.code).toBe('ledger.insufficient');
      await delay(50);
      continue;
    }
    const cancel = () => insist(needs.cancel, { id: need.id, reason: 'changed' }, committee, client);
    const accept = () => insist(needs.accept, { id: need.id }, station, client);
    if (count % 3 === 0) await Promise.all([accept(), cancel()]);
    else await accept();
    if (count % 3 === 1) await cancel();
  }
}

interface Standing {
  state: string;
  payment: string;
  errands: number;
  holds: number;
}

/** Every need with its errands and its open holds. */
function standing(): Promise<Standing[]> {
  return house.sql<Standing>(
    `select n.state, p.state as payment,
       (select count(*)::int from tasks.errand e where e.need_id = n.id) as errands,
       (select count(*)::int from ledger.transfer t join ledger.open_hold o on o.hold_id = t.id
          where t.reference = 'need:' || n.id) as holds
     from tasks.need n join tasks.need_payment p on p.need_id = n.id`,
  );
}

async function quiet(): Promise<void> {
  const isDone = async () => {
    const left = await house.sql(
      `select 1 from tasks.need_payment where state = 'holding'
       union all select 1 from tasks.outbox where published_at is null
       union all select 1 from ledger.outbox where published_at is null`,
    );
    return left.length === 0 || undefined;
  };
  await poll(isDone, 60_000, () => new Error('something was left half-done'));
  await allConsumed(house.nats, 'ledger');
  await allConsumed(house.nats, 'tasks');
}

it('killed at any moment, a need is published exactly where its hold stands, and no hold leaks', async () => {
  const working = Array.from({ length: workers }, (_, client) => work(client));
  for (let count = 0; count < kills; count++) {
    const enough = answered + answeredBetween;
    await poll(
      () => Promise.resolve(answered >= enough || undefined),
      60_000,
      () => new Error(`no answers after ${count} kills`),
    );
    const name = count % 2 === 0 ? 'tasks' : 'ledger';
    await processes.get(name)?.kill();
    await processes.get(name)?.start();
  }
  isOver = true;
  await Promise.all(working);
  await quiet();

  const found = await standing();
  const wrong = found.filter(({ state, payment, errands, holds }) => {
    if (state === 'posted') return payment !== 'held' || errands !== 1 || holds !== 1;
    return holds !== 0 || payment === 'held' || (errands > 0 && state !== 'cancelled');
  });
  expect(wrong).toEqual([]);
  const posted = found.filter(({ state }) => state === 'posted').length;
  expect(posted).toBeGreaterThan(0);
  const [held] = await house.sql<{ minutes: number }>(
    `select sum(pending_debit_minutes)::int as minutes from ledger.account where kind = 'personal'`,
  );
  expect(held).toEqual({ minutes: posted * minutes });

  const ids = await house.sql<{ id: string }>(
    `select id from tasks.need where state in ('posted', 'accepted')`,
  );
  for (const { id } of ids) await insist(needs.cancel, { id, reason: 'over' }, committee);
  await quiet();
  expect((await standing()).filter(({ holds }) => holds > 0)).toEqual([]);
  const audit = (await insist(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
  expect(audit).toMatchObject({ consistent: true, heldMinutes: 0, personalMinutes: credits });
}, 240_000);
