import { describe, expect, it } from '@jest/globals';
import { type Actor, paymentStates } from '#contracts';
import { canMove, paymentMoves, type PaymentMove, paymentOf } from './payment.js';

const resident: Actor = { id: 'r', role: 'resident' };
const son: Actor = { id: 's', role: 'volunteer' };
const committee: Actor = { id: 'c', role: 'committee', region: '120116014001' };

describe('who pays for a need', () => {
  it.each([
    ['the city unless told', {}, committee, undefined],
    ['the city for a person too', { payment: 'publicBenefit' }, resident, undefined],
    ['who posts', { payment: 'exchange' }, son, { mode: 'exchange', payerId: 's' }],
    ['the resident where staff post', { payment: 'exchange' }, committee, { mode: 'exchange', payerId: 'r' }],
    ['whom staff name', { payment: 'exchange', payerId: 'x' }, committee, { mode: 'exchange', payerId: 'x' }],
    ['the pool', { payment: 'publicPool' }, committee, { mode: 'publicPool', payerId: null }],
  ] as const)('is %s', (_, input, actor, expected) => {
    expect(paymentOf({ residentId: 'r', ...input }, actor)).toEqual(expected);
  });

  it.each([
    ['another, where a person posts', { payment: 'exchange', payerId: 'x' }, resident],
    ['somebody, where the pool pays', { payment: 'publicPool', payerId: 'r' }, committee],
    ['somebody, where the city pays', { payerId: 'r' }, committee],
  ] as const)('is not %s', (_, input, actor) => {
    expect(() => paymentOf({ residentId: 'r', ...input }, actor)).toThrow('need.paymentInvalid');
  });
});

describe('a payment', () => {
  it('goes from asked to settled, leaves that only to be asked anew, and waived never', () => {
    const path: PaymentMove[] = ['hold', 'refuse', 'hold', 'stand', 'settle'];
    let state: (typeof paymentStates)[number] = 'asked';
    for (const move of path) {
      expect([state, move, canMove(state, move)]).toEqual([state, move, true]);
      state = paymentMoves[move].to;
    }
    expect(state).toBe('settled');
    for (const move of Object.keys(paymentMoves) as PaymentMove[])
      expect([canMove('settled', move), canMove('waived', move)]).toEqual([move === 'askAnew', false]);
    expect(paymentStates.filter((each) => canMove(each, 'waive'))).toEqual(['asked', 'refused']);
  });
});
