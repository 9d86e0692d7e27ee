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
  /** A body declined it, or nothing of its errand counts: the station decides anew. */
  takeBack: { from: ['posted', 'dispatched', 'referred'], to: 'forwarded' },
  /** It counted as served, and then it turned out that nobody had been. */
  reopen: { from: ['fulfilled', 'closed'], to: 'forwarded' },
  /** What had been void happened after all. */
  restore: { from: ['forwarded'], to: 'posted' },
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

/**
 * The window the station gives a need that came back unserved: its own is mostly over.
 * @throws DomainError `request.invalid`
 */
export function takeWindow(
  need: { round: number; windowStart: Date; windowEnd: Date },
  { windowStart, windowEnd }: { windowStart?: string; windowEnd?: string },
): void {
  if (windowStart === undefined && windowEnd === undefined) return;
  if (need.round === 0 || windowStart === undefined || windowEnd === undefined)
    throw new DomainError('request.invalid', {
      fields: [
        { field: 'windowStart', rules: ['with windowEnd, and only for a need that came back unserved'] },
      ],
    });
  need.windowStart = new Date(windowStart);
  need.windowEnd = new Date(windowEnd);
}

const longestWindowMs = 31 * 86_400_000;

/** @throws DomainError `need.windowInvalid` */
export function checkWindow(start: Date, end: Date, now: Date): void {
  const length = end.getTime() - start.getTime();
  if (length <= 0 || length > longestWindowMs || end <= now) throw new DomainError('need.windowInvalid');
}
