import { DomainError, type ReferralState, type ReferralStepName } from '#contracts';

/** A step somebody takes, or `withdraw`: the need was cancelled. */
export type ReferralMove = ReferralStepName | 'withdraw';

/** What can be done with a referral, from which states, and where it leads. */
export const referralMoves = {
  send: { from: ['created'], to: 'sent' },
  receive: { from: ['sent'], to: 'received' },
  accept: { from: ['received'], to: 'accepted' },
  decline: { from: ['received'], to: 'declined' },
  resolve: { from: ['accepted'], to: 'resolved' },
  close: { from: ['declined', 'resolved'], to: 'closed' },
  withdraw: { from: ['created', 'sent', 'received', 'accepted', 'declined', 'resolved'], to: 'closed' },
} as const satisfies Record<ReferralMove, { from: ReferralState[]; to: ReferralState }>;

/** Steps of the body it goes to; the others are the sender's. */
export const answeringSteps: readonly ReferralMove[] = ['receive', 'accept', 'decline', 'resolve'];

/** @throws DomainError `referral.stateConflict` */
export function moveReferral(state: ReferralState, move: ReferralMove): ReferralState {
  const { from, to } = referralMoves[move];
  if (!(from as readonly ReferralState[]).includes(state))
    throw new DomainError('referral.stateConflict', { state });
  return to;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long each state may last before somebody is reminded; what is accepted has days of its own. */
const patienceMs: Record<Exclude<ReferralState, 'accepted' | 'closed'>, number> = {
  created: dayMs,
  sent: dayMs,
  received: 3 * dayMs,
  declined: 3 * dayMs,
  resolved: 3 * dayMs,
};

/** By when a referral must leave its state; null once closed. */
export function dueAfter(state: ReferralState, since: Date, resolveWithinDays: number): Date | null {
  if (state === 'closed') return null;
  const ms = state === 'accepted' ? resolveWithinDays * dayMs : patienceMs[state];
  return new Date(since.getTime() + ms);
}
