import { describe, expect, it } from '@jest/globals';
import { type EventEnvelope, type NeedMoved, needEvents } from '#contracts';
import { countedBy } from './counting.js';

const communityCode = '120116014001';
const at = '2026-03-09T02:00:00Z';

function told(contract: { subject: string }, data: Partial<NeedMoved>): EventEnvelope {
  const envelope = { id: 'e', cityCode: 1201, occurredAt: at, traceId: 't', subject: contract.subject };
  return { ...envelope, data: { needId: 'n', communityCode, at, ...data } };
}

describe('what an event of a need counts', () => {
  it('is the state it enters', () => {
    expect(countedBy(told(needEvents.moved, { state: 'fulfilled' }))).toEqual([
      { communityCode, at, counts: { needsFulfilled: 1 } },
    ]);
    expect(countedBy(told(needEvents.forwarded, { state: 'forwarded' }))).toEqual([
      { communityCode, at, counts: { needsForwarded: 1 } },
    ]);
  });

  it('is nothing where nobody counts it', () => {
    expect(countedBy(told({ subject: 'shunlu.evt.v1.other' }, { state: 'draft' }))).toEqual([]);
  });

  it('takes back, each on its own day, what was not so after all', () => {
    const fulfilled = { state: 'fulfilled' as const, at: '2026-03-02T02:00:00Z' };
    const closed = { state: 'closed' as const, at: '2026-03-05T02:00:00Z' };
    const back = told(needEvents.forwarded, { state: 'forwarded', revoked: [fulfilled, closed] });
    expect(countedBy(back)).toEqual([
      { communityCode, at, counts: { needsForwarded: 1 } },
      { communityCode, at: fulfilled.at, counts: { needsFulfilled: -1 } },
      { communityCode, at: closed.at, counts: { needsClosed: -1 } },
    ]);
  });
});
