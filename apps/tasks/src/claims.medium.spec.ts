import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, DomainError, errands } from '#contracts';
import {
  type Call,
  connectNats,
  ManualClock,
  newId,
  newTraceId,
  provisionStreams,
  RpcClient,
  type RunningService,
  startService,
} from '#platform';
import {
  claimFaults,
  createDatabase,
  createNats,
  localFiles,
  seedErrands,
  type TestDatabase,
  type TestNats,
} from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { tasksService } from './definition.js';

// Real: PostgreSQL, NATS, the tasks service twice (two replicas), the batching client. Seeded: volunteers
// and posted errands, which other services would have told.
const clock = new ManualClock(new Date('2026-03-02T00:00:00Z'));
let database: TestDatabase;
let nats: TestNats & { stop(): Promise<void> };
let replicas: RunningService[];
let connections: NatsConnection[];
let clients: RpcClient[];

beforeAll(async () => {
  [database, nats] = await Promise.all([createDatabase(), createNats()]);
  await provisionStreams(nats.env['NATS_PROVISION_URL'] ?? '');
  const env = { ...database.env, ...nats.env, ...(await localFiles()), LOG_LEVEL: 'silent' };
  replicas = await Promise.all([1, 2].map(() => startService(tasksService, env, { clock })));
  connections = await Promise.all([1, 2].map(() => connectNats('gateway', nats.url('gateway'))));
  clients = connections.map((connection) => new RpcClient(connection));
});

afterAll(async () => {
  await Promise.all(connections.map((connection) => connection.close()));
  await Promise.all(replicas.map((replica) => replica.stop()));
  await Promise.all([database.drop(), nats.stop()]);
});

const as = (id: string): Call => ({
  actor: { id, role: 'volunteer' } satisfies Actor,
  traceId: newTraceId(),
});
const hoursFromNow = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);

async function claim(volunteerId: string, errandId: string, id = newId(), client = 0) {
  try {
    return await (clients[client] as RpcClient).call(errands.claim, { id, errandId }, as(volunteerId));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

describe('claiming', () => {
  it('gives exactly N slots to a crowd through two gateways and two replicas, and answers every loser', async () => {
    const { errandIds, volunteerIds } = await seedErrands(database.adminUrl, {
      errands: 3,
      volunteers: 200,
      slots: 3,
      from: hoursFromNow(1),
      lanes: 3,
    });
    for (const errandId of errandIds) {
      const answers = await Promise.all(volunteerIds.map((id, i) => claim(id, errandId, newId(), i % 2)));
      const winners = answers.filter((answer) => !(answer instanceof DomainError));
      const losers = answers.filter((answer) => answer instanceof DomainError);
      expect(winners).toHaveLength(3);
      expect(losers.map(({ code }) => code)).toEqual(Array.from({ length: 197 }, () => 'errand.lost'));
      for (const { data } of losers)
        expect(data).toMatchObject({ winner: expect.stringMatching(/^示\*\d+$/) });
    }
    expect(await claimFaults(database.adminUrl)).toEqual([]);
  });

  it('tells a loser what else is open nearby, nearest first', async () => {
    const { errandIds, volunteerIds } = await seedErrands(database.adminUrl, {
      errands: 6,
      volunteers: 2,
      from: hoursFromNow(1),
      lanes: 6,
    });
    const [first = '', second = ''] = volunteerIds;
    await claim(first, errandIds[0] ?? '');
    const lost = (await claim(second, errandIds[0] ?? '')) as DomainError;
    const nearby = lost.data['nearby'] as { id: string; distanceMetres: number }[];
    expect(nearby).toHaveLength(3);
    expect(nearby.map(({ distanceMetres }) => distanceMetres)).toEqual(
      [...nearby.map(({ distanceMetres }) => distanceMetres)].sort((a, b) => a - b),
    );
  });

  it('answers the same id alike, one’s own claim again as one’s own, and another use of the id as a conflict', async () => {
    const { errandIds, volunteerIds } = await seedErrands(database.adminUrl, {
      errands: 2,
      volunteers: 2,
      from: hoursFromNow(1),
      lanes: 2,
    });
    const [ann = '', bob = ''] = volunteerIds;
    const [errandId = '', other = ''] = errandIds;
    const id = newId();
    const first = await claim(ann, errandId, id);
    expect(first).toMatchObject({ id, state: 'claimed', alreadyYours: false });
    expect(await claim(ann, errandId, id)).toEqual(first);
    expect(await claim(ann, errandId)).toMatchObject({ id, alreadyYours: true });
    expect(await claim(ann, other, id)).toMatchObject({ code: 'idempotency.conflict' });
    expect(await claim(bob, other, id)).toMatchObject({ code: 'idempotency.conflict' });
  });

  it('keeps the limit and the calendar of one volunteer who claims everything at once from two phones', async () => {
    const { errandIds, volunteerIds } = await seedErrands(database.adminUrl, {
      errands: 40,
      volunteers: 1,
      from: hoursFromNow(1),
      lanes: 8,
    });
    const [ann = ''] = volunteerIds;
    const answers = await Promise.all(errandIds.map((errandId, i) => claim(ann, errandId, newId(), i % 2)));
    const won = answers.filter((answer) => !(answer instanceof DomainError));
    expect(won).toHaveLength(5);
    const refusals = new Set(
      answers.flatMap((answer) => (answer instanceof DomainError ? [answer.code] : [])),
    );
    expect([...refusals].every((code) => code === 'claim.limitReached' || code === 'claim.overlaps')).toBe(
      true,
    );
    expect(await claimFaults(database.adminUrl)).toEqual([]);
  });

  it('reopens at once on release and lets exactly one of those waiting have it', async () => {
    const { errandIds, volunteerIds } = await seedErrands(database.adminUrl, {
      errands: 1,
      volunteers: 20,
      from: hoursFromNow(1),
    });
    const [errandId = ''] = errandIds;
    const [first = '', ...rest] = volunteerIds;
    await claim(first, errandId);
    const released = await (clients[0] as RpcClient).call(
      errands.release,
      { errandId, reason: 'flat tyre' },
      as(first),
    );
    expect(released.state).toBe('open');
    const answers = await Promise.all(rest.map((id, i) => claim(id, errandId, newId(), i % 2)));
    expect(answers.filter((answer) => !(answer instanceof DomainError))).toHaveLength(1);
    expect(await claimFaults(database.adminUrl)).toEqual([]);
  });

  it('refuses who is not verified, who does not exist, what is over and what nobody knows', async () => {
    const { errandIds, volunteerIds } = await seedErrands(database.adminUrl, {
      errands: 1,
      volunteers: 1,
      from: hoursFromNow(-3),
    });
    const [errandId = ''] = errandIds;
    const [ann = ''] = volunteerIds;
    expect(await claim(newId(), errandId)).toMatchObject({ code: 'volunteer.notVerified' });
    expect(await claim(ann, errandId)).toMatchObject({ code: 'errand.notOpen', data: { state: 'expired' } });
    expect(await claim(ann, newId())).toMatchObject({ code: 'resource.notFound' });
    const staff: Call = { actor: { id: ann, role: 'station', region: '120116014' }, traceId: newTraceId() };
    await expect(
      (clients[0] as RpcClient).call(errands.claim, { id: newId(), errandId }, staff),
    ).rejects.toMatchObject({ code: 'access.denied' });
    await expect(
      (clients[0] as RpcClient).call(errands.claim, { id: 'x', errandId }, as(ann)),
    ).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
