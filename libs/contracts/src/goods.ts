import { forms } from './forms.js';
import { ById, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

export const goodsOrderStates = ['ordered', 'collected', 'cancelled', 'expired'] as const;
export type GoodsOrderState = (typeof goodsOrderStates)[number];
/** How long what was ordered is kept. */
export const goodsKeptDays = 14;
export const maxGoodsMinutes = 100_000;
export const maxGoodsStock = 100_000;

export class OfferGoodsInput {
  @Uuid() id!: string;
  @Text({
    max: 60,
    form: forms.notBlank,
    description: 'What it is; donated goods, never money or vouchers for money.',
  })
  title!: string;
  @Integer({ min: 1, max: maxGoodsMinutes, description: 'Of credits. There is no price in money.' })
  priceMinutes!: number;
  @Integer({ min: 0, max: maxGoodsStock }) stock!: number;
}

export class ChangeGoodsInput extends ById {
  @Integer({ min: 1, max: maxGoodsMinutes, optional: true, description: 'For orders from now on.' })
  priceMinutes?: number;
  @Integer({
    min: 0,
    max: maxGoodsStock,
    optional: true,
    description: 'What is there now, besides what is ordered.',
  })
  stock?: number;
  @Flag({ optional: true, description: 'No longer offered; what is ordered can be collected.' })
  withdrawn?: boolean;
}

export class GoodsView {
  @Uuid() id!: string;
  @Region({ description: 'The station’s.' }) region!: string;
  @Text({ max: 60 }) title!: string;
  @Integer({ min: 1, max: maxGoodsMinutes }) priceMinutes!: number;
  @Integer({ min: 0, max: maxGoodsStock }) stock!: number;
  @Flag() withdrawn!: boolean;
}

export class GoodsPage {
  @ListOf(() => GoodsView, { max: 100 }) items!: GoodsView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class ListGoodsInput extends RegionPageQuery {
  @Region({ optional: true, description: 'Whose goods; for staff their own region unless told.' })
  override region?: string;
}

export class OrderGoodsInput {
  @Uuid({ description: 'Of the order.' }) id!: string;
  @Uuid() goodsId!: string;
}

export class CollectGoodsInput extends ById {
  @Text({ min: 6, max: 6, form: forms.digits, description: 'What the person who ordered shows.' })
  code!: string;
}

export class GoodsOrderView {
  @Uuid() id!: string;
  @Uuid() goodsId!: string;
  @Text({ max: 60 }) title!: string;
  @Uuid() ownerId!: string;
  @Integer({ min: 1, max: maxGoodsMinutes }) priceMinutes!: number;
  @Choice(goodsOrderStates) state!: GoodsOrderState;
  @Text({ max: 6, optional: true, description: 'Six digits; for who ordered, while it waits.' })
  code?: string;
  @Instant({ description: 'Kept until then.' }) expiresAt!: string;
  @Instant() orderedAt!: string;
}

export class GoodsOrderPage {
  @ListOf(() => GoodsOrderView, { max: 100 }) items!: GoodsOrderView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** Goods for credits, where a city's policy says so (`redeem.goods`). Credits are never worth money. */
export const goods = {
  /** A station offers goods of its own region. */
  offer: defineRpc({
    subject: 'ledger.offerGoods',
    input: OfferGoodsInput,
    output: GoodsView,
    errors: ['redemption.notAllowed', 'idempotency.conflict', 'access.foreignRegion'],
    callers: ['station'],
  }),
  change: defineRpc({
    subject: 'ledger.changeGoods',
    input: ChangeGoodsInput,
    output: GoodsView,
    errors: ['resource.notFound'],
    callers: ['station'],
  }),
  list: defineRpc({
    subject: 'ledger.listGoods',
    input: ListGoodsInput,
    output: GoodsPage,
    errors: ['cursor.invalid', 'access.foreignRegion', 'request.invalid'],
    callers: ['volunteer', 'resident', 'station', 'committee', 'official'],
  }),
  /** Takes one from the stock and holds its price; the answer bears the code to collect it with. */
  order: defineRpc({
    subject: 'ledger.orderGoods',
    input: OrderGoodsInput,
    output: GoodsOrderView,
    errors: [
      'resource.notFound',
      'idempotency.conflict',
      'redemption.notAllowed',
      'redemption.ageUnknown',
      'redemption.tooYoung',
      'redemption.starHoursMissing',
      'redemption.wholeUnits',
      'goods.unavailable',
      'ledger.accountUnknown',
      'ledger.accountClosed',
      'ledger.insufficient',
    ],
    callers: ['volunteer', 'resident'],
  }),
  /** The station hands it over against the code: the price is charged. */
  collect: defineRpc({
    subject: 'ledger.collectGoods',
    input: CollectGoodsInput,
    output: GoodsOrderView,
    errors: ['resource.notFound', 'goods.stateConflict', 'goods.codeWrong', 'goods.codeLocked'],
    callers: ['station'],
  }),
  /** Whoever ordered, or the station, calls it off: the price is free again, the item back in stock. */
  cancel: defineRpc({
    subject: 'ledger.cancelGoodsOrder',
    input: ById,
    output: GoodsOrderView,
    errors: ['resource.notFound', 'goods.stateConflict'],
    callers: ['volunteer', 'resident', 'station'],
  }),
  /** One's own orders, or those of the station's region. */
  listOrders: defineRpc({
    subject: 'ledger.listGoodsOrders',
    input: RegionPageQuery,
    output: GoodsOrderPage,
    errors: ['cursor.invalid', 'access.foreignRegion'],
    callers: ['volunteer', 'resident', 'station'],
  }),
};
