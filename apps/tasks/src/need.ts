import { DomainError, type NeedState } from '#contracts';

/** What can be done to a need, from which states, and where it leads. */
export const needMoves = {
  submit: { from: ['draft'], to: 'submitted' },
  verify: { from: ['submitted'], to: 'verified' },
  forward: { from: ['verified'], to: 'forwarded' },
  accept: { from: ['forwarded'], to: 'accepted' },
  post: { from: ['accepted'], to: 'posted' },
  reject: { from: ['submitted', 'verified', 'forwarded', 'accepted'], to: 'rejected' },
  refer: { from: ['forwarded', 'accepted'], to: 'referred' },
  takeBack: { from: ['referred'], to: 'forwarded' },
  fulfil: { from: ['posted', 'dispatched', 'referred'], to: 'fulfilled' },
  close: { from: ['fulfilled'], to: 'closed' },
  cancel: {
    from: ['draft', 'submitted', 'verified', 'forwarded', 'accepted', 'posted', 'dispatched', 'referred'],
    to: 'cancelled',
  },
} as const satisfies Record<string, { from: NeedState[]; to: NeedState }>;

export type NeedMove = keyof typeof needMoves;

/** @throws DomainError `need.stateConflict` */
export function moveNeed(state: NeedState, move: NeedMove): NeedState {
  const { from, to } = needMoves[move];
  if (!(from as readonly NeedState[]).includes(state)) throw new DomainError('need.stateConflict', { state });
  return to;
}

const longestWindowMs = 31 * 86_400_000;

/** @throws DomainError `need.windowInvalid` */
export function checkWindow(start: Date, end: Date, now: Date): void {
  const length = end.getTime() - start.getTime();
  if (length <= 0 || length > longestWindowMs || end <= now) throw new DomainError('need.windowInvalid');
}
