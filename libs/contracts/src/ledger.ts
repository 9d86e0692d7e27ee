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

const referenceOptions = {
  max: 60,
  pattern: /^[a-zA-Z]+:[\w.-]+$/,
  description: 'Aggregate and id of what caused it, such as serviceRecord:<uuid>.',
};

/** One movement of minutes between two accounts; its id is its idempotency key. */
export class PostTransferInput {
  @Uuid() id!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Uuid() debitAccountId!: string;
  @Uuid() creditAccountId!: string;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Text(referenceOptions) reference!: string;
  @Region({ optional: true, description: 'Where it counts in reports; the whole city unless told.' })
  communityCode?: string;
}

export class TransferView extends PostTransferInput {
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER, description: 'Gapless in its city.' }) sequence!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) debitBalanceMinutes!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) creditBalanceMinutes!: number;
  @Instant() recordedAt!: string;
}

/** Whose account. Credits of different cities are different currencies, so an account belongs to one city. */
export class OwnerInput {
  @Uuid() ownerId!: string;
  @Integer({
    min: 1000,
    max: 9999,
    optional: true,
    description: 'For who has accounts in several cities; the one opened first unless told.',
  })
  cityCode?: number;
}

export class BalanceView {
  @Uuid() ownerId!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) balanceMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) heldMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'All that was ever credited.' })
  creditedMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'All that was ever debited.' })
  debitedMinutes!: number;
}

export class StatementInput extends PageQuery {
  @Uuid() ownerId!: string;
  @Integer({ min: 1000, max: 9999, optional: true, description: 'As in a balance.' }) cityCode?: number;
}

export class StatementLine {
  @Uuid() transferId!: string;
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) sequence!: number;
  @Integer({ min: -maxTransferMinutes, max: maxTransferMinutes, description: 'Positive in, negative out.' })
  minutes!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) balanceMinutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Text(referenceOptions) reference!: string;
  @Instant() recordedAt!: string;
}

export class StatementPage {
  @ListOf(() => StatementLine, { max: 100 }) items!: StatementLine[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class CityInput {
  @Region({ description: 'A city, or any division inside it.' }) region!: string;
}

export const auditChecks = ['sum', 'counters', 'gap', 'chain', 'statement', 'head'] as const;
export type AuditCheck = (typeof auditChecks)[number];

/** One thing that does not fit: the row or the account is named, never repaired. */
export class AuditFault {
  @Choice(auditChecks) check!: AuditCheck;
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER, optional: true, description: 'The transfer’s number.' })
  sequence?: number;
  @Uuid({ optional: true }) accountId?: string;
}

/** What the ledger can say of itself; `consistent` means that there is no fault. */
export class LedgerAudit {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) transferCount!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) issuedMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) personalMinutes!: number;
  @Flag({ description: 'Balances of all accounts add up to zero.' }) sumsToZero!: boolean;
  @Flag({ description: 'Counters of every account equal the sums of its transfers.' })
  countersMatch!: boolean;
  @Flag({ description: 'Sequence numbers run from 1 without a gap.' }) gapless!: boolean;
  @Flag({ description: 'Every row fits the hash chain, and its end is the head’s.' }) chainVerifies!: boolean;
  @Flag({ description: 'Every row bears the balances and the links to earlier rows that a replay gives.' })
  statementsFit!: boolean;
  @Text({ max: 64, description: 'SHA-256 of the chain’s end, hexadecimal.' }) headHash!: string;
  @Flag() consistent!: boolean;
  @ListOf(() => AuditFault, { max: 20, description: 'The first of them, in order.' }) faults!: AuditFault[];
}

export const ledger = {
  /** Posts a transfer; the reasons of a rejection are tried in the order below, and a retry is answered alike. */
  post: defineRpc({
    subject: 'ledger.post',
    input: PostTransferInput,
    output: TransferView,
    errors: [
      'ledger.minutesInvalid',
      'ledger.sameAccount',
      'ledger.transferConflict',
      'ledger.accountUnknown',
      'ledger.accountClosed',
      'ledger.insufficient',
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
  /** Replays a city. For officials and administrators of the city, of what it lies in, or of a part of it. */
  audit: defineRpc({
    subject: 'ledger.audit',
    input: CityInput,
    output: LedgerAudit,
    errors: ['access.foreignRegion', 'request.invalid'],
    callers: ['official', 'administrator', 'system'],
    deadlineMs: 30_000,
  }),
};

/** Minutes moved. Names no person: who needs one finds it by the reference. */
export class CreditsPosted {
  @Uuid() transferId!: string;
  @Text(referenceOptions) reference!: string;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Region({ description: 'Where it counts in reports.' }) communityCode!: string;
  @Instant() recordedAt!: string;
}

export const ledgerEvents = {
  creditsPosted: defineEvent({ subject: 'credits.posted', owner: 'ledger', data: CreditsPosted }),
};
