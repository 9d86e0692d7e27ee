import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, type DeadLetterPage, deadLetters, type ServiceName } from '#contracts';
import { poll, withClient } from '#local';
import {
  type Call,
  deadStream,
  deadSubject,
  newId,
  newTraceId,
  type RunningService,
  startService,
} from '#platform';
import { allConsumed, type Ear, earOf, refusal, startHouse, telling, type TestHouse } from '#testing';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { headers } from '@nats-io/transport-node';
import { stationsService } from './definition.js';

// Real: PostgreSQL, NATS, stations as the administrator's door, and a ledger that writes down what it hears.
const ear: Ear = earOf('ledger');
let house: TestHouse;
let ledger: RunningService;
beforeAll(async () => {
  house = await startHouse([stationsService]);
  await withClient(house.database.ownerUrl('ledger'), (owner) => owner.query(ear.table));
  ledger = await startService(ear.definition, house.env);
});
afterAll(async () => {
  await ledger.stop();
  await house.stop();
});
beforeEach(async () => {
  await (await jetstreamManager(await house.connectAs('provisioner'))).streams.purge(deadStream);
  await house.sql('truncate ledger.heard, ledger.inbox');
});

const by = (region: string, role: Actor['role'] = 'administrator'): Call => ({
  actor: { id: newId(), role, region },
  traceId: newTraceId(),
});
const city = () => by('1201');
const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code;
const list = (input: { consumer?: ServiceName; limit?: number; cursor?: string } = {}, call = city()) =>
  house.call(deadLetters.list, input, call);

const personal = 'Key (phone)=(13800001234) already exists';

/** Puts letters of a service there, as if it had failed. */
async function bury(name: ServiceName, ...payloads: object[]): Promise<number[]> {
  const service = jetstream(await house.connectAs(name));
  const hdrs = headers();
  hdrs.set('Shunlu-Reason', encodeURIComponent(`QueryFailedError: ${personal}`));
  const places: number[] = [];
  for (const payload of payloads) {
    const subject = deadSubject(name, telling('').subject);
    places.push((await service.publish(subject, JSON.stringify(payload), { headers: hdrs })).seq);
  }
  return places;
}
const elsewhere = (text: string) => ({ ...telling(text), cityCode: 1301 });

async function heard(): Promise<string[]> {
  await allConsumed(house.nats, 'ledger');
  const rows = await house.sql<{ text: string }>('select text from ledger.heard order by text');
  return rows.map(({ text }) => text);
}

