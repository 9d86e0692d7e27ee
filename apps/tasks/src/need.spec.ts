import { describe, expect, it } from '@jest/globals';
import { needStates, type NeedState } from '#contracts';
import { checkWindow, moveNeed, type NeedMove, needMoves } from './need.js';

describe('moveNeed', () => {
  it('takes the need of the story from the draft to its end', () => {
    const path: NeedMove[] = ['submit', 'verify', 'forward', 'accept', 'post', 'fulfil', 'close'];
    expect(path.reduce<NeedState>((state, move) => moveNeed(state, move), 'draft')).toBe('closed');
  });

  const refusals = Object.entries(needMoves).flatMap(([move, { from }]) =>
    needStates
      .filter((state) => !(from as readonly NeedState[]).includes(state))
      .map((state) => [move as NeedMove, state] as const),
  );
  it.each(refusals)('refuses to %s what is %s', (move, state) => {
    expect(() => moveNeed(state, move)).toThrow('need.stateConflict');
  });

  it('never leaves an end, unless nobody was served after all', () => {
    const ends: NeedState[] = ['closed', 'rejected', 'cancelled'];
    const leaving = Object.entries(needMoves).flatMap(([move, { from }]) =>
      ends.filter((end) => (from as readonly NeedState[]).includes(end)).map((end) => [move, end]),
    );
    expect(leaving).toEqual([['reopen', 'closed']]);
  });
});

describe('checkWindow', () => {
  const now = new Date('2026-03-02T09:00:00Z');
  const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  it.each([
    [1, 2],
    [-1, 1],
    [0, 31 * 24],
  ])('takes %i h to %i h from now', (from, to) => {
    expect(() => checkWindow(at(from), at(to), now)).not.toThrow();
  });
  it.each([
    [2, 1],
    [1, 1],
    [-2, -1],
    [-2, 0],
    [0, 31 * 24 + 1],
  ])('refuses %i h to %i h from now', (from, to) => {
    expect(() => checkWindow(at(from), at(to), now)).toThrow('need.windowInvalid');
  });
});
