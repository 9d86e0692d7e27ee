import { describe, expect, it } from '@jest/globals';
import {
  type ClaimDecision,
  type ClaimFacts,
  decideClaims,
  errandStateOf,
  type KnownClaim,
  type LockedErrand,
  pairKey,
} from './claim.js';

const now = new Date('2026-03-02T09:00:00Z');
const hour = (n: number) => new Date(now.getTime() + n * 3_600_000);

function errand(id: string, changes: Partial<LockedErrand> = {}): LockedErrand {
  return {
    id,
    cityCode: 1201,
    state: 'open',
    slots: 1,
    slotsTaken: 0,
    windowStart: hour(1),
    windowEnd: hour(2),
    ...changes,
  };
}

function held(id: string, errandId: string, volunteerId: string, from: number, to: number): KnownClaim {
  return {
    id,
    errandId,
    volunteerId,
    state: 'claimed',
    claimedAt: now,
    windowStart: hour(from),
    windowEnd: hour(to),
  };
}

function facts(errands: LockedErrand[], changes: Partial<ClaimFacts> = {}): ClaimFacts {
  const volunteers = ['ann', 'bob', 'cat'].map(
    (id) => [id, { id, cityCode: 1201, verification: 'verified' as const }] as const,
  );
  return {
    now,
    activeClaimLimit: 2,
    errands: new Map(errands.map((e) => [e.id, e])),
    volunteers: new Map(volunteers),
    claims: [],
    ...changes,
  };
}

const ask = (claimId: string, errandId: string, volunteerId: string) => ({ claimId, errandId, volunteerId });
const said = (decision: ClaimDecision | undefined) =>
  decision?.kind === 'refused' ? decision.error.code : decision?.kind;

