import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import type { DomainError } from '#contracts';
import {
  behaviour,
  door,
  ordinary,
  probes,
  probeService,
  refusal,
  startHouse,
  type TestHouse,
} from '#testing';
import { newId, newTraceId } from './ids.js';
import { RpcClient } from './rpc.client.js';
import { startService } from './service.js';

// Real: PostgreSQL, NATS, replicas of a service that does as the test says.
let house: TestHouse;
let client: RpcClient;
beforeAll(async () => {
  house = await startHouse([probeService]);
  client = new RpcClient(await house.connectAs('gateway'));
});
afterAll(() => house.stop());

const ask = (text: string) =>
  client.call(probes.one, { text }, { actor: { id: newId(), role: 'station' }, traceId: newTraceId() });

it('a stop lets another replica answer, and loses no request', async () => {
  const second = await startService(probeService, house.env);
  let underWay = 0;
  let most = 0;
  behaviour.one = async (input, call) => {
    most = Math.max(most, ++underWay);
    await turn();
    underWay--;
    return ordinary().one(input, call);
  };
  const ends = new Map<string, number>();
  let isAsking = true;
  const keepAsking = async () => {
    while (isAsking) {
      const end = await ask('x').then(
        () => 'answered',
        ({ code }: DomainError) => code,
      );
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
  };
  const untilAnswered = async (more: number) => {
    const goal = (ends.get('answered') ?? 0) + more;
    while ((ends.get('answered') ?? 0) < goal) await turn();
  };
  const everybody = Promise.all(Array.from({ length: 16 }, keepAsking));
  await untilAnswered(200);
  await house.services[0]?.stop();
  await untilAnswered(200);
  expect([...ends.keys()]).toEqual(['answered']);
  await second.stop();
  while (!ends.has('service.unavailable')) await turn();
  isAsking = false;
  await everybody;
  // Nobody is there any more: that is said at once, and no request hangs until its deadline.
  expect([...ends.keys()].sort()).toEqual(['answered', 'service.unavailable']);
  expect((await refusal(ask('x'))).code).toBe('service.unavailable');
  expect(most).toBeGreaterThan(1);
});

it('a stop waits for the work that was begun, and takes no more', async () => {
  const only = await startService(probeService, house.env);
  const begun = door();
  const { opened, open } = door();
  behaviour.one = async (input, call) => {
    begun.open();
    if (input.text === 'slow') await opened;
    return ordinary().one(input, call);
  };
  const slow = ask('slow');
  await begun.opened;
  let isStopped = false;
  const stopping = only.stop().then(() => (isStopped = true));
  const isClosed = () =>
    ask('new').then(
      () => false,
      ({ code }: DomainError) => code === 'service.unavailable',
    );
  while (!(await isClosed())) await turn();
  expect(isStopped).toBe(false);
  open();
  expect(await slow).toEqual({ text: 'slow' });
  await stopping;
});
