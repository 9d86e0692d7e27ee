import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#contracts';
import { decides, expiryOf, type Requested, stateAt } from './approval.js';

const asked = new Date('2026-03-02T01:00:00Z');
const [requester, other] = ['a', 'b'];
const request = (state: Requested['state'] = 'requested'): Requested => ({
  ...{ state, requestedBy: requester, expiresAt: expiryOf(asked) },
});
const hours = (count: number) => new Date(asked.getTime() + count * 3_600_000);
function outcome(...input: Parameters<typeof decides>): boolean | string {
  try {
    return decides(...input);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('a request', () => {
  it.each([
    ['approved by another', request(), 'approved', other, hours(1), true],
    ['approved by who asked', request(), 'approved', requester, hours(1), 'approval.ownRequest'],
    ['taken back by who asked', request(), 'refused', requester, hours(1), true],
    ['approved a moment before its end', request(), 'approved', other, hours(71.999), true],
    ['approved at its end', request(), 'approved', other, hours(72), 'approval.expired'],
    ['refused after its end', request(), 'refused', other, hours(73), 'approval.expired'],
    ['approved twice', request('approved'), 'approved', other, hours(99), false],
    ['refused once approved', request('approved'), 'refused', other, hours(1), 'approval.decided'],
    ['approved once refused', request('refused'), 'approved', other, hours(1), 'approval.decided'],
  ] as const)('%s', (_, asking, decided, by, at, expected) => {
    expect(outcome(asking, decided, by, at)).toBe(expected);
  });

  it('expires by the clock, unless it was decided', () => {
    expect(stateAt(request(), hours(72))).toBe('expired');
    expect(stateAt(request('approved'), hours(99))).toBe('approved');
  });
});