describe('decideClaims', () => {
  const table: {
    name: string;
    errands: LockedErrand[];
    requests: [string, string, string][];
    expect: string[];
    facts?: Partial<ClaimFacts>;
  }[] = [
    {
      name: 'whom the need concerns is refused, and takes nobody’s place',
      errands: [errand('e'), errand('f')],
      requests: [
        ['1', 'e', 'ann'],
        ['2', 'e', 'bob'],
        ['3', 'e', 'ann'],
        ['4', 'f', 'ann'],
      ],
      expect: ['claim.conflictOfInterest', 'won', 'taken', 'won'],
      facts: { conflicts: new Set([pairKey({ errandId: 'e', volunteerId: 'ann' })]) },
    },
    {
      name: 'the first of three wins',
      errands: [errand('e')],
      requests: [
        ['1', 'e', 'ann'],
        ['2', 'e', 'bob'],
        ['3', 'e', 'cat'],
      ],
      expect: ['won', 'taken', 'taken'],
    },
    {
      name: 'two slots, two winners',
      errands: [errand('e', { slots: 2 })],
      requests: [
        ['1', 'e', 'ann'],
        ['2', 'e', 'bob'],
        ['3', 'e', 'cat'],
      ],
      expect: ['won', 'won', 'taken'],
    },
    {
      name: 'the same request twice in one batch',
      errands: [errand('e', { slots: 2 })],
      requests: [
        ['1', 'e', 'ann'],
        ['1', 'e', 'ann'],
      ],
      expect: ['won', 'known'],
    },
    {
      name: 'one volunteer does not take two slots of one errand',
      errands: [errand('e', { slots: 2 })],
      requests: [
        ['1', 'e', 'ann'],
        ['2', 'e', 'ann'],
        ['3', 'e', 'bob'],
      ],
      expect: ['won', 'known', 'won'],
    },
    {
      name: 'an id used for another errand',
      errands: [errand('e'), errand('f', { windowStart: hour(5), windowEnd: hour(6) })],
      requests: [
        ['1', 'e', 'ann'],
        ['1', 'f', 'ann'],
      ],
      expect: ['won', 'idempotency.conflict'],
    },
    {
      name: 'an id used by another volunteer',
      errands: [errand('e', { slots: 2 })],
      requests: [
        ['1', 'e', 'ann'],
        ['1', 'e', 'bob'],
      ],
      expect: ['won', 'idempotency.conflict'],
    },
    {
      name: 'nobody knows the errand',
      errands: [],
      requests: [['1', 'e', 'ann']],
      expect: ['resource.notFound'],
    },
    {
      name: 'nobody knows the volunteer',
      errands: [errand('e')],
      requests: [['1', 'e', 'dan']],
      expect: ['volunteer.notVerified'],
    },
    {
      name: 'another city',
      errands: [errand('e', { cityCode: 3101 })],
      requests: [['1', 'e', 'ann']],
      expect: ['claim.outOfReach'],
    },
    {
      name: 'the window is over',
      errands: [errand('e', { windowStart: hour(-2), windowEnd: hour(0) })],
      requests: [['1', 'e', 'ann']],
      expect: ['errand.notOpen'],
    },
    {
      name: 'cancelled',
      errands: [errand('e', { state: 'cancelled' })],
      requests: [['1', 'e', 'ann']],
      expect: ['errand.notOpen'],
    },
    {
      name: 'under way already',
      errands: [errand('e', { state: 'inProgress', slotsTaken: 1 })],
      requests: [['1', 'e', 'ann']],
      expect: ['taken'],
    },
    {
      name: 'windows that touch do not overlap',
      errands: [errand('e')],
      requests: [['1', 'e', 'ann']],
      expect: ['won'],
      facts: { claims: [held('9', 'x', 'ann', 2, 3)] },
    },
    {
      name: 'windows that overlap by a moment',
      errands: [errand('e')],
      requests: [['1', 'e', 'ann']],
      expect: ['claim.overlaps'],
      facts: { claims: [held('9', 'x', 'ann', 1.9, 3)] },
    },
    {
      name: 'overlap inside one batch',
      errands: [errand('e'), errand('f')],
      requests: [
        ['1', 'e', 'ann'],
        ['2', 'f', 'ann'],
      ],
      expect: ['won', 'claim.overlaps'],
    },
    {
      name: 'the limit counts what the batch itself gave',
      errands: [
        errand('e'),
        errand('f', { windowStart: hour(3), windowEnd: hour(4) }),
        errand('g', { windowStart: hour(5), windowEnd: hour(6) }),
      ],
      requests: [
        ['1', 'e', 'ann'],
        ['2', 'f', 'ann'],
        ['3', 'g', 'ann'],
      ],
      expect: ['won', 'won', 'claim.limitReached'],
    },
    {
      name: 'a released claim frees the volunteer',
      errands: [errand('e')],
      requests: [['1', 'e', 'ann']],
      expect: ['won'],
      facts: { claims: [{ ...held('9', 'e', 'ann', 1, 2), state: 'released' }] },
    },
    {
      name: 'a released claim asked for again is still the same answer',
      errands: [errand('e')],
      requests: [['9', 'e', 'ann']],
      expect: ['known'],
      facts: { claims: [{ ...held('9', 'e', 'ann', 1, 2), state: 'released' }] },
    },
  ];

  it.each(table)('$name', ({ errands, requests, expect: expected, facts: changes }) => {
    const decisions = decideClaims(
      requests.map((request) => ask(...request)),
      facts(errands, changes),
    );
    expect(decisions.map(said)).toEqual(expected);
  });

  it('never gives more than the slots, whatever the order', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = mulberry32(seed);
      const errands = Array.from({ length: 5 }, (_, i) =>
        errand(`e${i}`, {
          slots: 1 + Math.floor(random() * 3),
          windowStart: hour(i * 3 + 1),
          windowEnd: hour(i * 3 + 2),
        }),
      );
      const requests = Array.from({ length: 60 }, (_, i) =>
        ask(
          String(i),
          `e${Math.floor(random() * 5)}`,
          ['ann', 'bob', 'cat'][Math.floor(random() * 3)] as string,
        ),
      );
      const decisions = decideClaims(requests, facts(errands, { activeClaimLimit: 4 }));
      for (const { id, slots } of errands) {
        const winners = requests.filter(
          (request, i) => request.errandId === id && decisions[i]?.kind === 'won',
        );
        expect(winners.length).toBeLessThanOrEqual(slots);
        expect(new Set(winners.map(({ volunteerId }) => volunteerId)).size).toBe(winners.length);
      }
    }
  });
});

describe('errandStateOf', () => {
  it.each([
    [1, [], 'open'],
    [1, ['released'], 'open'],
    [1, ['claimed'], 'claimed'],
    [1, ['released', 'inProgress'], 'inProgress'],
    [2, ['finished'], 'open'],
    [2, ['finished', 'claimed'], 'claimed'],
    [2, ['recorded', 'confirmed'], 'confirmed'],
    [2, ['recorded', 'recorded'], 'recorded'],
  ] as const)('%i slots, claims %j → %s', (slots, claims, state) => {
    expect(errandStateOf(slots, [...claims])).toBe(state);
  });
});

function mulberry32(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
