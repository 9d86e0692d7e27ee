import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServiceName } from '#contracts';
import { poll, withClient } from '#local';
import { allConsumed, type Ear, earOf, startHouse, tell, telling, type TestHouse } from '#testing';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type DeadLetter, DeadLetters } from './dead.letters.js';
import { deadStream, deadSubject, eventStream, replaySubject } from './nats.js';
import { provisionStreams } from './provision.js';
import { type RunningService, startService } from './service.js';

// Real: PostgreSQL, NATS, two services that write down whatever they hear; one of them cannot take "bad".
const names = ['ledger', 'reporting'] as const;
const ears: Record<(typeof names)[number], Ear> = { ledger: earOf('ledger'), reporting: earOf('reporting') };
let house: TestHouse;
let letters: DeadLetters;
let running: RunningService[] = [];

beforeAll(async () => {
  house = await startHouse([]);
  for (const name of names)
    await withClient(house.database.ownerUrl(name), (owner) => owner.query(ears[name].table));
  letters = await DeadLetters.open(await house.connectAs('provisioner'));
});
afterAll(() => house.stop());
beforeEach(async () => {
  const manager = await jetstreamManager(await house.connectAs('provisioner'));
  for (const stream of [eventStream, deadStream]) await manager.streams.delete(stream);
  await provisionStreams(house.nats.url('provisioner'));
  await house.sql('truncate ledger.heard, ledger.inbox, reporting.heard, reporting.inbox');
  isMended = false;
});
afterEach(async () => {
  await Promise.all(running.map((service) => service.stop()));
  running = [];
});

let isMended = false;
ears.ledger.before = (events) =>
  !isMended && events.some(({ data }) => data.text.startsWith('bad'))
    ? Promise.reject(new Error('cannot take it'))
    : Promise.resolve();

async function start(name: (typeof names)[number]): Promise<void> {
  running.push(await startService(ears[name].definition, house.env));
}
async function heardBy(name: (typeof names)[number]): Promise<string[]> {
  await allConsumed(house.nats, name);
  const rows = await house.sql<{ text: string }>(`select text from ${name}.heard order by text`);
  return rows.map(({ text }) => text);
}
async function listed(service?: ServiceName): Promise<DeadLetter[]> {
  const found: DeadLetter[] = [];
  for await (const letter of letters.list(service)) found.push(letter);
  return found;
}
const untilBuried = () =>
  poll(
    async () => (await listed()).length || undefined,
    15_000,
    () => new Error('no dead letter'),
  );
/** Delivers what waits four times in vain, without the pauses that a refusal makes. */
async function wearOut(name: (typeof names)[number]): Promise<void> {
  const consumer = await jetstream(await house.connectAs(name)).consumers.get(eventStream, name);
  for (let time = 0; time < 4; time++)
    for await (const message of await consumer.fetch({ max_messages: 1, expires: 1_000 })) message.nak();
}
/** Puts letters of a service there, as if it had failed. */
async function bury(name: (typeof names)[number], ...payloads: string[]): Promise<void> {
  const service = jetstream(await house.connectAs(name));
  for (const payload of payloads) await service.publish(deadSubject(name, telling('').subject), payload);
}

describe('dead letters', () => {
  it('come back once the cause is mended, once, and only to the service that failed', async () => {
    const tasks = await house.connectAs('tasks');
    await tell(tasks, [telling('good'), telling('bad')]);
    await wearOut('ledger');
    await Promise.all(names.map(start));
    await untilBuried();
    expect(await heardBy('ledger')).toEqual(['good']);
    expect(await heardBy('reporting')).toEqual(['bad', 'good']);

    isMended = true;
    // A year later nobody remembers: were the letter delivered to reporting as well, it would count twice.
    await house.sql('truncate reporting.inbox');
    expect(await letters.replay()).toBe(1);
    expect(await heardBy('ledger')).toEqual(['bad', 'good']);
    expect(await heardBy('reporting')).toEqual(['bad', 'good']);
    expect(await listed()).toEqual([]);
    expect(await letters.replay()).toBe(0);
  });

  it('count once when the command dies between delivering and removing, and is called again', async () => {
    const payload = JSON.stringify([telling('bad')]);
    await bury('ledger', payload);
    isMended = true;
    await start('ledger');
    await jetstream(await house.connectAs('provisioner')).publish(replaySubject('ledger'), payload);
    expect(await letters.replay('ledger')).toBe(1);
    expect(await heardBy('ledger')).toEqual(['bad']);
  });

  it('whose cause is not mended come back as letters, and the command ends', async () => {
    await bury('ledger', JSON.stringify([telling('bad one'), telling('good'), telling('bad two')]));
    expect(await letters.replay()).toBe(1);
    await wearOut('ledger');
    await start('ledger');
    await untilBuried();
    expect(await heardBy('ledger')).toEqual(['good']);
    expect(await listed()).toMatchObject([
      { service: 'ledger', subject: 'errand.claimed', events: 2, reason: 'Error: cannot take it' },
    ]);
  });

  it('of one service come back alone, however many there are of others', async () => {
    for (let letter = 0; letter < 5; letter++) {
      await bury('reporting', JSON.stringify([telling(`r${letter}`)]));
      await bury('ledger', JSON.stringify([telling(`l${letter}`)]));
    }
    expect(await letters.replay('ledger')).toBe(5);
    await Promise.all(names.map(start));
    expect(await heardBy('ledger')).toEqual(['l0', 'l1', 'l2', 'l3', 'l4']);
    expect(await heardBy('reporting')).toEqual([]);
    expect(await listed('ledger')).toEqual([]);
    expect((await listed('reporting')).map(({ sequence }) => sequence)).toEqual([1, 3, 5, 7, 9]);
  });

  it('are listed though nobody can read them', async () => {
    await bury('ledger', '{', '[null]');
    expect(await listed()).toMatchObject([
      { service: 'ledger', subject: 'errand.claimed', events: 0, reason: '' },
      { service: 'ledger', subject: 'errand.claimed', events: 1 },
    ]);
  });
});
