import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '#contracts';
import { poll, withClient } from '#local';
import {
  allConsumed,
  door,
  type Ear,
  earOf,
  hurryRedelivery,
  startHouse,
  tell,
  telling,
  tellings,
  type TestHouse,
  testServers,
} from '#testing';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { DeadLetters, type DeadLetter } from './dead.letters.js';
import { registry } from './metrics.js';
import { eventStream, deadStream } from './nats.js';
import { provisionStreams } from './provision.js';
import { type RunningService, startService } from './service.js';

// Real: PostgreSQL, NATS, two services that write down whatever they hear; tasks tells.
const names = ['ledger', 'reporting'] as const;
const ears: Record<(typeof names)[number], Ear> = { ledger: earOf('ledger'), reporting: earOf('reporting') };
let house: TestHouse;
let tasks: NatsConnection;
let provisioner: NatsConnection;
let running: RunningService[] = [];

beforeAll(async () => {
  house = await startHouse([]);
  for (const name of names)
    await withClient(house.database.ownerUrl(name), (owner) => owner.query(ears[name].table));
  tasks = await house.connectAs('tasks');
  provisioner = await house.connectAs('provisioner');
});
afterAll(() => house.stop());
beforeEach(async () => {
  const manager = await jetstreamManager(provisioner);
  for (const stream of [eventStream, deadStream]) await manager.streams.delete(stream).catch(() => undefined);
  await provisionStreams(house.nats.url('provisioner'));
  await hurryRedelivery(house.nats, ...names);
  await house.sql('truncate ledger.heard, ledger.inbox, reporting.heard, reporting.inbox');
  for (const name of names) ears[name].before = () => Promise.resolve();
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  running = [];
});

async function start(name: (typeof names)[number] = 'ledger'): Promise<RunningService> {
  const service = await startService(ears[name].definition, house.env);
  running.push(service);
  return service;
}
async function heardBy(name: (typeof names)[number] = 'ledger'): Promise<string[]> {
  const rows = await house.sql<{ text: string }>(`select text from ${name}.heard order by text`);
  return rows.map(({ text }) => text);
}
const untilHeard = (text: string, name: (typeof names)[number] = 'ledger') =>
  poll(
    async () => (await heardBy(name)).includes(text) || undefined,
    15_000,
    () => new Error(`${name} did not hear ${text}`),
  );
async function letters(service?: ServiceName): Promise<DeadLetter[]> {
  const found: DeadLetter[] = [];
  for await (const letter of (await DeadLetters.open(provisioner)).list(service)) found.push(letter);
  return found;
}
const untilBuried = (count: number) =>
  poll(
    async () => ((await letters()).length === count ? true : undefined),
    15_000,
    async () => new Error(`dead letters: ${JSON.stringify(await letters())}`),
  );
/** How many events a service has counted with this outcome. */
async function counted(outcome: string, service: ServiceName = 'ledger'): Promise<number> {
  const { values } = (await registry.getSingleMetric('shunlu_consumer_events_total')?.get()) ?? {
    values: [],
  };
  const found = values.find(({ labels }) => labels['service'] === service && labels['outcome'] === outcome);
  return found?.value ?? 0;
}
/** Delivers what waits some times in vain, as to a service that dies each time: no pauses, unlike a refusal. */
async function deliverInVain(times: number, name: (typeof names)[number] = 'ledger'): Promise<void> {
  const connection = await house.connectAs(name);
  const consumer = await jetstream(connection).consumers.get(eventStream, name);
  for (let time = 0; time < times; time++)
    for await (const message of await consumer.fetch({ max_messages: 1, expires: 1_000 })) message.nak();
}
const refuse = (bad: string) => (events: { data: { text: string } }[]) =>
  events.some(({ data }) => data.text === bad)
    ? Promise.reject(new Error(`cannot take ${bad}`))
    : Promise.resolve();

