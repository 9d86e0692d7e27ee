import { describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '#contracts';
import { batchesText, readBatches } from './event.batches.js';

const event = (id: string): EventEnvelope => ({
  ...{ id, subject: 'shunlu.evt.v1.errand.claimed', cityCode: 1201, occurredAt: '', traceId: '' },
  data: {},
});
const [a, b, c] = ['a', 'b', 'c'].map(event) as [EventEnvelope, EventEnvelope, EventEnvelope];

describe('batches of a message', () => {
  it('are read as they were written', () => {
    const header = batchesText([
      { id: 'first', events: 2 },
      { id: 'second', events: 1 },
    ]);
    expect(readBatches(header, [a, b, c])).toEqual([
      { id: 'first', cityCode: 1201, events: [a, b] },
      { id: 'second', cityCode: 1201, events: [c] },
    ]);
  });

  it('are its events where nothing is said of them', () => {
    expect(readBatches(undefined, [a, b])).toEqual([
      { id: 'a', cityCode: 1201, events: [a] },
      { id: 'b', cityCode: 1201, events: [b] },
    ]);
  });

  it.each([
    'first:2',
    'first:4',
    'first:3,second:0',
    'first:3,second:1',
    'first',
    'first:2,second:-1,third:2',
  ])('that are not its events are refused: %s', (header) => {
    expect(() => readBatches(header, [a, b, c])).toThrow('a message whose batches are not its events');
  });
});
