import { type Actor, DomainError, type HeldMode, type PaymentState, type PostNeedInput } from '#contracts';

/** What can happen to the payment of a need, in which states, and where it leads. */
export const paymentMoves = {
  hold: { from: ['asked', 'refused'], to: 'holding' },
  stand: { from: ['holding'], to: 'held' },
  refuse: { from: ['holding'], to: 'refused' },
  waive: { from: ['asked', 'refused'], to: 'waived' },
  settle: { from: ['holding', 'held'], to: 'settled' },
  /** The errand was for nothing, and the need is the station's again. */
  askAnew: { from: ['settled'], to: 'asked' },
} as const satisfies Record<string, { from: PaymentState[]; to: PaymentState }>;

export type PaymentMove = keyof typeof paymentMoves;

export function canMove(state: PaymentState, move: PaymentMove): boolean {
  return (paymentMoves[move].from as readonly PaymentState[]).includes(state);
}

/** A hold outlives the window: ten working days to confirm, and time for a dispute. */
const heldDaysAfterWindow = 30;

/** Until when what is held for a need stands; then it is free, and what is served later the city pays. */
export function holdEnd(windowEnd: Date): Date {
  return new Date(windowEnd.getTime() + heldDaysAfterWindow * 86_400_000);
}

/** Who pays for a need, where the city does not. */
export interface Payment {
  mode: HeldMode;
  payerId: string | null;
}

/**
 * Who is to pay. People pay themselves; staff name the resident, or another resident they act for, who then must
 * be a relative. The pool pays for nobody in particular.
 * @throws DomainError `need.paymentInvalid`
 */
export function paymentOf(
  {
    payment = 'publicBenefit',
    payerId,
    residentId,
  }: Pick<PostNeedInput, 'payment' | 'payerId' | 'residentId'>,
  actor: Actor,
): Payment | undefined {
  if (payment !== 'exchange') {
    if (payerId !== undefined) throw new DomainError('need.paymentInvalid');
    return payment === 'publicPool' ? { mode: payment, payerId: null } : undefined;
  }
  const isPerson = actor.role === 'resident' || actor.role === 'volunteer';
  if (isPerson && payerId !== undefined && payerId !== actor.id) throw new DomainError('need.paymentInvalid');
  return { mode: payment, payerId: isPerson ? actor.id : (payerId ?? residentId) };
}
