import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Caller,
  DomainError,
  errandEvents,
  type EventEnvelope,
  ledger,
  type PostTransferInput,
  type RpcContract,
  type ServiceRecordConfirmed,
} from '#contracts';
import { poll, withClient } from '#local';
import {
  connectNats,
  deterministicId,
  ManualClock,
  migrateService,
  newId,
  newTraceId,
  provisionStreams,
  RpcClient,
  type RunningService,
  startService,
} from '#platform';
import { createDatabase, createNats, type TestDatabase, type TestNats } from '#testing';
import { jetstream } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';

// Real: PostgreSQL, NATS, the ledger twice (two replicas), two batching clients. Service records are told
// as the tasks service would tell them.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
let database: TestDatabase;
let nats: TestNats & { stop(): Promise<void> };
let replicas: RunningService[];
let gateways: NatsConnection[];
let clients: RpcClient[];
let tasks: NatsConnection;

beforeAll(async () => {
  [database, nats] = await Promise.all([createDatabase(), createNats()]);
  const env = { ...database.env, ...nats.env, LOG_LEVEL: 'silent' };
  await provisionStreams(nats.url('provisioner'));
  await migrateService(ledgerService, env);
  replicas = await Promise.all([1, 2].map(() => startService(ledgerService, env, { clock })));
  gateways = await Promise.all([1, 2].map(() => connectNats('gateway', nats.url('gateway'))));
  clients = gateways.map((connection) => new RpcClient(connection));
  tasks = await connectNats('tasks', nats.url('tasks'));
});

afterAll(async () => {
  await Promise.all([...gateways, tasks].map((connection) => connection.close()));
  await Promise.all(replicas.map((replica) => replica.stop()));
  await Promise.all([database.drop(), nats.stop()]);
});

/** Calls as somebody; answers the error where there is one. */
async function ask<I extends object, O extends object>(
  contract: RpcContract<I, O>,
  input: I,
  actor: { role: Caller; id?: string; region?: string } = { role: 'system' },
  client = 0,
): Promise<O | DomainError> {
  try {
    const call = { actor: { id: 'tasks', ...actor }, traceId: newTraceId() };
    return await clients[client]!.call(contract, input, call);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const sql = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  withClient(database.adminUrl, async (client) => (await client.query(text, values)).rows as Row[]);

describe('earning', () => {
  it('credits a confirmed record once, however often it is told', async () => {
    const volunteerId = newId();
    const record = confirmed(volunteerId, 95);
    await tell([record, record], [record]);
    const balance = await poll(
      async () => {
        const answer = await ask(ledger.getBalance, { ownerId: volunteerId });
        return answer instanceof DomainError ? undefined : answer;
      },
      10_000,
      () => new Error('no credits arrived'),
    );
    expect(balance).toEqual({
      ownerId: volunteerId,
      cityCode: 1201,
      balanceMinutes: 95,
      heldMinutes: 0,
      creditedMinutes: 95,
      debitedMinutes: 0,
    });
  });
});

function confirmed(volunteerId: string, serviceMinutes: number): EventEnvelope<ServiceRecordConfirmed> {
  return {
    id: newId(),
    subject: errandEvents.recordConfirmed.subject,
    cityCode: 1201,
    occurredAt: clock.now().toISOString(),
    traceId: newTraceId(),
    data: {
      recordId: newId(),
      errandId: newId(),
      volunteerId,
      communityCode: '120116014003',
      serviceMinutes,
      verification: 'deviceVerified',
      endedAt: '2026-03-02T00:30:00.000Z',
      confirmedAt: clock.now().toISOString(),
      version: 1,
    },
  };
}

/** Publishes messages as they are, without deduplication by message id. */
async function tell(...messages: EventEnvelope[][]): Promise<void> {
  const stream = jetstream(tasks);
  for (const events of messages) await stream.publish(events[0]!.subject, JSON.stringify(events));
}
