import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate as turn } from 'node:timers/promises';
import { type Actor, anonymous, DomainError } from '#contracts';
import {
  behaviour,
  door,
  ordinary,
  type ProbeInput,
  type ProbeOutput,
  probes,
  probeService,
  refusal,
  startHouse,
  type TestHouse,
} from '#testing';
import { headers, type NatsConnection } from '@nats-io/transport-node';
import type { Call } from './call.js';
import type { BatchCall } from './handlers.js';
import { newId, newTraceId } from './ids.js';
import { RpcClient } from './rpc.client.js';
import { headerNames } from './wire.js';

// Real: PostgreSQL, NATS, a service of two methods that do as the test says.
let house: TestHouse;
let connection: NatsConnection;
let client: RpcClient;
beforeAll(async () => {
  house = await startHouse([probeService]);
  connection = await house.connectAs('gateway');
  client = new RpcClient(connection);
});
afterAll(() => house.stop());
beforeEach(() => void Object.assign(behaviour, ordinary()));

const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const by = (actor: Actor = station, key?: string): Call => ({ actor, traceId: newTraceId(), key });
const took = async (work: Promise<unknown>) => {
  const begin = performance.now();
  await work.catch(() => undefined);
  return performance.now() - begin;
};

/** The same request of somebody in a hurry. */
const hasty = <C extends { deadlineMs: number }>(contract: C): C => ({ ...contract, deadlineMs: 300 });

