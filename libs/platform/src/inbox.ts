import type { EventEnvelope } from '#contracts';
import type { Tx } from './database.js';

/**
 * Events told in one transaction. `id` stays the same however often they come: that of their outbox row, or of the event
 * where there is but one.
 */
export interface EventBatch {
  id: string;
  cityCode: number;
  events: EventEnvelope[];
}

const enterBatches = {
  name: 'inbox.enterBatches',
  text: `insert into inbox (city_code, id) select * from unnest($1::int[], $2::uuid[])
    on conflict do nothing returning id`,
};
const findApart = {
  name: 'inbox.findApart',
  text: `select inbox.id from inbox join unnest($1::int[], $2::uuid[]) as b(city_code, id)
    on inbox.city_code = b.city_code and inbox.id = b.id where inbox.apart`,
};
const enterApart = {
  name: 'inbox.enterApart',
  text: `insert into inbox (city_code, id, apart) select b.*, true from unnest($1::int[], $2::uuid[]) as b(city_code, id)
    order by b.city_code, b.id on conflict (city_code, id) do update set apart = inbox.apart returning id, apart`,
};

/**
 * Enters batches into the inbox, whole, and answers their events that had no effect here yet. An entry a batch and
 * not an event: entering events one by one was the dearest statement of most folds.
 */
export async function takeBatches(tx: Tx, batches: EventBatch[]): Promise<EventEnvelope[]> {
  const entered = await enter(tx, batches);
  const fresh: EventEnvelope[] = [];
  const known: EventBatch[] = [];
  for (const batch of batches) {
    // Deleting as we go also drops a second copy inside this very set.
    if (entered.delete(batch.id)) fresh.push(...batch.events);
    else known.push(batch);
  }
  if (known.length === 0) return fresh;
  const apart = await tx.query<{ id: string }>(findApart, keysOf(known));
  const ids = new Set(apart.map(({ id }) => id));
  return [...fresh, ...(await enterEvents(tx, known.filter(({ id }) => ids.has(id)).flatMap(eventsOf)))];
}

/**
 * Takes the given events only, though others were told with them and may come later or fail: from now on the events
 * of such a batch are known one by one. Answers those that had no effect here yet.
 */
export async function takeEvents(tx: Tx, batches: EventBatch[]): Promise<EventEnvelope[]> {
  const several = batches.filter((batch) => !isAlone(batch));
  const rows = await tx.query<{ id: string; apart: boolean }>(enterApart, keysOf(several));
  const whole = new Set(rows.filter(({ apart }) => !apart).map(({ id }) => id));
  return enterEvents(tx, batches.filter(({ id }) => !whole.has(id)).flatMap(eventsOf));
}

/** A batch of one that bears its event's id: told alone, and known by that id anyhow. */
function isAlone({ id, events }: EventBatch): boolean {
  return events.length === 1 && events[0]?.id === id;
}

async function enterEvents(tx: Tx, events: EventEnvelope[]): Promise<EventEnvelope[]> {
  if (events.length === 0) return [];
  const entered = await enter(tx, events);
  return events.filter(({ id }) => entered.delete(id));
}

async function enter(tx: Tx, entries: { cityCode: number; id: string }[]): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(enterBatches, keysOf(entries));
  return new Set(rows.map(({ id }) => id));
}

function keysOf(entries: { cityCode: number; id: string }[]): [number[], string[]] {
  return [entries.map(({ cityCode }) => cityCode), entries.map(({ id }) => id)];
}

function eventsOf({ events }: EventBatch): EventEnvelope[] {
  return events;
}