describe('dead letters', () => {
  it('are listed by consumer, kind of error and time, without what they say', async () => {
    const [first] = await bury('ledger', [telling('秘密'), telling('又一个')]);
    await bury('reporting', [telling('reports')]);
    const { items } = await list({ consumer: 'ledger' });
    expect(items).toEqual([
      {
        ...{ sequence: first, consumer: 'ledger', subject: 'errand.claimed', eventCount: 2 },
        ...{ errorType: 'QueryFailedError', isReplayable: true, at: expect.any(String) },
      },
    ]);
    const all = await list();
    expect(all.items.map(({ consumer }) => consumer)).toEqual(['ledger', 'reporting']);
    expect(JSON.stringify(all)).not.toMatch(/秘密|13800001234|phone/);
  });

  it('are listed page by page', async () => {
    const places = await bury('ledger', ...['a', 'b', 'c'].map((text) => [telling(text)]));
    const seen: number[] = [];
    let page: DeadLetterPage = { items: [], nextCursor: undefined };
    do {
      page = await list({ limit: 2, cursor: page.nextCursor });
      seen.push(...page.items.map(({ sequence }) => sequence));
    } while (page.nextCursor);
    expect(seen).toEqual(places);
  });

  it('come back one or all of a consumer, and each event takes effect once however often that is asked', async () => {
    const [, second] = await bury('ledger', [telling('one')], [telling('two')], [telling('three')]);
    const call = city();
    const one = { id: newId(), consumer: 'ledger' as const, sequence: second };
    expect(await house.call(deadLetters.replay, one, call)).toEqual({ replayed: 1, hasMore: false });
    expect(await heard()).toEqual(['two']);
    expect(await house.call(deadLetters.replay, one, call)).toEqual({ replayed: 0, hasMore: false });

    const all = { id: newId(), consumer: 'ledger' as const };
    const answers = await Promise.all([1, 2, 3].map(() => house.call(deadLetters.replay, all, call)));
    expect(answers.every(({ hasMore }) => !hasMore)).toBe(true);
    expect(await heard()).toEqual(['one', 'three', 'two']);
    // What is buried later is not meant by what was asked before.
    await bury('ledger', [telling('later')]);
    expect(await house.call(deadLetters.replay, all, call)).toEqual({ replayed: 0, hasMore: false });
    expect((await list()).items).toHaveLength(1);
  });

  it('are written down with who asked, before anything is delivered, in a log that nobody changes', async () => {
    await bury('ledger', [telling('one')]);
    const call = city();
    const id = newId();
    await house.call(deadLetters.replay, { id, consumer: 'ledger' }, call);
    const { items } = await house.call(deadLetters.listReplays, {}, city());
    expect(items[0]).toMatchObject({ id, consumer: 'ledger', byId: call.actor.id });
    for (const change of ['delete from stations.dead_letter_replay', 'truncate stations.dead_letter_replay'])
      await expect(house.sql(change)).rejects.toThrow('never changed');
    const other = { id, consumer: 'reporting' as const };
    expect(await codeOf(house.call(deadLetters.replay, other, call))).toBe('idempotency.conflict');
    expect(await codeOf(house.call(deadLetters.replay, { id, consumer: 'ledger' }, city()))).toBe(
      'idempotency.conflict',
    );
  });

  it('are shown and given back only to who answers for the whole city they are of', async () => {
    const [ours, theirs] = await bury('ledger', [telling('ours')], [elsewhere('theirs')]);
    expect((await list()).items.map(({ sequence }) => sequence)).toEqual([ours]);
    expect((await list({}, by('13'))).items.map(({ sequence }) => sequence)).toEqual([theirs]);
    for (const call of [by('120116'), by('120116014')]) {
      expect(await codeOf(list({}, call))).toBe('access.foreignRegion');
      const input = { id: newId(), consumer: 'ledger' as const };
      expect(await codeOf(house.call(deadLetters.replay, input, call))).toBe('access.foreignRegion');
    }
    expect(await codeOf(list({}, by('1201', 'official')))).toBe('access.denied');
    const foreign = { id: newId(), consumer: 'ledger' as const, sequence: theirs };
    expect(await codeOf(house.call(deadLetters.replay, foreign, city()))).toBe('resource.notFound');
    const all = { id: newId(), consumer: 'ledger' as const };
    expect(await house.call(deadLetters.replay, all, city())).toEqual({ replayed: 1, hasMore: false });
    expect(await heard()).toEqual(['ours']);
  });

  it('that nobody can read are shown as such, and stay', async () => {
    const [place] = await bury('ledger', [null] as never);
    expect((await list()).items).toMatchObject([{ sequence: place, isReplayable: false }]);
    const all = { id: newId(), consumer: 'ledger' as const };
    expect(await house.call(deadLetters.replay, all, city())).toEqual({ replayed: 0, hasMore: false });
    expect((await list()).items).toHaveLength(1);
  });

  it('whose cause is not mended come back as new letters', async () => {
    ear.before = () => Promise.reject(new Error('still broken'));
    try {
      const [place = 0] = await bury('ledger', [telling('bad')]);
      await house.call(deadLetters.replay, { id: newId(), consumer: 'ledger' }, city());
      const back = await poll(
        async () => (await list()).items.find(({ sequence }) => sequence > place),
        25_000,
        () => new Error('no new letter'),
      );
      expect(back).toMatchObject({ consumer: 'ledger', errorType: 'Error', isReplayable: true });
    } finally {
      ear.before = () => Promise.resolve();
    }
  });
});
