import { PageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

export const accountKinds = [
  'issuance',
  'personal',
  'group',
  'publicPool',
  'escrow',
  'expired',
  'writeoff',
  'clearing',
] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Why minutes moved. */
export const transferCodes = [
  'earn',
  'redeem',
  'gift',
  'donate',
  'grant',
  'expire',
  'reverse',
  'writeOff',
  'correct',
] as const;
export type TransferCode = (typeof transferCodes)[number];

export const maxTransferMinutes = 1_000_000;

/** One movement of minutes between two accounts; its id is its idempotency key. */
export class PostTransferInput {
  @Uuid() id!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Uuid() debitAccountId!: string;
  @Uuid() creditAccountId!: string;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Text({ max: 60, description: 'Aggregate and id of what caused it, such as serviceRecord:<uuid>.' })
  reference!: string;
}

export class TransferView extends PostTransferInput {
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER, description: 'Gapless in its city.' }) sequence!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) debitBalanceMinutes!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) creditBalanceMinutes!: number;
  @Instant() recordedAt!: string;
}

export class OwnerInput {
  @Uuid() ownerId!: string;
}

export class BalanceView {
  @Uuid() ownerId!: string;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) balanceMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) heldMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'All that was ever credited.' })
  creditedMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'All that was ever debited.' })
  debitedMinutes!: number;
}

export class StatementInput extends PageQuery {
  @Uuid() ownerId!: string;
}

export class StatementLine {
  @Uuid() transferId!: string;
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) sequence!: number;
  @Integer({ min: -maxTransferMinutes, max: maxTransferMinutes, description: 'Positive in, negative out.' })
  minutes!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) balanceMinutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Text({ max: 60 }) reference!: string;
  @Instant() recordedAt!: string;
}

export class StatementPage {
  @ListOf(() => StatementLine, { max: 100 }) items!: StatementLine[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class CityInput {
  @Region() region!: string;
}

/** What the ledger can say of itself; `consistent` is the conjunction of every check. */
export class LedgerAudit {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) transferCount!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) issuedMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) personalMinutes!: number;
  @Flag({ description: 'Balances of all accounts add up to zero.' }) sumsToZero!: boolean;
  @Flag({ description: 'Counters of every account equal the sums of its transfers.' })
  countersMatch!: boolean;
  @Flag({ description: 'Sequence numbers run from 1 without a gap.' }) gapless!: boolean;
  @Flag({ description: 'Every row fits the hash chain.' }) chainVerifies!: boolean;
  @Text({ max: 64, description: 'SHA-256 of the chain’s end, hexadecimal.' }) headHash!: string;
  @Flag() consistent!: boolean;
}

export const ledger = {
  /** Posts a transfer; rejected transfers are remembered, so a retry is answered alike. */
  post: defineRpc({
    subject: 'ledger.post',
    input: PostTransferInput,
    output: TransferView,
    errors: [
      'ledger.accountUnknown',
      'ledger.accountClosed',
      'ledger.sameAccount',
      'ledger.insufficient',
      'ledger.transferConflict',
    ],
    callers: ['system'],
    batched: { maxItems: 512, maxInFlight: 1 },
  }),
  getBalance: defineRpc({
    subject: 'ledger.getBalance',
    input: OwnerInput,
    output: BalanceView,
    errors: ['ledger.accountUnknown'],
    callers: ['volunteer', 'resident', 'system'],
  }),
  getStatement: defineRpc({
    subject: 'ledger.getStatement',
    input: StatementInput,
    output: StatementPage,
    errors: ['ledger.accountUnknown', 'cursor.invalid'],
    callers: ['volunteer', 'resident', 'system'],
  }),
  audit: defineRpc({
    subject: 'ledger.audit',
    input: CityInput,
    output: LedgerAudit,
    errors: ['access.foreignRegion'],
    callers: ['official', 'administrator', 'system'],
    deadlineMs: 30_000,
  }),
};

export class CreditsPosted {
  @Uuid() transferId!: string;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Region({ description: 'Community the counters belong to.' }) communityCode!: string;
  @Instant() recordedAt!: string;
}

export const ledgerEvents = {
  creditsPosted: defineEvent({ subject: 'credits.posted', owner: 'ledger', data: CreditsPosted }),
};
