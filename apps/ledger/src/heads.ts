import { createHmac } from 'node:crypto';
import type { DailyHead, Receipt, ReceiptPart } from '#contracts';
import { type ChainedTransfer, textOf } from './chain.js';
import type { Transfer } from './transfer.js';
import { GrowingTree, leafHash, sha256 } from './proof.js';

/** What a day's head commits to; the rest of a published head follows from it. */
export interface HeadContent {
  cityCode: number;
  day: string;
  firstSequence: number;
  lastSequence: number;
  merkleRoot: Buffer;
  chainSeal: Buffer;
  previousHash: Buffer;
}

/** A head as it is kept. */
export interface StoredHead extends HeadContent {
  headHash: Buffer;
  /** Blinds the hashes of this head; never published. */
  salt: Buffer;
  /** Roots of the tree's bundles, one after the other. */
  bundleRoots: Buffer;
  publishedAt: Date;
}

/** What stands before the first head of a city. */
export const beforeFirstHead = Buffer.alloc(32);

/** SHA-256 over a fixed text; the 1 is the version of this form. */
export function headHashOf(head: HeadContent): Buffer {
  const { cityCode, day, firstSequence, lastSequence, merkleRoot, chainSeal, previousHash } = head;
  const hashes = [merkleRoot, chainSeal, previousHash].map((hash) => hash.toString('hex'));
  return sha256(['head', 1, cityCode, day, firstSequence, lastSequence, ...hashes].join('|'));
}

export function countOf(head: Pick<HeadContent, 'firstSequence' | 'lastSequence'>): number {
  return head.lastSequence - head.firstSequence + 1;
}

/**
 * The end of the chain, blinded: on a day with a single transfer the bare link would let who knows the rest
 * of the row try out the balance in it.
 */
export function sealOf(salt: Buffer, chainEnd: Buffer): Buffer {
  return partHash(saltOf(salt, 'chain'), chainEnd.toString('hex'));
}

function saltOf(salt: Buffer, name: string): Buffer {
  return createHmac('sha256', salt).update(name).digest();
}

const partPrefix = Buffer.from([2]);

function partHash(salt: Buffer, text: string): Buffer {
  return sha256(partPrefix, salt, text);
}

/** Who may read what of a transfer: all of a receipt's holders, the debit side, the credit side. */
export const sides = ['shared', 'debit', 'credit'] as const;
export type Side = (typeof sides)[number];

/**
 * Fields of a row's text, by its version, that only one side may read: its balance and its link. Every other
 * field is shared.
 */
const ownFields: Readonly<Record<string, Record<'debit' | 'credit', readonly number[]>>> = {
  1: { debit: [18, 20], credit: [19, 21] },
  2: { debit: [18, 20], credit: [19, 21] },
};

/** The row's text in three parts. @throws Error for a version of the text that nobody has divided yet */
export function partsOf(text: string): string[] {
  const fields = text.split('|');
  const own = ownFields[fields[0] ?? ''];
  if (!own) throw new Error(`text of version ${fields[0]}: say in heads.ts which side may read which field`);
  const isOwn = new Set([...own.debit, ...own.credit]);
  const shared = fields.filter((_, index) => !isOwn.has(index));
  return [shared, own.debit.map((index) => fields[index]), own.credit.map((index) => fields[index])].map(
    (part) => part.join('|'),
  );
}

/** The parts of a transfer; what a side may not read is a hash that its salt keeps from being guessed. */
export function receiptParts(
  salt: Buffer,
  cityCode: number,
  transfer: Transfer,
  readable: readonly Side[] = sides,
): ReceiptPart[] {
  return partsOf(textOf(cityCode, transfer)).map((text, index) => {
    const side = sides[index] as Side;
    const own = saltOf(salt, `${transfer.sequence}|${side}`);
    const hash = partHash(own, text).toString('hex');
    return readable.includes(side) ? { salt: own.toString('hex'), text, hash } : { hash };
  });
}

/** The leaf of a transfer: its parts, each blinded by its own salt. */
export function leafOf(salt: Buffer, cityCode: number, transfer: Transfer): Buffer {
  return leafOfParts(receiptParts(salt, cityCode, transfer, []));
}

export function leafOfParts(parts: readonly ReceiptPart[]): Buffer {
  return leafHash(Buffer.concat(parts.map(({ hash }) => Buffer.from(hash, 'hex'))));
}

/** What a head is made from, row after row. */
export class HeadBuilder {
  private readonly tree = new GrowingTree();
  private lastSequence: number;

  /** @param chainEnd the link of the last transfer before the day */
  constructor(
    private readonly before: { cityCode: number; lastSequence: number; headHash: Buffer },
    private readonly day: string,
    private readonly salt: Buffer,
    private chainEnd: Buffer,
  ) {
    this.lastSequence = before.lastSequence;
  }

  take(row: ChainedTransfer): void {
    this.tree.add(leafOf(this.salt, this.before.cityCode, row));
    this.lastSequence = row.sequence;
    this.chainEnd = row.chainHash;
  }

  close(publishedAt: Date): StoredHead {
    const content: HeadContent = {
      cityCode: this.before.cityCode,
      day: this.day,
      firstSequence: this.before.lastSequence + 1,
      lastSequence: this.lastSequence,
      merkleRoot: this.tree.close(),
      chainSeal: sealOf(this.salt, this.chainEnd),
      previousHash: this.before.headHash,
    };
    const bundleRoots = Buffer.concat(this.tree.bundles);
    return { ...content, headHash: headHashOf(content), salt: this.salt, bundleRoots, publishedAt };
  }
}

/** What everybody may know of a head. */
export function publicHead(head: StoredHead): DailyHead {
  return {
    cityCode: head.cityCode,
    day: head.day,
    firstSequence: head.firstSequence,
    lastSequence: head.lastSequence,
    transferCount: countOf(head),
    merkleRoot: head.merkleRoot.toString('hex'),
    chainSeal: head.chainSeal.toString('hex'),
    previousHash: head.previousHash.toString('hex'),
    headHash: head.headHash.toString('hex'),
    publishedAt: head.publishedAt.toISOString(),
  };
}

/** The receipt of a transfer for one who may read the given sides of it. */
export function receiptOf(
  head: StoredHead,
  transfer: Transfer,
  path: readonly Buffer[],
  readable: readonly Side[],
): Receipt {
  const parts = receiptParts(head.salt, head.cityCode, transfer, readable);
  return {
    form: 1,
    cityCode: head.cityCode,
    day: head.day,
    transferId: transfer.id,
    parts,
    leafHash: leafOfParts(parts).toString('hex'),
    leafIndex: transfer.sequence - head.firstSequence,
    path: Buffer.concat(path).toString('hex'),
    headHash: head.headHash.toString('hex'),
  };
}
