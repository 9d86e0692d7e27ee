import { defineRpc } from './contract.js';
import { Choice, Integer, ListOf, Uuid } from './fields.js';
import { needTypes, type NeedType } from './needs.js';
import { paymentModes, type PaymentMode } from './payment.js';

export class PaymentWaysInput {
  @Uuid({ description: 'Who is to be served.' }) residentId!: string;
  @Choice(needTypes) type!: NeedType;
  @Integer({ min: 5, max: 720 }) expectedMinutes!: number;
}

/** A way in which a need may be paid. */
export class PaymentWay {
  @Choice(paymentModes) mode!: PaymentMode;
  @Integer({
    min: 0,
    max: 200_000_000,
    description: 'What it holds at most: of the caller’s own balance, or of the pool; 0 where the city pays.',
  })
  heldMinutes!: number;
}

export class PaymentWayList {
  @ListOf(() => PaymentWay, { min: 1, max: 3, description: 'In the order of `paymentModes`.' })
  items!: PaymentWay[];
}

export const paymentWays = {
  /**
   * How the caller may pay for a need of a resident: by the policy of the city, what there is, and who the two are to each
   * other. Posting it so is not refused for any of those, unless they change in between. Holds nothing.
   */
  list: defineRpc({
    subject: 'tasks.listPaymentWays',
    input: PaymentWaysInput,
    output: PaymentWayList,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'resident'],
  }),
};
