import { forms } from './forms.js';
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

/** Why minutes moved. `redeem` is charged to who pays for a service, `exchange` goes to who gave it. */
export const transferCodes = [
  'earn',
  'redeem',
  'exchange',
  'gift',
  'donate',
  'grant',
  'expire',
  'reverse',
  'writeOff',
  'correct',
  'merge',
] as const;
export type TransferCode = (typeof transferCodes)[number];

/** A `single` moves minutes at once; a `hold` reserves them until a `capture` or a `release` resolves it. */
export const transferPhases = ['single', 'hold', 'capture', 'release'] as const;
export type TransferPhase = (typeof transferPhases)[number];

export const maxTransferMinutes = 1_000_000;
/** Transfers posted all or none, the first included. */
export const maxLinkedTransfers = 8;

const referenceOptions = {
  max: 60,
  form: forms.cause,
  description: 'Aggregate and id of what caused it, such as serviceRecord:<uuid>.',
};

/** One movement of minutes between two accounts, or a step of a held one; its id is its idempotency key. */
export class TransferInput {
  @Uuid() id!: string;
  @Choice(transferPhases, { optional: true, description: 'single unless told.' }) phase?: TransferPhase;
  @Uuid() debitAccountId!: string;
  @Uuid() creditAccountId!: string;
  @Integer({
    min: 1,
    max: maxTransferMinutes,
    description: 'Of a capture: what is taken, the rest is freed. Of a release: all that is held.',
  })
  minutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Text(referenceOptions) reference!: string;
  @Region({ optional: true, description: 'Where it counts in reports; the whole city unless told.' })
  communityCode?: string;
  @Uuid({ optional: true, description: 'The hold that a capture or a release resolves.' }) holdId?: string;
  @Instant({ optional: true, description: 'Of a hold: from then on it can only be released, and soon is.' })
  expiresAt?: string;
  @Uuid({ optional: true, description: 'The transfer it takes back, whose exact opposite it is.' })
  reversesId?: string;
}

/** A transfer, alone or with others that are posted all or none: upon each other, in their order. */
export class PostTransferInput extends TransferInput {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @ListOf(() => TransferInput, { optional: true, min: 1, max: maxLinkedTransfers - 1 })
  linked?: TransferInput[];
}

export class TransferView extends TransferInput {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER, description: 'Gapless in its city.' }) sequence!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) debitBalanceMinutes!: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) creditBalanceMinutes!: number;
  @Instant() recordedAt!: string;
}

export class PostedView extends TransferView {
  @ListOf(() => TransferView, { optional: true, max: maxLinkedTransfers - 1 }) linked?: TransferView[];
}

const floorOptions = {
  min: -1_000_000_000,
  max: 0,
  optional: true,
  description: 'How far the balance may fall: 0 unless told, -600 for a credit line of ten hours.',
};
const unlimitedOptions = { optional: true, description: 'No floor at all; then none is named.' };

export class OpenAccountInput {
  @Uuid() id!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Choice(accountKinds) kind!: AccountKind;
  @Uuid({ optional: true, description: 'Nobody, for accounts of the city.' }) ownerId?: string;
  @Integer(floorOptions) floorMinutes?: number;
  @Flag(unlimitedOptions) unlimited?: boolean;
}

export class SetFloorInput {
  @Uuid() accountId!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Integer(floorOptions) floorMinutes?: number;
  @Flag(unlimitedOptions) unlimited?: boolean;
}

export class CloseAccountInput {
  @Uuid() accountId!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Flag({ optional: true, description: 'Moves the rest to the public pool; else there must be none.' })
  donateRest?: boolean;
}

export class AccountView {
  @Uuid() id!: string;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Choice(accountKinds) kind!: AccountKind;
  @Uuid({ optional: true }) ownerId?: string;
  @Integer({ ...floorOptions, description: 'Absent where there is none.' }) floorMinutes?: number;
  @Integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }) balanceMinutes!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) heldMinutes!: number;
  @Flag() closed!: boolean;
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

export const auditChecks = ['sum', 'counters', 'gap', 'chain', 'statement', 'hold', 'head'] as const;
export type AuditCheck = (typeof auditChecks)[number];

