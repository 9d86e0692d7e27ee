import { describe, expect, it } from '@jest/globals';
import { recordStates, type RecordState } from '#contracts';
import { assertSettled, mayMoveRecord, type RecordMove, recordMoves, moveRecord } from './record-states.js';

const moves = Object.keys(recordMoves) as RecordMove[];
const begin: RecordState = 'submitted';

describe('the states of a service record', () => {
  it('are all reached from the submitted one, but for pending, which no record has yet', () => {
    const reached = new Set<RecordState>([begin]);
    for (let before = 0; before !== reached.size;) {
      before = reached.size;
      for (const state of [...reached])
        for (const move of moves) if (mayMoveRecord(state, move)) reached.add(moveRecord(state, move));
    }
    expect(recordStates.filter((state) => !reached.has(state))).toEqual(['pending']);
  });

  it('never lead back before the confirmation, and credit only what was confirmed', () => {
    const early: RecordState[] = ['submitted', 'disputed'];
    for (const state of recordStates.filter((each) => !early.includes(each)))
      for (const move of moves)
        if (mayMoveRecord(state, move))
          expect([state, move, early.includes(moveRecord(state, move))]).toEqual([state, move, false]);
    expect(early.filter((state) => mayMoveRecord(state, 'credit'))).toEqual([]);
    expect(mayMoveRecord('voided', 'credit')).toBe(false);
  });

  it.each(recordStates.map((state) => [state]))('refuse from %s whatever is not in the table', (state) => {
    for (const move of moves) {
      const isThere = (recordMoves[move].from as readonly RecordState[]).includes(state);
      if (isThere) expect(moveRecord(state, move)).toBe(recordMoves[move].to);
      else expect(() => moveRecord(state, move)).toThrow('record.stateConflict');
    }
  });

  it('are settled from the confirmation on', () => {
    for (const state of ['confirmed', 'inNotice', 'credited', 'corrected', 'voided'] as const)
      expect(() => assertSettled(state)).not.toThrow();
    for (const state of ['pending', 'submitted', 'disputed'] as const)
      expect(() => assertSettled(state)).toThrow('record.stateConflict');
  });
});
