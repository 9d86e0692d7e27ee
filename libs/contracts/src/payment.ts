import { Choice, Integer, Text, Uuid } from './fields.js';

/**
 * Who pays for a service: nobody (the city issues the credits), a person out of the own balance, or the public
 * pool, for residents in hardship.
 */
export const paymentModes = ['publicBenefit', 'exchange', 'publicPool'] as const;
export type PaymentMode = (typeof paymentModes)[number];
/** The modes in which minutes are held. */
export const heldModes = ['exchange', 'publicPool'] as const;
export type HeldMode = (typeof heldModes)[number];

/** How a need is paid, as those concerned see it. */
export const paymentStates = ['asked', 'holding', 'held', 'refused', 'waived', 'settled'] as const;
export type PaymentState = (typeof paymentStates)[number];

export class NeedPaymentView {
  @Choice(heldModes) mode!: HeldMode;
  @Uuid({ optional: true, description: 'Whose balance pays; nobody’s where the pool does.' })
  payerId?: string;
  @Choice(paymentStates, {
    description:
      'asked: not accepted yet; holding: being held; held: it stands; refused: see the reason, accept again or ' +
      'let the city pay; waived: the city pays; settled: what was not used is free.',
  })
  state!: PaymentState;
  @Integer({ min: 0, max: 200_000_000 }) heldMinutes!: number;
  @Integer({ min: 0, max: 200_000_000, description: 'Charged for service so far.' })
  chargedMinutes!: number;
  @Text({ max: 60, optional: true, description: 'Code of the catalogue: why it was refused.' })
  refusal?: string;
}

/** Why credits cannot pay for a need, in the order in which the reasons are tried. */
export const redemptionRefusals = [
  'redemption.notAllowed',
  'redemption.notRelated',
  'redemption.ageUnknown',
  'redemption.tooYoung',
  'redemption.starHoursMissing',
  'redemption.notInHardship',
  'redemption.grantExhausted',
  'ledger.accountUnknown',
  'ledger.accountClosed',
  'ledger.insufficient',
] as const;