/** One thing that does not fit: the row or the account is named, never repaired. */
export class AuditFault {
  @Choice(auditChecks) check!: AuditCheck;
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER, optional: true, description: 'The transfer’s number.' })
  sequence?: number;
  @Uuid({ optional: true }) accountId?: string;
  @Uuid({ optional: true }) holdId?: string;
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
  @Flag({ description: 'Every hold is resolved at most once and in its limits, or known to be open.' })
  holdsMatch!: boolean;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) openHoldCount!: number;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'In open holds.' }) heldMinutes!: number;
  @Text({ max: 64, description: 'SHA-256 of the chain’s end, hexadecimal.' }) headHash!: string;
  @Flag() consistent!: boolean;
  @ListOf(() => AuditFault, { max: 20, description: 'The first of them, in order.' }) faults!: AuditFault[];
}

export const ledger = {
  /**
   * Posts a transfer, or linked ones all or none; the reasons of a rejection are tried in the order below, and
   * a retry is answered alike. A rejection of linked transfers names the one it is about. A reversal of minutes
   * that are spent already is posted in full: what is missing comes from the city's writeoff account.
   */
  post: defineRpc({
    subject: 'ledger.post',
    input: PostTransferInput,
    output: PostedView,
    errors: [
      'ledger.minutesInvalid',
      'ledger.sameAccount',
      'ledger.phaseInvalid',
      'ledger.transferConflict',
      'ledger.holdUnknown',
      'ledger.holdMismatch',
      'ledger.holdResolved',
      'ledger.captureExceedsHold',
      'ledger.holdExpired',
      'ledger.reversalUnknown',
      'ledger.reversalImpossible',
      'ledger.reversalMismatch',
      'ledger.reversed',
      'ledger.accountUnknown',
      'ledger.accountClosed',
      'ledger.insufficient',
    ],
    callers: ['system'],
    // Posters of one city wait for each other, and a set under way is better awaited than asked for again.
    deadlineMs: 15_000,
    batched: { maxItems: 512, maxInFlight: 1 },
  }),
  /** Opens an account; the same again is answered alike. */
  openAccount: defineRpc({
    subject: 'ledger.openAccount',
    input: OpenAccountInput,
    output: AccountView,
    errors: ['request.invalid', 'access.foreignRegion', 'idempotency.conflict', 'ledger.accountExists'],
    callers: ['administrator', 'system'],
  }),
  /** Sets how far a balance may fall: nothing, a credit line, a budget for issuing, or no limit. */
  setFloor: defineRpc({
    subject: 'ledger.setFloor',
    input: SetFloorInput,
    output: AccountView,
    errors: [
      'request.invalid',
      'access.foreignRegion',
      'ledger.accountUnknown',
      'ledger.accountClosed',
      'ledger.floorAboveBalance',
    ],
    callers: ['administrator', 'system'],
  }),
  /** Closes an account for ever; closing a closed one changes nothing. */
  closeAccount: defineRpc({
    subject: 'ledger.closeAccount',
    input: CloseAccountInput,
    output: AccountView,
    errors: [
      'access.foreignRegion',
      'ledger.accountUnknown',
      'ledger.accountPending',
      'ledger.accountNotEmpty',
      'ledger.sameAccount',
      'ledger.minutesInvalid',
    ],
    callers: ['administrator', 'system'],
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
    // A city is not one division: whoever’s region it touches may ask.
    reach: 'anywhere',
    deadlineMs: 30_000,
  }),
};

/** Minutes moved. Names no person: who needs one finds it by the reference. */
export class CreditsPosted {
  @Uuid() transferId!: string;
  @Text(referenceOptions) reference!: string;
  @Integer({ min: 1, max: maxTransferMinutes }) minutes!: number;
  @Choice(transferCodes) code!: TransferCode;
  @Choice(transferCodes, {
    optional: true,
    description: 'Of a reversal: the code of what it takes back; these minutes no longer count there.',
  })
  reversedCode?: TransferCode;
  @Region({ description: 'Where it counts in reports.' }) communityCode!: string;
  @Instant() recordedAt!: string;
}

export const ledgerEvents = {
  creditsPosted: defineEvent({ subject: 'credits.posted', owner: 'ledger', data: CreditsPosted }),
};
