import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  type ErrorCode,
  type EventEnvelope,
  metricNames,
  reporting,
  type RpcContract,
  type ServiceName,
} from '#contracts';
import { poll } from '#local';
import { deadStream, type EventBatch, newId, shanghaiDay } from '#platform';
import {
  allConsumed,
  createPostgres,
  distributionFaults,
  endOfHistory,
  hurryRedelivery,
  messagesOf,
  type OwnPostgres,
  ownerOf,
  randomHistory,
  recount,
  serviceDefinition,
  shuffled,
  startHouse,
  tellBatches,
  type TestHouse,
} from '#testing';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { ServiceProcess } from './service.process.js';

// Real: NATS, a PostgreSQL of this file's own that keeps what it committed, reporting as it is deployed, two
// processes, and stations for the names of divisions. Events are told as outboxes tell them: until NATS has them.
const [events, eventsAMessage] = [6_000, 12];
const today = shanghaiDay(endOfHistory);
const administrator: Actor = { id: 'test', role: 'administrator', region: '12' };
const unanswered = new Set<ErrorCode>(['service.unavailable', 'service.deadline', 'service.internal']);
const owners = new Map<ServiceName, NatsConnection>();
let house: TestHouse;
let postgres: OwnPostgres;
let reporters: [ServiceProcess, ServiceProcess];

beforeAll(async () => {
  postgres = await createPostgres('stations', 'reporting');
  house = await startHouse([await serviceDefinition('stations')], { database: postgres });
  for (const owner of ['volunteers', 'tasks', 'ledger'] as const)
    owners.set(owner, await house.connectAs(owner));
  const settings = { ...house.env, NODE_ENV: 'production' };
  reporters = [new ServiceProcess('reporting', settings), new ServiceProcess('reporting', settings)];
  for (const each of reporters) await each.start();
  // What a killed process had fetched would otherwise come again after half a minute only.
  await hurryRedelivery(house.nats, 'reporting');
}, 90_000);
afterAll(async () => {
  for (const each of reporters) await each.kill();
  await house.stop();
});

const reporterOf = (turn: number) => reporters[turn % 2] as ServiceProcess;
const strikes = {
  reporter: async (turn: number) => {
    await reporterOf(turn).kill();
    await reporterOf(turn).start();
  },
  postgres: async () => {
    await postgres.kill();
    await postgres.start();
  },
  nats: async () => {
    await house.nats.kill();
    await house.nats.start();
  },
  all: async () => {
    await Promise.all([postgres.kill(), house.nats.kill(), ...reporters.map((each) => each.kill())]);
    await Promise.all([postgres.start(), house.nats.start()]);
    for (const each of reporters) await each.start();
  },
};
const plan = ['reporter', 'postgres', 'nats', 'reporter', 'all', 'postgres', 'nats', 'all'] as const;

function batchOf(events: EventEnvelope[]): EventBatch {
  return { id: newId(), cityCode: events[0]?.cityCode ?? 0, events };
}

/** As an outbox does: under the same id until it is stored, and so at times stored twice. */
async function tellSurely(batch: EventBatch): Promise<void> {
  const owner = owners.get(ownerOf(batch.events[0] as EventEnvelope)) as NatsConnection;
  for (;;) {
    try {
      return await tellBatches(owner, batch);
    } catch {
      await delay(20);
    }
  }
}

/** How many batches reporting has counted. */
async function counted(): Promise<number> {
  const [row] = await house.sql<{ count: number }>('select count(*)::int as count from reporting.inbox');
  return row?.count ?? 0;
}

/** Asks until there is an answer that is one. */
async function answerOf<I extends object, O extends object>(
  contract: RpcContract<I, O>,
  input: I,
): Promise<O> {
  return poll(
    async () => {
      const answer = await house.ask(contract, input, administrator);
      if (!(answer instanceof DomainError)) return answer;
      if (!unanswered.has(answer.code)) throw answer;
      return undefined;
    },
    60_000,
    () => new Error('reporting gives no answer'),
  );
}

/** At every level what a naive recount says, and the parts add up. */
async function expectTrue(told: readonly EventEnvelope[]): Promise<void> {
  await allConsumed(house.nats, 'reporting');
  for (const region of ['12', '1201', '120116', '120116014', '120116014001', '120101']) {
    const { metrics, children } = await answerOf(reporting.getBreakdown, { region, to: today });
    expect([region, metrics]).toEqual([region, recount(told, { region, to: today })]);
    const sums = metricNames.map((name) => children.reduce((sum, part) => sum + part.metrics[name], 0));
    expect(sums).toEqual(metricNames.map((name) => metrics[name]));
    expect(await distributionFaults(answerOf, told, { region, to: today })).toEqual([]);
  }
}

describe('totals', () => {
  it(`are what a naive recount says after each of ${plan.length} times in which folds were cut off`, async () => {
    const history = shuffled(11, randomHistory(7, events));
    const slice = Math.ceil(history.length / plan.length);
    const told: EventBatch[] = [];
    let cutOff = 0;
    for (const [turn, strike] of plan.entries()) {
      const fresh = messagesOf(history.slice(turn * slice, (turn + 1) * slice), eventsAMessage).map(batchOf);
      const before = await counted();
      // Some that were told before come again.
      const telling = Promise.all([...fresh, ...told.slice(-50)].map(tellSurely));
      const seen = await poll(
        async () => [await counted()].find((count) => count > before),
        60_000,
        () => new Error(`nothing is counted before strike ${turn}, ${strike}`),
      );
      if (seen < before + fresh.length) cutOff++;
      await strikes[strike](turn);
      await telling;
      told.push(...fresh);
      await expectTrue(told.flatMap((batch) => batch.events));
    }
    // The others came when all was counted already, and are no proof.
    expect(cutOff).toBeGreaterThan(plan.length / 2);
    const manager = await jetstreamManager(await house.connectAs('provisioner'));
    expect((await manager.streams.info(deadStream)).state.messages).toBe(0);
  }, 300_000);
});
