import { describe, expect, it } from '@jest/globals';
import { DomainError, type HazardState, hazardStates } from '#contracts';
import {
  graver,
  type HazardMove,
  hazardMoves,
  joinsUntil,
  joinTarget,
  joinWithin,
  type KnownHazard,
  moveHazard,
} from './hazard.js';

const moves = Object.keys(hazardMoves) as HazardMove[];
const now = new Date('2026-03-02T01:00:00Z');
const corner = { longitude: 117.71, latitude: 39.03 };
const metresNorth = (metres: number) => ({ ...corner, latitude: corner.latitude + metres / 111_195 });
const known = (changes: Partial<KnownHazard> = {}): KnownHazard => ({
  id: 'a',
  state: 'routed',
  point: corner,
  joinsUntil: joinsUntil(now),
  ...changes,
});

/** Repeatable chance (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('the states of a hazard', () => {
  // Every state and every move, said a second time: what is not here is refused.
  const allowed: [HazardState, HazardMove, HazardState][] = [
    ['reported', 'route', 'routed'],
    ['routed', 'handle', 'handled'],
    ['handled', 'feedBack', 'fedBack'],
    ['handled', 'reopen', 'routed'],
    ['fedBack', 'close', 'closed'],
    ['fedBack', 'reopen', 'routed'],
  ];

  it.each(hazardStates.flatMap((state) => moves.map((move) => [state, move] as const)))(
    '%s, %s',
    (state, move) => {
      const expected = allowed.find(([from, by]) => from === state && by === move)?.[2];
      if (expected) expect(moveHazard(state, move)).toBe(expected);
      else expect(() => moveHazard(state, move)).toThrow(DomainError);
    },
  );

  it('in random histories never close without handling and feedback, and never leave closed', () => {
    const next = chance(20_260_302);
    let closed = 0;
    for (let history = 0; history < 2_000; history++) {
      let state: HazardState = 'reported';
      let since: HazardMove[] = [];
      for (let step = 0; step < 12; step++) {
        const move = moves[Math.floor(next() * moves.length)] as HazardMove;
        try {
          state = moveHazard(state, move);
        } catch {
          continue;
        }
        since = move === 'route' || move === 'reopen' ? [] : [...since, move];
        if (state === 'closed') break;
      }
      if (state !== 'closed') continue;
      closed++;
      expect(since).toEqual(['handle', 'feedBack', 'close']);
      for (const move of moves) expect(() => moveHazard('closed', move)).toThrow(DomainError);
    }
    expect(closed).toBeGreaterThan(50);
  });
});

describe('joining', () => {
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

  it.each<[string, KnownHazard[], string | undefined]>([
    ['nothing known', [], undefined],
    ['at the very place', [known()], 'a'],
    ['just within reach', [known({ point: metresNorth(joinWithin.metres - 1) })], 'a'],
    ['just out of reach', [known({ point: metresNorth(joinWithin.metres + 1) })], undefined],
    ['just in time', [known({ joinsUntil: joinsUntil(hoursAgo(joinWithin.hours)) })], 'a'],
    ['too late', [known({ joinsUntil: new Date(now.getTime() - 1) })], undefined],
    ['one handled already', [known({ state: 'handled' })], undefined],
    [
      'the nearer of two',
      [known({ point: metresNorth(20) }), known({ id: 'b', point: metresNorth(5) })],
      'b',
    ],
    ['the smaller id of two as near', [known({ id: 'b' }), known({ id: 'a' })], 'a'],
  ])('%s', (_, hazards, expected) => expect(joinTarget(hazards, corner, now)?.id).toBe(expected));

  it('goes on from the last time it was seen, and one told late takes nothing back', () => {
    expect(joinsUntil(now, joinsUntil(hoursAgo(5)))).toEqual(joinsUntil(now));
    expect(joinsUntil(hoursAgo(5), joinsUntil(now))).toEqual(joinsUntil(now));
  });

  it('keeps the graver of two severities', () => {
    expect(graver('low', 'urgent')).toBe('urgent');
    expect(graver('high', 'medium')).toBe('high');
  });
});
