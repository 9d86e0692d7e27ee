import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '#contracts';
import { poll, withClient } from '#local';
import {
  allConsumed,
  type Ear,
  earOf,
  hurryRedelivery,
  startHouse,
  telling,
  tellBatches,
  type TestHouse,
} from '#testing';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { Database } from './database.js';
import { DeadLetters } from './dead.letters.js';
import { newId } from './ids.js';
import { type EventBatch, takeBatches, takeEvents } from './inbox.js';
import { deadStream, eventStream } from './nats.js';
import { provisionStreams } from './provision.js';
import { type RunningService, startService } from './service.js';

// Real: PostgreSQL, NATS, and ledger, writing down whatever it hears; tasks tells.
const ear: Ear = earOf('ledger');
let house: TestHouse;
let database: Database;
let tasks: NatsConnection;
let provisioner: NatsConnection;
let running: RunningService[] = [];

beforeAll(async () => {
  house = await startHouse([]);
  await withClient(house.database.ownerUrl('ledger'), (owner) => owner.query(ear.table));
  database = await Database.open({ service: 'ledger', url: house.database.url('ledger'), poolSize: 4 });
  tasks = await house.connectAs('tasks');
  provisioner = await house.connectAs('provisioner');
});
afterAll(async () => {
  await database.close();
  await house.stop();
});
beforeEach(async () => {
  const manager = await jetstreamManager(provisioner);
  for (const stream of [eventStream, deadStream]) await manager.streams.delete(stream).catch(() => undefined);
  await provisionStreams(house.nats.url('provisioner'));
  await hurryRedelivery(house.nats, 'ledger');
  await house.sql('truncate ledger.heard, ledger.inbox');
  ear.before = () => Promise.resolve();
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  running = [];
});

async function start(): Promise<void> {
  running.push(await startService(ear.definition, house.env));
}
async function heard(): Promise<string[]> {
  await allConsumed(house.nats, 'ledger');
  const rows = await house.sql<{ text: string }>('select text from ledger.heard order by text');
  return rows.map(({ text }) => text);
}
const batchOf = (...texts: string[]): EventBatch => ({
  id: newId(),
  cityCode: 1201,
  events: texts.map((text) => telling(text)),
});
const textsOf = (events: EventEnvelope[]) => events.map(({ data }) => (data as { text: string }).text);
const taking = (take: typeof takeBatches, ...batches: EventBatch[]) =>
  database.transaction(async (tx) => textsOf(await take(tx, batches)));
const only = ({ events, ...batch }: EventBatch, ...texts: string[]): EventBatch => ({
  ...batch,
  events: events.filter((event) => texts.includes(textsOf([event])[0] ?? '')),
});

describe('the inbox', () => {
  it('takes a batch once, by one entry, though it comes twice in a set and again later', async () => {
    const [one, two] = [batchOf('a', 'b', 'c'), batchOf('d')];
    expect(await taking(takeBatches, one, two, one)).toEqual(['a', 'b', 'c', 'd']);
    expect(await taking(takeBatches, two, one)).toEqual([]);
    expect(await taking(takeEvents, only(one, 'b'), two)).toEqual([]);
    expect(await house.sql('select from ledger.inbox')).toHaveLength(2);
  });

  it('knows the events of a batch one by one once some of them were taken alone', async () => {
    const batch = batchOf('a', 'b', 'c', 'd');
    expect(await taking(takeEvents, only(batch, 'b'))).toEqual(['b']);
    expect(await taking(takeEvents, only(batch, 'b', 'd'))).toEqual(['d']);
    expect(await taking(takeBatches, batch, batch)).toEqual(['a', 'c']);
    expect(await taking(takeBatches, batch)).toEqual([]);
    expect(await taking(takeEvents, batch)).toEqual([]);
  });

  it('knows an event that was told alone by its own id, whichever way it is taken', async () => {
    const [first, second] = [telling('first'), telling('second')];
    const alone = (event: EventEnvelope): EventBatch => ({ id: event.id, cityCode: 1201, events: [event] });
    expect(await taking(takeEvents, alone(first))).toEqual(['first']);
    expect(await taking(takeBatches, alone(first), alone(second))).toEqual(['second']);
    expect(await taking(takeEvents, alone(second))).toEqual([]);
  });

  it('lets two take the same batch at the same moment: one has it', async () => {
    const batches = Array.from({ length: 20 }, (_, index) => batchOf(`${index}a`, `${index}b`));
    const takers = Array.from({ length: 4 }, () => taking(takeBatches, ...batches));
    expect((await Promise.all(takers)).flat()).toHaveLength(40);
  });
});

describe('a batch with a bad event in it', () => {
  it('counts once: taken apart, published again, mended, replayed', async () => {
    let isMended = false;
    ear.before = (events) =>
      !isMended && events.some(({ data }) => data.text === 'bad')
        ? Promise.reject(new Error('cannot take it'))
        : Promise.resolve();
    const batch = batchOf('good', 'bad', 'fine');
    await start();
    await tellBatches(tasks, batch, batchOf('other'));
    const letters = await DeadLetters.open(provisioner);
    const buried = async () => {
      for await (const letter of letters.list('ledger')) return letter.events;
      return undefined;
    };
    expect(await poll(buried, 20_000, () => new Error('no dead letter'))).toBe(1);
    expect(await heard()).toEqual(['fine', 'good', 'other']);

    isMended = true;
    // As a relay does that died between publishing and marking.
    await tellBatches(tasks, batch);
    expect(await heard()).toEqual(['bad', 'fine', 'good', 'other']);
    expect(await letters.replay('ledger')).toBe(1);
    await tellBatches(tasks, batch, batch);
    expect(await heard()).toEqual(['bad', 'fine', 'good', 'other']);
  });
});
