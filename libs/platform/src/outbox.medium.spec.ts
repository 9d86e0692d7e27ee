import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { poll, withClient } from '#local';
import {
  allConsumed,
  door,
  type Ear,
  earOf,
  hurryRedelivery,
  startHouse,
  tellings,
  type TestHouse,
} from '#testing';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { SystemClock } from './clock.js';
import { Database } from './database.js';
import { newId, newTraceId } from './ids.js';
import { createLog } from './log.js';
import { registry } from './metrics.js';
import { connectNats, eventStream } from './nats.js';
import { type NewEvent, Outbox } from './outbox.js';
import { provisionStreams } from './provision.js';

// Real: PostgreSQL, NATS, the outbox of tasks, and ledger twice, writing down whatever it hears.
const ear: Ear = earOf('ledger');
let house: TestHouse;
let database: Database;
let connection: NatsConnection;
let running: Outbox[] = [];

beforeAll(async () => {
  house = await startHouse([ear.definition], { replicas: 2 });
  await withClient(house.database.ownerUrl('ledger'), (owner) => owner.query(ear.table));
  database = await openDatabase();
  connection = await connectNats('tasks', house.nats.url('tasks'));
});
afterAll(async () => {
  await Promise.all([database.close(), connection.close()]);
  await house.stop();
});
beforeEach(() => house.sql('truncate tasks.outbox, ledger.heard'));
afterEach(async () => {
  await Promise.all(running.map((outbox) => outbox.stop()));
  running = [];
});

function openDatabase(): Promise<Database> {
  return Database.open({ service: 'tasks', url: house.database.url('tasks'), poolSize: 4 });
}
function newOutbox(by = database): Outbox {
  const outbox = new Outbox('tasks', by, connection, new SystemClock(), createLog('tasks', 'silent'));
  running.push(outbox);
  return outbox;
}
function started(by = database): Outbox {
  const outbox = newOutbox(by);
  outbox.start();
  return outbox;
}
const event = (text: string, id?: string) => ({
  contract: tellings.claimed,
  cityCode: 1201,
  data: { text },
  traceId: newTraceId(),
  id,
});
const tellEvents = (outbox: Outbox, events: NewEvent[]) =>
  database.transaction((tx) => {
    outbox.add(tx, events);
    return Promise.resolve();
  });
const tell = (outbox: Outbox, ...texts: string[]) =>
  tellEvents(
    outbox,
    texts.map((text) => event(text)),
  );
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Waits until all is published and consumed, and answers what was heard, sorted. */
async function heard(): Promise<string[]> {
  const isPublished = async () =>
    (await house.sql('select from tasks.outbox where published_at is null limit 1')).length === 0 ||
    undefined;
  await poll(isPublished, 20_000, () => new Error('events wait in the outbox'));
  await allConsumed(house.nats, 'ledger');
  const rows = await house.sql<{ text: string }>('select text from ledger.heard order by text');
  return rows.map(({ text }) => text);
}

describe('an event', () => {
  it('is told when its change is committed, and never when it is rolled back', async () => {
    const outbox = started();
    const { opened, open } = door();
    const rolledBack = database.transaction(async (tx) => {
      outbox.add(tx, [event('never')]);
      await opened;
      throw new Error('changed my mind');
    });
    await tell(outbox, 'told');
    expect(await heard()).toEqual(['told']);
    open();
    await expect(rolledBack).rejects.toThrow('changed my mind');
    await tell(outbox, 'after');
    expect(await heard()).toEqual(['after', 'told']);
  });

  it('of a transaction that commits late is not passed over, though newer ones were published before', async () => {
    const outbox = started();
    const { opened, open } = door();
    const added = door();
    const older = newId();
    const late = database.transaction(async (tx) => {
      outbox.add(tx, [event('late', older)]);
      added.open();
      await opened;
    });
    await added.opened;
    await tell(outbox, ...numbered('early', 3));
    expect(await heard()).toEqual(numbered('early', 3));
    open();
    await late;
    expect(await heard()).toEqual([...numbered('early', 3), 'late']);
  });

  it('is written once under its id, however often its transaction is tried', async () => {
    const outbox = started();
    const id = newId();
    for (let time = 0; time < 2; time++) await tellEvents(outbox, [event('once', id), event('once', id)]);
    expect(await heard()).toEqual(['once']);
  });

  it('that was published but not marked is published again, with others, and counts once', async () => {
    const marking = (what: string) => house.sql(`alter table tasks.outbox ${what} trigger no_mark`);
    await house.sql(
      `create function tasks.refuse() returns trigger language plpgsql as $$ begin raise exception 'died'; end $$;
       create trigger no_mark before update on tasks.outbox execute function tasks.refuse()`,
    );
    const before = await messageCount();
    const outbox = started();
    await tell(outbox, 'first', 'second');
    const isPublished = async () => (await messageCount()) > before || undefined;
    await poll(isPublished, 5_000, () => new Error('nothing was published'));
    expect(await house.sql('select from tasks.outbox where published_at is not null')).toEqual([]);
    // Together with a third it is another message, which JetStream cannot know for a duplicate.
    await tell(outbox, 'third');
    await poll(
      async () => (await messageCount()) > before + 1 || undefined,
      5_000,
      () => new Error('not again'),
    );
    await marking('disable');
    expect(await heard()).toEqual(['first', 'second', 'third']);
    await house.sql('drop trigger no_mark on tasks.outbox; drop function tasks.refuse()');
  });

  it('counts once when all of the outbox is published again', async () => {
    const outbox = started();
    const texts = numbered('n', 50).sort();
    await tell(outbox, ...texts);
    expect(await heard()).toEqual(texts);
    await house.sql('update tasks.outbox set published_at = null');
    await tell(outbox, 'more');
    expect(await heard()).toEqual([...texts, 'more'].sort());
  });
});

