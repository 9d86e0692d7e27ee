import { ById, RegionPageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

/** `submitted → paid → received`, or `submitted → refused`, after which it may be submitted anew. */
export const purchaseStates = ['submitted', 'paid', 'received', 'refused'] as const;
export type PurchaseState = (typeof purchaseStates)[number];
export const paymentMeans = ['cash', 'wechat', 'bank'] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

const mostFen = 500_000;

export class SubmitPurchaseInput {
  @Uuid({ description: 'Id of the purchase, made by the caller.' }) id!: string;
  @Uuid() errandId!: string;
  @Integer({ min: 1, max: mostFen, description: 'What was paid, in fen; no more than the ceiling.' })
  amountFen!: number;
  @Uuid({ description: 'Your photo of the receipt.' }) photoId!: string;
}

export class PurchaseView {
  @Uuid() id!: string;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Choice(purchaseStates) state!: PurchaseState;
  @Integer({ min: 1, max: mostFen }) amountFen!: number;
  @Integer({ min: 1, max: mostFen, description: 'The most that was agreed, in fen.' }) ceilingFen!: number;
  @Uuid() photoId!: string;
  @Instant() submittedAt!: string;
  @Choice(paymentMeans, { optional: true }) paidBy?: PaymentMeans;
  @Text({ max: 200, optional: true, description: 'Why it was refused.' }) reason?: string;
  @Instant({ optional: true, description: 'Since when it is paid or refused.' }) decidedAt?: string;
  @Instant({ optional: true }) receivedAt?: string;
}

export class PurchasePage {
  @ListOf(() => PurchaseView, { max: 100 }) items!: PurchaseView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListPurchasesInput extends RegionPageQuery {
  @Choice(purchaseStates, { optional: true }) state?: PurchaseState;
}

export class PayPurchaseInput {
  @Uuid() id!: string;
  @Choice(paymentMeans) paidBy!: PaymentMeans;
}

export class RefusePurchaseInput {
  @Uuid() id!: string;
  @Text({ min: 4, max: 200, description: 'Told to the volunteer; without names, numbers or doors.' })
  reason!: string;
}

/** What a volunteer bought on an errand is paid back at cost, never more, against the receipt. */
export const purchases = {
  /** Whoever serves an errand with a cost ceiling says what was paid, with a photo of the receipt. */
  submit: defineRpc({
    subject: 'tasks.submitPurchase',
    input: SubmitPurchaseInput,
    output: PurchaseView,
    errors: [
      'resource.notFound',
      'errand.notYours',
      'errand.stateConflict',
      'purchase.none',
      'purchase.overCeiling',
      'purchase.receiptMissing',
      'purchase.exists',
      'idempotency.conflict',
    ],
    callers: ['volunteer'],
  }),
  /** Newest first: of a region for staff, one's own for volunteers. */
  list: defineRpc({
    subject: 'tasks.listPurchases',
    input: ListPurchasesInput,
    output: PurchasePage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['volunteer', 'committee', 'station'],
  }),
  /** The money was handed over. */
  pay: defineRpc({
    subject: 'tasks.payPurchase',
    input: PayPurchaseInput,
    output: PurchaseView,
    errors: ['resource.notFound', 'purchase.stateConflict'],
    callers: ['committee', 'station'],
  }),
  refuse: defineRpc({
    subject: 'tasks.refusePurchase',
    input: RefusePurchaseInput,
    output: PurchaseView,
    errors: ['resource.notFound', 'purchase.stateConflict'],
    callers: ['committee', 'station'],
  }),
  /** The volunteer has the money. */
  receive: defineRpc({
    subject: 'tasks.receivePurchase',
    input: ById,
    output: PurchaseView,
    errors: ['resource.notFound', 'purchase.stateConflict'],
    callers: ['volunteer'],
  }),
};

export class PurchaseMoved {
  @Uuid() purchaseId!: string;
  @Uuid() errandId!: string;
  @Uuid() volunteerId!: string;
  @Region() communityCode!: string;
  @Choice(purchaseStates) state!: PurchaseState;
  @Integer({ min: 1, max: mostFen }) amountFen!: number;
  @Instant() at!: string;
}

export const purchaseEvents = {
  moved: defineEvent({ subject: 'purchase.moved', owner: 'tasks', data: PurchaseMoved }),
};
