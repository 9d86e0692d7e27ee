import { describe, expect, it } from '@jest/globals';
import { DomainError, type ReferralState, referralStates } from '#contracts';
import { dueAfter, moveReferral, type ReferralMove, referralMoves } from './referral.js';

const moves = Object.keys(referralMoves) as ReferralMove[];

describe('the states of a referral', () => {
  // Every state and every move, said a second time: what is not here is refused.
  const allowed = new Map<string, ReferralState>([
    ['created send', 'sent'],
    ['sent receive', 'received'],
    ['received accept', 'accepted'],
    ['received decline', 'declined'],
    ['accepted resolve', 'resolved'],
    ['declined close', 'closed'],
    ['resolved close', 'closed'],
    ...referralStates
      .filter((state) => state !== 'closed')
      .map((state): [string, ReferralState] => [`${state} withdraw`, 'closed']),
  ]);

  it.each(referralStates.flatMap((state) => moves.map((move) => [state, move] as const)))(
    '%s, %s',
    (state, move) => {
      const expected = allowed.get(`${state} ${move}`);
      if (expected) expect(moveReferral(state, move)).toBe(expected);
      else expect(() => moveReferral(state, move)).toThrow(DomainError);
    },
  );
});

describe('the clock of a referral', () => {
  const since = new Date('2026-03-02T01:00:00Z');
  const hours = (state: ReferralState) =>
    ((dueAfter(state, since, 15)?.getTime() ?? NaN) - since.getTime()) / 3_600_000;

  it('runs in every state but the last', () => {
    expect(referralStates.filter((state) => dueAfter(state, since, 15) === null)).toEqual(['closed']);
    expect([hours('created'), hours('sent'), hours('received'), hours('accepted')]).toEqual([
      24, 24, 72, 360,
    ]);
  });
});
