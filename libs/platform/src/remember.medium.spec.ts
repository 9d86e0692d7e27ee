import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError, type Role } from '#contracts';
import { poll, withClient } from '#local';
import { createDatabase, refusal, type TestDatabase } from '#testing';
import type { Call } from './call.js';
import { Database } from './database.js';
import { newId, newTraceId } from './ids.js';
import { once } from './remember.js';

// Real: PostgreSQL, the messaging tables of one service, two replicas.
let home: TestDatabase;
let replicas: [Database, Database];

beforeAll(async () => {
  home = await createDatabase();
  await withClient(home.ownerUrl('tasks'), (owner) => owner.query('create table effect (what text)'));
  const options = { service: 'tasks', url: home.url('tasks'), poolSize: 4 } as const;
  replicas = [await Database.open(options), await Database.open(options)];
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await home.drop();
});
beforeEach(() => replicas[0].query('delete from effect'));

interface Wish {
  subject?: string;
  input?: object;
  replica?: 0 | 1;
  work?: () => Promise<void>;
}

const call = (key?: string, id = newId()): Call => ({
  actor: { id, role: 'station' satisfies Role },
  traceId: newTraceId(),
  key,
});

/** Does something once, in a transaction of its own, as a service does. */
function act(who: Call, { subject = 'a.b', input = { x: 1 }, replica = 0, work }: Wish = {}) {
  return replicas[replica].transaction((tx) =>
    once(tx, who, subject, input, async () => {
      const id = newId();
      await tx.query('insert into effect values ($1)', [id]);
      await work?.();
      return { id, at: '2026-03-02', nested: { list: [1, null] } };
    }),
  );
}
const effects = async () => (await replicas[0].query('select from effect')).length;

describe('once', () => {
  it('gives the first answer again for the same key and content, in whatever order its fields come', async () => {
    const who = call('key-1');
    const input = { a: 1, b: { c: [1, { d: 2, e: 3 }], f: null } };
    const first = await act(who, { input });
    expect(await act(who, { input, replica: 1 })).toEqual(first);
    expect(await act(who, { input: { b: { f: null, c: [1, { e: 3, d: 2 }] }, a: 1 } })).toEqual(first);
    expect(await effects()).toBe(1);
  });

  it.each<[string, Wish]>([
    ['another value', { input: { x: 2, list: [1, 2] } }],
    ['a further field', { input: { x: 1, list: [1, 2], y: null } }],
    ['another order of a list', { input: { x: 1, list: [2, 1] } }],
    ['another request', { input: { x: 1, list: [1, 2] }, subject: 'a.c' }],
  ])('refuses a key that was used for %s', async (_, other) => {
    const who = call('key-1');
    await act(who, { input: { x: 1, list: [1, 2] } });
    expect((await refusal(act(who, other))).code).toBe('idempotency.conflict');
    expect(await effects()).toBe(1);
  });

  it('keeps keys of different people, and of one person, apart; without a key it simply runs', async () => {
    const [ann, bob] = [newId(), newId()];
    const answers = [
      await act(call('same', ann)),
      await act(call('same', bob)),
      await act(call('other', ann)),
      await act(call(undefined, ann)),
      await act(call(undefined, ann)),
    ];
    expect(new Set(answers.map(({ id }) => id)).size).toBe(5);
    expect(await effects()).toBe(5);
  });

  it('has one effect when two come at the same moment, and both get its answer', async () => {
    for (let round = 0; round < 10; round++) {
      const who = call(`round-${round}`);
      const [one, two] = await Promise.all([act(who), act(who, { replica: 1 })]);
      expect(one).toEqual(two);
    }
    expect(await effects()).toBe(10);
  });

  it('lets the one who waited do the work when the first fails: no key stays behind', async () => {
    const who = call('key-1');
    let fail: (error: Error) => void = () => undefined;
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const untilTold = () => {
      begin();
      return new Promise<void>((_, reject) => (fail = reject));
    };
    const failing = act(who, { work: untilTold });
    await begun;
    const failed = expect(failing).rejects.toEqual(new DomainError('errand.notYours'));
    const second = act(who, { replica: 1 });
    await poll(isSomebodyWaiting, 5_000, () => new Error('the second did not wait for the first'));
    fail(new DomainError('errand.notYours'));
    await failed;
    expect(await second).toMatchObject({ at: '2026-03-02' });
    expect(await effects()).toBe(1);
  });

  it('forgets the key of work that throws, so that other content may use it', async () => {
    const who = call('key-1');
    await expect(act(who, { work: () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
    expect(
      await replicas[0].query('select from remembered_answer where actor_id = $1', [who.actor.id]),
    ).toEqual([]);
    await act(who, { input: { x: 2 } });
    expect(await effects()).toBe(1);
  });
});

async function isSomebodyWaiting(): Promise<true | undefined> {
  const waiting = await withClient(home.adminUrl, (admin) =>
    admin.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    ),
  );
  return waiting.rowCount ? true : undefined;
}
