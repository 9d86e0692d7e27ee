import { DomainError, type RecordState } from '#contracts';

/** What can happen to a service record, from which states, and where it leads. */
export const recordMoves = {
  /** Enough people stand for it. */
  confirm: { from: ['submitted', 'disputed'], to: 'confirmed' },
  /** Its public notice begins; amended during it, or given back after a void, the notice begins anew. */
  publish: { from: ['confirmed', 'inNotice', 'voided'], to: 'inNotice' },
  /** The ledger has credited it. */
  credit: { from: ['confirmed', 'inNotice', 'corrected'], to: 'credited' },
  dispute: { from: ['submitted'], to: 'disputed' },
  /** The dispute is settled in the record's favour, and a second person is still needed. */
  settle: { from: ['disputed'], to: 'submitted' },
  /** A version more, told at once to all who count. */
  correct: { from: ['confirmed', 'inNotice', 'credited', 'corrected', 'voided'], to: 'corrected' },
  void: { from: ['disputed', 'confirmed', 'inNotice', 'credited', 'corrected'], to: 'voided' },
} as const satisfies Record<string, { from: RecordState[]; to: RecordState }>;

export type RecordMove = keyof typeof recordMoves;

export function mayMoveRecord(state: RecordState, move: RecordMove): boolean {
  return (recordMoves[move].from as readonly RecordState[]).includes(state);
}

/** @throws DomainError `record.stateConflict` */
export function moveRecord(state: RecordState, move: RecordMove): RecordState {
  if (!mayMoveRecord(state, move)) throw new DomainError('record.stateConflict', { state });
  return recordMoves[move].to;
}

/** States in which the record counts as written: one may object to it, correct and void it. */
export const settledStates = [
  'confirmed',
  'inNotice',
  'credited',
  'corrected',
  'voided',
] as const satisfies RecordState[];

/** @throws DomainError `record.stateConflict` */
export function assertSettled(state: RecordState): void {
  if (!(settledStates as readonly RecordState[]).includes(state))
    throw new DomainError('record.stateConflict', { state });
}
