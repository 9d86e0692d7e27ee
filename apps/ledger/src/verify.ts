import type { DailyHead } from '#contracts';
import { type ChainedTransfer, chainHash, genesisHash } from './chain.js';
import {
  beforeFirstHead,
  type HeadContent,
  headHashOf,
  leafOf,
  publicHead,
  sealOf,
  type StoredHead,
} from './heads.js';
import { bundleLeaves, GrowingTree, hashesIn } from './proof.js';

/**
 * What can be wrong: `gap` a number is missing; `chain` a row does not fit the link before it; `bundle` one
 * of these rows is not what was published; `root` the day's rows are not; `seal` the end of the chain is not;
 * `line` a head does not follow the one before; `published` the table's head is not the one that was
 * published; `missing` a published head is not in the table; `end` the chain ends elsewhere.
 */
export type VerifyCheck =
  'gap' | 'chain' | 'bundle' | 'root' | 'seal' | 'line' | 'published' | 'missing' | 'end';

/** Rows are named by number, heads by day. */
export interface VerifyFault {
  check: VerifyCheck;
  day?: string;
  sequence?: number;
  /** Set where the fault lies somewhere from `sequence` to here. */
  lastSequence?: number;
}

export interface VerifyResult {
  cityCode: number;
  transferCount: number;
  headCount: number;
  /** Link of the last row. */
  chainEnd: string;
  /** The first of them, in order of the rows. */
  faults: VerifyFault[];
}

const shownFaults = 20;

/**
 * Goes through a city's rows once, holding them against the chain and against every head. Keeps the state of
 * one day only.
 */
export class Verification {
  private readonly faults: VerifyFault[] = [];
  private sequence = 0;
  private link: Buffer = genesisHash;
  private headHash: Buffer = beforeFirstHead;
  private headCount = 0;
  private lastHeadSequence = 0;
  private open: { head: StoredHead; tree: GrowingTree; bundles: Buffer[] } | undefined;

  /** @param published heads by day, as they stand outside the database */
  constructor(
    private readonly cityCode: number,
    private readonly published: ReadonlyMap<string, DailyHead> = new Map(),
  ) {}

  /** The next head; its rows follow. */
  openHead(head: StoredHead): void {
    const { day } = head;
    const outside = this.published.get(day);
    if (outside && !isSame(outside, head)) this.fault({ check: 'published', day });
    const follows =
      head.previousHash.equals(this.headHash) &&
      head.firstSequence === this.lastHeadSequence + 1 &&
      headHashOf(head).equals(head.headHash);
    if (!follows) this.fault({ check: 'line', day });
    this.open = { head, tree: new GrowingTree(), bundles: hashesIn(head.bundleRoots) };
    this.headHash = head.headHash;
    this.lastHeadSequence = head.lastSequence;
    this.headCount++;
  }

  /** The next rows, in order of their numbers: those of the open head, or those after the last. */
  takeTransfers(rows: readonly ChainedTransfer[]): void {
    for (const row of rows) {
      const { sequence } = row;
      if (sequence !== this.sequence + 1) this.fault({ check: 'gap', sequence: this.sequence + 1 });
      if (!chainHash(this.link, this.cityCode, row).equals(row.chainHash))
        this.fault({ check: 'chain', sequence });
      this.addLeaf(row);
      this.sequence = sequence;
      this.link = row.chainHash;
    }
  }

  closeHead(): void {
    if (!this.open) return;
    const { head, tree } = this.open;
    const { day, firstSequence, lastSequence } = head;
    if (this.sequence < lastSequence) this.fault({ check: 'gap', sequence: this.sequence + 1 });
    if (!tree.close().equals(head.merkleRoot))
      this.fault({ check: 'root', day, sequence: firstSequence, lastSequence });
    if (!sealOf(head.salt, this.link).equals(head.chainSeal))
      this.fault({ check: 'seal', day, sequence: lastSequence });
    this.open = undefined;
  }

  /** The result, after all rows. `days` are those of the table's heads. */
  close(end: { nextSequence: number; chainHash: Buffer }, days: ReadonlySet<string>): VerifyResult {
    for (const day of this.published.keys()) if (!days.has(day)) this.fault({ check: 'missing', day });
    if (end.nextSequence !== this.sequence + 1 || !end.chainHash.equals(this.link))
      this.fault({ check: 'end', sequence: this.sequence + 1 });
    return {
      cityCode: this.cityCode,
      transferCount: this.sequence,
      headCount: this.headCount,
      chainEnd: this.link.toString('hex'),
      faults: this.faults,
    };
  }

  private addLeaf(row: ChainedTransfer): void {
    if (!this.open) return;
    const { head, tree, bundles } = this.open;
    const root = tree.add(leafOf(head.salt, this.cityCode, row));
    const kept = bundles[tree.bundles.length - 1];
    if (root && kept && !root.equals(kept)) {
      const first = row.sequence - bundleLeaves + 1;
      this.fault({ check: 'bundle', day: head.day, sequence: first, lastSequence: row.sequence });
    }
  }

  private fault(fault: VerifyFault): void {
    if (this.faults.length < shownFaults) this.faults.push(fault);
  }
}

function isSame(outside: DailyHead, head: StoredHead): boolean {
  const told = publicHead(head);
  const fields: (keyof HeadContent & keyof DailyHead)[] = [
    ...(['cityCode', 'day', 'firstSequence', 'lastSequence'] as const),
    ...(['merkleRoot', 'chainSeal', 'previousHash'] as const),
  ];
  return outside.headHash === told.headHash && fields.every((field) => outside[field] === told[field]);
}