describe('relays', () => {
  it('side by side publish every event, and consumers side by side count each once', async () => {
    const other = await openDatabase();
    const first = newOutbox();
    const second = newOutbox(other);
    const texts = numbered('n', 3_000);
    for (let at = 0; at < texts.length; at += 100) await tell(first, ...texts.slice(at, at + 100));
    first.start();
    second.start();
    expect(await heard()).toEqual([...texts].sort());
    await Promise.all(running.map((outbox) => outbox.stop()));
    await other.close();
  });

  it('publish what was written by a process that is no more', async () => {
    started();
    const dead = newOutbox();
    await tell(dead, 'alone');
    expect(await heard()).toEqual(['alone']);
    await tell(dead, 'again');
    expect(await heard()).toEqual(['again', 'alone']);
  });

  it('lose nothing when more is committed than they remember', async () => {
    const outbox = started();
    const texts = numbered('n', 700).sort();
    await Promise.all(texts.map((text) => tell(outbox, text)));
    expect(await heard()).toEqual(texts);
  });

  it('publish what is there before they stop', async () => {
    const outbox = started();
    await tell(outbox, 'one');
    await heard();
    const stopping = outbox.stop();
    await stopping;
    await tell(outbox, 'late');
    const last = started();
    await last.stop();
    expect(await heard()).toEqual(['late', 'one']);
  });
});

describe('while NATS is away', () => {
  const figure = async () => {
    const { values } = (await registry.getSingleMetric('shunlu_outbox_lag_seconds')?.get()) ?? { values: [] };
    return values.find(({ labels }) => labels['service'] === 'tasks')?.value ?? 0;
  };

  it('events wait, the lag is seen to grow, and nothing is lost when the stream was deleted and made anew', async () => {
    const manager = await jetstreamManager(await house.connectAs('provisioner'));
    await manager.streams.delete(eventStream);
    const outbox = started();
    await tell(outbox, ...numbered('wait', 5));
    await poll(
      async () => (await figure()) > 0.5 || undefined,
      10_000,
      () => new Error('no lag was seen'),
    );
    await provisionStreams(house.nats.url('provisioner'));
    await tell(outbox, 'after');
    expect(await heard()).toEqual(['after', ...numbered('wait', 5)]);
    await poll(
      async () => (await figure()) === 0 || undefined,
      5_000,
      () => new Error('the lag stays'),
    );
  });

  it('nothing is lost when its server is killed and started again', async () => {
    // What was handled when the acknowledgement could not be sent any more will come again.
    await hurryRedelivery(house.nats, 'ledger');
    const outbox = started();
    await tell(outbox, 'before');
    await house.nats.kill();
    await tell(outbox, ...numbered('wait', 5));
    await house.nats.start();
    await tell(outbox, 'after');
    expect(await heard()).toEqual(['after', 'before', ...numbered('wait', 5)]);
  });
});

async function messageCount(): Promise<number> {
  const manager = await jetstreamManager(await house.connectAs('provisioner'));
  return (await manager.streams.info(eventStream)).state.last_seq;
}