describe('a request', () => {
  it('brings actor, trace and idempotency key along, whatever characters they have', async () => {
    const calls: Call[] = [];
    behaviour.one = behaviour.all = (first: ProbeInput | BatchCall<ProbeInput>[], call?: Call) => {
      if (!Array.isArray(first)) return calls.push(call as Call) && { text: first.text };
      calls.push(...first.map(({ actor, traceId, key }) => ({ actor, traceId, key })));
      return ordinary().all(first);
    };
    const sent = [by({ ...station, organisationId: '站点 %41\n' }, '键 100%;\r\n"'), by()];
    for (const contract of [probes.one, probes.all]) {
      for (const call of sent)
        expect(await client.call(contract, { text: '你好' }, call)).toEqual({ text: '你好' });
    }
    expect(calls).toEqual([...sent, ...sent]);
  });

  it('that nobody answers is unavailable at once', async () => {
    for (const contract of [probes.nobody, probes.nobodyBatched]) {
      const calls = Promise.all([1, 2, 3].map(() => refusal(client.call(contract, { text: 'x' }, by()))));
      expect(await took(calls)).toBeLessThan(200);
      expect((await calls).map(({ code }) => code)).toEqual(Array(3).fill('service.unavailable'));
    }
  });

  it('whose answer is late misses its deadline', async () => {
    const { opened, open } = door();
    behaviour.one = behaviour.all = () => opened;
    for (const contract of [hasty(probes.one), hasty(probes.all)]) {
      const call = client.call(contract, { text: 'x' }, by());
      expect(await took(call)).toBeLessThan(2_000);
      expect((await refusal(call)).code).toBe('service.deadline');
    }
    open();
  });

  it('whose deadline has passed is not begun', async () => {
    const begun: string[] = [];
    behaviour.one = (input, call) => begun.push(input.text) && ordinary().one(input, call);
    behaviour.all = (items) => begun.push(...items.map(({ input }) => input.text)) && ordinary().all(items);
    const late = headers();
    late.set(headerNames.actor, JSON.stringify(station));
    late.set(headerNames.deadline, String(Date.now() - 1));
    connection.publish(probes.one.subject, '{"text":"late"}', {
      headers: late,
      reply: '_INBOX_gateway.nowhere',
    });
    const items = JSON.stringify([[station, newTraceId(), null, { text: 'late' }]]);
    connection.publish(probes.all.subject, items, { headers: late, reply: '_INBOX_gateway.nowhere' });
    // Messages of one connection come in order: whoever answers these has seen those.
    for (const contract of [probes.one, probes.all]) await client.call(contract, { text: 'now' }, by());
    expect(begun).toEqual(['now', 'now']);
  });

  it('gets an error of the catalogue whole', async () => {
    const error = new DomainError('errand.lost', {
      winner: '张*',
      nearby: [{ id: newId() }],
      nearbyCount: 1,
    });
    behaviour.one = () => Promise.reject(error);
    behaviour.all = () => Promise.reject(error);
    for (const contract of [probes.one, probes.all]) {
      const refused = await refusal(client.call(contract, { text: 'x' }, by()));
      expect([refused.code, refused.data]).toEqual([error.code, error.data]);
    }
  });

  it('gets no word of an unexpected error', async () => {
    const text = '13800001234 is not unique';
    const thrown = [
      new Error(text),
      new TypeError(text),
      Object.assign(new Error(text), { severity: 'ERROR', code: '23505' }),
    ];
    for (const reason of thrown) {
      behaviour.one = behaviour.all = () => Promise.reject(reason);
      for (const contract of [probes.one, probes.all]) {
        expect(await refusal(client.call(contract, { text: 'x' }, by()))).toEqual(
          new DomainError('service.internal'),
        );
      }
      const raw = await connection.request(probes.one.subject, '{"text":"x"}', {
        headers: asStation(),
        timeout: 1_000,
      });
      expect(raw.json()).toEqual({ error: { code: 'service.internal', data: {} } });
      expect(JSON.stringify([...(raw.headers?.keys() ?? [])])).toBe('[]');
    }
  });

  it('of the wrong role is refused before the work', async () => {
    behaviour.one = behaviour.all = () => Promise.reject(new Error('begun'));
    for (const contract of [probes.one, probes.all]) {
      for (const role of ['volunteer', 'system', 'administrator'] as const)
        expect((await refusal(client.call(contract, { text: 'x' }, by({ id: 'x', role })))).code).toBe(
          'access.denied',
        );
      expect((await refusal(client.call(contract, { text: 'x' }, by(anonymous)))).code).toBe('auth.required');
    }
    const unsigned = await connection.request(probes.one.subject, '{"text":"x"}', { timeout: 1_000 });
    expect(unsigned.json()).toMatchObject({ error: { code: 'access.denied' } });
  });

  it('with unknown or wrong fields is refused with all of them named', async () => {
    const input = { text: 5, admin: true, number: 1.5 } as unknown as ProbeInput;
    for (const contract of [probes.one, probes.all]) {
      const { code, data } = await refusal(client.call(contract, input, by()));
      expect(code).toBe('request.invalid');
      expect((data['fields'] as { field: string }[]).map(({ field }) => field).sort()).toEqual([
        'admin',
        'number',
        'text',
      ]);
    }
  });

  it('whose answer is too large for NATS fails clearly and at once', async () => {
    const text = 'x'.repeat((connection.info?.max_payload ?? 0) + 1);
    behaviour.one = () => ({ text });
    behaviour.all = (items) => items.map(() => ({ data: { text } }));
    for (const contract of [probes.one, probes.all]) {
      const call = client.call(contract, { text: 'x' }, by());
      expect(await took(call)).toBeLessThan(2_000);
      expect((await refusal(call)).code).toBe('service.internal');
    }
    Object.assign(behaviour, ordinary());
    expect(await client.call(probes.one, { text: 'still here' }, by())).toEqual({ text: 'still here' });
  });

  it('whose answer JSON cannot say, or that is itself no JSON, is an internal error at once', async () => {
    behaviour.one = () => ({ text: 1n });
    expect((await refusal(client.call(probes.one, { text: 'x' }, by()))).code).toBe('service.internal');
    for (const subject of [probes.one.subject, probes.all.subject])
      for (const garbage of ['', '{', 'null', '7', '[7]', '{}']) {
        const answer = await connection.request(subject, garbage, { headers: asStation(), timeout: 2_000 });
        expect(answer.json()).toMatchObject({ error: { code: expect.stringMatching(/internal|invalid/) } });
      }
  });
});

function asStation() {
  const signed = headers();
  signed.set(headerNames.actor, JSON.stringify(station));
  return signed;
}

