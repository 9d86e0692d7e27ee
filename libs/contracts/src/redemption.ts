import { ById } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Nested, Region, Uuid } from './fields.js';
import { needTypes, type NeedType } from './needs.js';
import { PairFacts } from './kinship.js';
import { maxTransferMinutes } from './ledger.js';
import { heldModes, type HeldMode, redemptionRefusals } from './payment.js';

export class ErrandPriceInput {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Choice(heldModes) mode!: HeldMode;
  @Uuid({ optional: true, description: 'Whose balance pays; nobody’s where the pool does.' })
  payerId?: string;
  @Uuid({ description: 'Who is served.' }) servedId!: string;
  @Integer({ min: 1, max: 200 }) slots!: number;
  @Integer({ min: 5, max: 720, description: 'Of each slot.' }) expectedMinutes!: number;
  @Choice(needTypes, { description: 'Of what is needed.' }) type!: NeedType;
  @Nested(() => PairFacts, { description: 'Of who pays and who is served.' }) facts!: PairFacts;
}

export class HoldForErrandInput extends ErrandPriceInput {
  @Uuid() errandId!: string;
  @Uuid() needId!: string;
  @Region() communityCode!: string;
  @Instant({ description: 'What is not used by then is free again.' }) expiresAt!: string;
}

export class ErrandPrice {
  @Integer({ min: 1, max: maxTransferMinutes, description: 'Of each slot.' }) slotMinutes!: number;
  @Integer({ min: 1, max: 200 * maxTransferMinutes, description: 'Of all slots.' }) heldMinutes!: number;
}

export class GiftInput {
  @Uuid({ description: 'Of the transfer.' }) id!: string;
  @Uuid({ description: 'Who is given the minutes.' }) toOwnerId!: string;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Integer({ min: 1000, max: 9999, optional: true, description: 'As in a balance.' }) cityCode?: number;
}

export class DonationInput {
  @Uuid({ description: 'Of the transfer.' }) id!: string;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Integer({ min: 1000, max: 9999, optional: true, description: 'As in a balance.' }) cityCode?: number;
}

export class GivenView {
  @Uuid({ description: 'Of the transfer.' }) id!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Integer({
    min: -Number.MAX_SAFE_INTEGER,
    max: Number.MAX_SAFE_INTEGER,
    description: 'Of who gave, after it.',
  })
  balanceMinutes!: number;
  @Instant() recordedAt!: string;
}

export const redemption = {
  /**
   * What an errand would cost, refused for the same reasons as holding it; holds nothing. A policy is asked
   * first, in the order below, then whether there is enough.
   */
  priceErrand: defineRpc({
    subject: 'ledger.priceErrand',
    input: ErrandPriceInput,
    output: ErrandPrice,
    errors: redemptionRefusals,
    callers: ['system'],
  }),
  /**
   * Holds what an errand may cost at most: one hold a slot, all or none. The same again is answered alike; an
   * errand that was settled before holds nothing any more.
   */
  holdForErrand: defineRpc({
    subject: 'ledger.holdForErrand',
    input: HoldForErrandInput,
    output: ErrandPrice,
    errors: ['idempotency.conflict', 'redemption.settled', ...redemptionRefusals, 'ledger.holdExpired'],
    callers: ['system'],
    batched: { maxItems: 64, maxInFlight: 1 },
  }),
  /**
   * Gives minutes of one's own balance to a relative, or whomever the city's policy allows: `transfer.scope`
   * names the ties (declared by one, confirmed by both), `transfer.minAge` how old the giver must be. Opens the
   * taker's account. Reasons are tried in the order below.
   */
  gift: defineRpc({
    subject: 'ledger.gift',
    input: GiftInput,
    output: GivenView,
    errors: [
      'ledger.sameAccount',
      'resource.notFound',
      'redemption.notAllowed',
      'redemption.notRelated',
      'redemption.ageUnknown',
      'redemption.tooYoung',
      'redemption.wholeUnits',
      'ledger.transferConflict',
      'ledger.accountUnknown',
      'ledger.accountClosed',
      'ledger.insufficient',
    ],
    callers: ['volunteer', 'resident'],
  }),
  /** Gives minutes of one's own balance to the city's public pool, where the policy's `transfer.scope` has `platform`. */
  donate: defineRpc({
    subject: 'ledger.donate',
    input: DonationInput,
    output: GivenView,
    errors: [
      'redemption.notAllowed',
      'redemption.ageUnknown',
      'redemption.tooYoung',
      'redemption.wholeUnits',
      'ledger.transferConflict',
      'ledger.accountUnknown',
      'ledger.accountClosed',
      'ledger.insufficient',
    ],
    callers: ['volunteer', 'resident'],
  }),
};

/**
 * No further service of an errand whose minutes are held can come, besides those named: what is held beyond
 * them is free again. Told again with fewer, in a higher version, as they end without a record.
 */
export class ErrandSettled {
  @Uuid() errandId!: string;
  @Integer({ min: 1, max: 1_000_000, description: 'The highest is the one that counts.' }) version!: number;
  @ListOf(() => ById, { max: 200, description: 'Claims that were confirmed or still may be.' })
  claims!: ById[];
}

export const redemptionEvents = {
  errandSettled: defineEvent({ subject: 'errand.settled', owner: 'tasks', data: ErrandSettled }),
};
