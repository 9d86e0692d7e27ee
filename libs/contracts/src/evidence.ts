import { forms } from './forms.js';
import { PageQuery } from './common.js';
import { defineEvent, defineRpc } from './contract.js';
import { Day, Flag, Instant, Integer, ListOf, Text, Uuid } from './fields.js';

/** A path through a tree of 2^40 leaves. */
const longestPath = 40;
const sequences = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** A 4-digit prefecture or municipality. */
const cityOptions = { min: 1000, max: 9999, description: 'First four digits of the region.' };

/** What the public learns of a city's day: how many transfers, and hashes that nothing can be read from. */
export class DailyHead {
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Day({ description: 'In Asia/Shanghai.' }) day!: string;
  @Integer({ min: 1, max: Number.MAX_SAFE_INTEGER, description: 'Number of its first transfer.' })
  firstSequence!: number;
  @Integer({ ...sequences, description: 'Number of its last; firstSequence − 1 on a day without transfers.' })
  lastSequence!: number;
  @Integer({ ...sequences, description: 'Leaves of the tree.' }) transferCount!: number;
  @Text({
    min: 64,
    max: 64,
    form: forms.hash,
    description: 'Root of the tree over the receipts of the day (RFC 6962).',
  })
  merkleRoot!: string;
  @Text({ min: 64, max: 64, form: forms.hash, description: 'Salted hash of the end of the city’s chain.' })
  chainSeal!: string;
  @Text({
    min: 64,
    max: 64,
    form: forms.hash,
    description: '`headHash` of the day before; zeros before the first.',
  })
  previousHash!: string;
  @Text({ min: 64, max: 64, form: forms.hash, description: 'SHA-256 over all of the above.' })
  headHash!: string;
  @Instant() publishedAt!: string;
}

export class ListHeadsInput extends PageQuery {
  @Integer(cityOptions) cityCode!: number;
}

export class DailyHeadPage {
  @ListOf(() => DailyHead, { max: 100 }) items!: DailyHead[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class GetHeadInput {
  @Day({ description: 'In Asia/Shanghai.' }) day!: string;
  @Integer(cityOptions) cityCode!: number;
}

export class ProveTransferInput {
  @Uuid() id!: string;
}

/** One part of a transfer: its text with the salt, or only the hash where the holder may not read it. */
export class ReceiptPart {
  @Text({ min: 64, max: 64, form: forms.hash, optional: true }) salt?: string;
  @Text({ max: 1000, min: 0, optional: true }) text?: string;
  @Text({ min: 64, max: 64, form: forms.hash, description: 'SHA-256 of 0x02, the salt and the text.' })
  hash!: string;
}

/** Proves that a transfer is in a published head. Its owner may show it to anybody; nobody else can get it. */
export class Receipt {
  @Integer({ min: 1, max: 1, description: 'Version of this form.' }) form!: number;
  @Integer({ min: 1000, max: 9999 }) cityCode!: number;
  @Day() day!: string;
  @Uuid() transferId!: string;
  @ListOf(() => ReceiptPart, {
    min: 3,
    max: 3,
    description: 'What both sides share, then what the debit and the credit side alone may read.',
  })
  parts!: ReceiptPart[];
  @Text({ min: 64, max: 64, form: forms.hash, description: 'SHA-256 of 0x00 and the hashes of the parts.' })
  leafHash!: string;
  @Integer({ ...sequences, description: 'Place in the tree, from 0.' }) leafIndex!: number;
  @Text({
    max: 64 * longestPath,
    min: 0,
    form: forms.hashes,
    description: 'Hashes from the leaf’s neighbour upward, one after the other.',
  })
  path!: string;
  @Text({ min: 64, max: 64, form: forms.hash, description: 'The head it leads to.' }) headHash!: string;
}

/** The part of a receipt that tells nothing of what it is about. */
export class CheckReceiptInput {
  @Integer(cityOptions) cityCode!: number;
  @Day() day!: string;
  @Text({ min: 64, max: 64, form: forms.hash }) leafHash!: string;
  @Integer(sequences) leafIndex!: number;
  @Text({ max: 64 * longestPath, min: 0, form: forms.hashes }) path!: string;
}

export class ReceiptCheck {
  @Flag({ description: 'The leaf is in the tree of the head.' }) isIncluded!: boolean;
  @ListOf(() => DailyHead, { max: 1, description: 'The head; none when none is published for the day.' })
  heads!: DailyHead[];
}

const anybody = ['public', 'system'] as const;

/** What lets an outsider check the ledger without seeing anybody's data. */
export const evidence = {
  /** Published heads of a city, newest first. */
  listHeads: defineRpc({
    subject: 'ledger.listHeads',
    input: ListHeadsInput,
    output: DailyHeadPage,
    errors: ['cursor.invalid'],
    callers: anybody,
  }),
  getHead: defineRpc({
    subject: 'ledger.getHead',
    input: GetHeadInput,
    output: DailyHead,
    errors: ['resource.notFound'],
    callers: anybody,
  }),
  /** For the owner of either account: a receipt names accounts and balances. */
  proveTransfer: defineRpc({
    subject: 'ledger.proveTransfer',
    input: ProveTransferInput,
    output: Receipt,
    errors: ['resource.notFound', 'ledger.headPending'],
    callers: ['volunteer', 'resident'],
  }),
  /** Whoever trusts nobody does the same without us: docs/guides/auditor.md. */
  checkReceipt: defineRpc({
    subject: 'ledger.checkReceipt',
    input: CheckReceiptInput,
    output: ReceiptCheck,
    errors: [],
    callers: anybody,
  }),
};

export const evidenceEvents = {
  headPublished: defineEvent({ subject: 'ledgerHead.published', owner: 'ledger', data: DailyHead }),
};
