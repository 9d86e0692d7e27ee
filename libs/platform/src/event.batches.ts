import type { EventEnvelope } from '#contracts';
import type { EventBatch } from './inbox.js';

/** Header of a message of events: `id:count` of each batch in it, in order, joined by commas. */
export const batchesHeader = 'Shunlu-Batches';

/** @param batches with the number of their events, in the order these go out */
export function batchesText(batches: { id: string; events: number }[]): string {
  return batches.map(({ id, events }) => `${id}:${events}`).join(',');
}

/**
 * The batches of a message. Without a header (a dead letter on its way back, a message of an older version) every
 * event is a batch of its own.
 */
export function readBatches(header: string | undefined, events: EventEnvelope[]): EventBatch[] {
  if (!header) return events.map((event) => ({ id: event.id, cityCode: event.cityCode, events: [event] }));
  let next = 0;
  const batches = header.split(',').map((text): EventBatch => {
    const [id = '', count] = text.split(':');
    const told = events.slice(next, (next += Number(count)));
    return { id, cityCode: told[0]?.cityCode ?? 0, events: told };
  });
  if (next !== events.length || batches.some((batch) => batch.events.length === 0))
    throw new TypeError('a message whose batches are not its events');
  return batches;
}