describe('a consumer', () => {
  it('counts an event once, though it comes in several messages, twice in one, and to two replicas', async () => {
    await Promise.all([start(), start()]);
    const events = Array.from({ length: 40 }, (_, index) => telling(`t${index}`));
    const again = [...events].reverse();
    const finished = telling('another subject', tellings.finished);
    await Promise.all([
      tell(tasks, ...events.map((event) => [event, event]), [finished]),
      tell(tasks, events, again, [finished, finished]),
      tell(tasks, ...again.map((event) => [event])),
    ]);
    await allConsumed(house.nats, 'ledger');
    expect(await heardBy()).toEqual([...events.map(({ data }) => data.text), 'another subject'].sort());
  });

  it('acknowledges what it has no handler for, and does not remember it', async () => {
    await start();
    await tell(tasks, [telling('not ours', tellings.unheard)], [telling('ours')]);
    await allConsumed(house.nats, 'ledger');
    expect(await heardBy()).toEqual(['ours']);
    expect(await house.sql('select from ledger.inbox')).toHaveLength(1);
  });

  it('hands back at a stop what it had fetched and not begun: another replica need not wait for it', async () => {
    const { opened, open } = door();
    const begun = door();
    ears.ledger.before = () => {
      begun.open();
      return opened;
    };
    await provisionStreams(house.nats.url('provisioner'));
    const first = await start();
    await tell(tasks, [telling('first')]);
    await begun.opened;
    await tell(tasks, [telling('second')]);
    await poll(isDelivered(2), 5_000, () => new Error('the second was not fetched'));
    const stopping = first.stop();
    open();
    await stopping;
    expect(await heardBy()).toEqual(['first']);
    await start();
    const begin = performance.now();
    await untilHeard('second');
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  it('that is stopped while it starts does stop', async () => {
    const begin = performance.now();
    for (let time = 0; time < 5; time++) await (await start()).stop();
    expect(performance.now() - begin).toBeLessThan(3_000);
  });

  it('goes on when its stream was deleted and made anew', async () => {
    await start();
    await tell(tasks, [telling('before')]);
    await untilHeard('before');
    await (await jetstreamManager(provisioner)).streams.delete(eventStream);
    await provisionStreams(house.nats.url('provisioner'));
    await tell(tasks, [telling('after')]);
    await untilHeard('after');
    expect(await heardBy()).toEqual(['after', 'before']);
  });
});

describe('a poison message', () => {
  it('is tried five times with growing pauses, while its neighbours go on, then only what is bad is set aside', async () => {
    const tries: number[] = [];
    ears.ledger.before = (events) => {
      if (events.length === 1 && events[0]?.data.text === 'bad') tries.push(performance.now());
      return refuse('bad')(events);
    };
    const before = { dead: await counted('dead'), retried: await counted('retried') };
    await start();
    await tell(tasks, [telling('before')], [telling('bad')], [telling('after')]);
    await Promise.all([untilHeard('before'), untilHeard('after')]);
    expect(await letters()).toEqual([]);
    await untilBuried(1);
    // Alone as a message each time; at the last time as an event too.
    expect(tries.length).toBeGreaterThanOrEqual(5);
    expect((tries.at(-1) ?? 0) - (tries[0] ?? 0)).toBeGreaterThan(5_000);
    expect(await letters()).toMatchObject([
      { service: 'ledger', subject: 'errand.claimed', events: 1, reason: 'Error: cannot take bad' },
    ]);
    expect(await counted('dead')).toBe(before.dead + 1);
    expect(await counted('retried')).toBe(before.retried + 4);
    await allConsumed(house.nats, 'ledger');
    expect(await heardBy()).toEqual(['after', 'before']);
  });

  it('does not take the events along that came in the same message', async () => {
    ears.ledger.before = refuse('bad');
    await tell(tasks, [telling('one'), telling('bad'), telling('two')]);
    await deliverInVain(4);
    await start();
    await untilBuried(1);
    await allConsumed(house.nats, 'ledger');
    expect(await heardBy()).toEqual(['one', 'two']);
    expect(await letters()).toMatchObject([{ events: 1 }]);
  });

  it.each([
    ['no JSON', '{'],
    ['no list', '{"id":1}'],
    ['a list of nothing', '[null]'],
    ['events without an id', JSON.stringify([{ ...telling('x'), id: undefined }])],
    ['an event of another subject', JSON.stringify([telling('x', tellings.finished)])],
  ])('that is %s is set aside too', async (_, payload) => {
    await jetstream(tasks).publish(tellings.claimed.subject, payload);
    await deliverInVain(4);
    await start();
    await untilBuried(1);
    await tell(tasks, [telling('next')]);
    await untilHeard('next');
    expect(await heardBy()).toEqual(['next']);
  });

  it('is set aside by each service that cannot take it, and taken by those that can', async () => {
    for (const name of names) ears[name].before = refuse('bad');
    // With the id the outbox gives: the letters of two services must not pass for duplicates of it.
    await jetstream(tasks).publish(tellings.claimed.subject, JSON.stringify([telling('bad')]), {
      msgID: 'same',
    });
    await Promise.all(names.map((name) => deliverInVain(4, name)));
    await Promise.all(names.map(start));
    await untilBuried(2);
    expect((await letters()).map(({ service }) => service).sort()).toEqual(['ledger', 'reporting']);
    expect(await letters('reporting')).toHaveLength(1);
  });
});

describe('while the database is away', () => {
  const { adminUrl } = testServers();
  const connections = (allowed: boolean) =>
    withClient(adminUrl, async (admin) => {
      await admin.query(`alter database ${house.database.name} with allow_connections ${allowed}`);
      if (!allowed)
        await admin.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [
          house.database.name,
        ]);
    });

  it('no event is given up, however often it was delivered', async () => {
    await tell(tasks, [telling('patient')]);
    await deliverInVain(5);
    const begun = door();
    const { opened, open } = door();
    ears.ledger.before = () => {
      begun.open();
      return opened;
    };
    const before = await counted('retried');
    await start();
    await begun.opened;
    await connections(false);
    open();
    await poll(
      async () => (await counted('retried')) > before || undefined,
      5_000,
      () => new Error('not retried'),
    );
    await connections(true);
    await untilHeard('patient');
    await allConsumed(house.nats, 'ledger');
    expect(await heardBy()).toEqual(['patient']);
    expect(await letters()).toEqual([]);
  });
});

function isDelivered(count: number) {
  return async () => {
    const info = await (await jetstreamManager(provisioner)).consumers.info(eventStream, 'ledger');
    return info.delivered.consumer_seq >= count || undefined;
  };
}