describe('a batched request', () => {
  const sizes: number[] = [];
  beforeEach(() => void (sizes.length = 0));
  const counting: typeof behaviour.all = (items) => sizes.push(items.length) && ordinary().all(items);
  const askAll = (texts: string[]) =>
    Promise.all(texts.map((text) => client.call(probes.all, { text }, by())));
  const texts = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);

  it('that is alone goes out at the end of the turn, by no timer', async () => {
    const before = connection.stats().outMsgs;
    const call = client.call(probes.all, { text: 'alone' }, by());
    await turn();
    expect(connection.stats().outMsgs).toBe(before + 1);
    expect(await call).toEqual({ text: 'alone' });
  });

  it('is gathered with others of the same turn, beyond the most items in further messages, each answered its own', async () => {
    behaviour.all = counting;
    const asked = texts(20);
    expect((await askAll(asked)).map(({ text }) => text)).toEqual(asked);
    expect(sizes).toEqual([8, 8, 4]);
  });

  it('is gathered with what comes while another is under way', async () => {
    const { opened, open } = door();
    const begun = door();
    behaviour.all = async (items) => {
      begun.open();
      await opened;
      return counting(items);
    };
    const first = client.call(probes.all, { text: 'first' }, by());
    await begun.opened;
    const others: Promise<ProbeOutput>[] = [];
    for (const text of texts(5)) {
      others.push(client.call(probes.all, { text }, by()));
      await turn();
    }
    open();
    expect((await Promise.all([first, ...others])).map(({ text }) => text)).toEqual(['first', ...texts(5)]);
    expect(sizes).toEqual([1, 5]);
  });

  it('does not suffer from bad neighbours', async () => {
    behaviour.all = (items) => {
      sizes.push(items.length);
      return items.map(({ input }) =>
        input.number === 13
          ? { error: { code: 'errand.lost', data: { winner: input.text } } }
          : { data: { text: input.text } },
      );
    };
    const ask = (input: object, actor = station) =>
      client
        .call(probes.all, input as ProbeInput, by(actor))
        .catch((error: unknown) => (error as DomainError).code);
    const answers = await Promise.all([
      ask({ text: 'a' }),
      ask({ text: 7 }),
      ask({ text: 'b' }, { id: 'x', role: 'volunteer' }),
      ask({ text: 'c', number: 13 }),
      ask({ text: 'd', more: 1 }),
      ask({ text: 'e' }, anonymous),
      ask({ text: 'f' }),
    ]);
    expect(answers).toEqual([
      { text: 'a' },
      'request.invalid',
      'access.denied',
      'errand.lost',
      'request.invalid',
      'auth.required',
      { text: 'f' },
    ]);
    expect(sizes).toEqual([3]);
  });

  it.each([
    ['too few', (items: BatchCall<ProbeInput>[]) => (ordinary().all(items) as object[]).slice(1)],
    ['too many', (items: BatchCall<ProbeInput>[]) => [...(ordinary().all(items) as object[]), { data: {} }]],
    ['none', () => undefined],
  ])(
    'fails with all others when the handler gives %s answers, and no answer goes to the wrong caller',
    async (_, all) => {
      behaviour.all = all;
      const codes = await Promise.all(
        texts(5).map((text) => refusal(client.call(probes.all, { text }, by()))),
      );
      expect(codes.map(({ code }) => code)).toEqual(Array(5).fill('service.internal'));
      behaviour.all = ordinary().all;
      expect(await askAll(['next'])).toEqual([{ text: 'next' }]);
    },
  );

  it('behind batches that hang fails when its own deadline has passed, not when theirs have', async () => {
    const { opened, open } = door();
    behaviour.all = (items) => sizes.push(items.length) && opened;
    const refused = await Promise.all(
      texts(32).map((text) => refusal(client.call(hasty(probes.all), { text }, by()))),
    );
    open();
    expect(refused.map(({ code }) => code)).toEqual(Array(32).fill('service.deadline'));
    // A timer may come a moment early; four would mean that each batch waited for those before it.
    expect(sizes.length).toBeLessThanOrEqual(2);
  });
});
