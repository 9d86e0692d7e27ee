import { randomBytes } from 'node:crypto';
import {
  type Actor,
  type CheckReceiptInput,
  type DailyHead,
  type DailyHeadPage,
  DomainError,
  evidenceEvents,
  type GetHeadInput,
  type ListHeadsInput,
  type ProveTransferInput,
  type Receipt,
  type ReceiptCheck,
} from '#contracts';
import {
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  newTraceId,
  Outbox,
  shanghaiDay,
  type Tx,
} from '#platform';
import { Injectable } from '@nestjs/common';
import { genesisHash } from './chain.js';
import {
  beforeFirstHead,
  countOf,
  HeadBuilder,
  leafOf,
  publicHead,
  receiptOf,
  sides,
  type StoredHead,
} from './heads.js';
import { HeadsFile } from './heads.file.js';
import * as store from './heads.store.js';
import { writeDayFlow } from './solvency.store.js';
import { bundleLeaves, follow, hashesIn, pathThrough } from './proof.js';

const pageSize = 20;
const fileHeads = 100;
const dayMs = 86_400_000;

/** Heads of days: published once, and what can be proved by them. */
@Injectable()
export class HeadsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly file: HeadsFile,
  ) {}

  /**
   * Closes every day that is over, of every city, the oldest first, and brings the files up to the table.
   * Safe at any time and by many at once: a day has one head, whoever inserts it first.
   */
  async publishDue(): Promise<void> {
    const today = shanghaiDay(this.clock.now());
    for (const cityCode of await store.readCities(this.database)) {
      while (await this.database.transaction((tx) => this.closeNextDay(tx, cityCode, today)));
      if (this.file.isWanted) await this.writeFile(cityCode);
    }
  }

  /** Newest first. @throws DomainError `cursor.invalid` */
  async list(input: ListHeadsInput): Promise<DailyHeadPage> {
    const limit = input.limit ?? pageSize;
    const before = input.cursor === undefined ? undefined : dayOf(decodeCursor(input.cursor, 'integer')[0]);
    const heads = await store.readHeads(this.database, input.cityCode, before, limit + 1);
    const items = heads.slice(0, limit).map(publicHead);
    const last = items.at(-1);
    return { items, nextCursor: last && heads.length > limit ? encodeCursor(numberOf(last.day)) : undefined };
  }

  /** @throws DomainError `resource.notFound` */
  async get(input: GetHeadInput): Promise<DailyHead> {
    const head = await this.find(input);
    if (!head) throw new DomainError('resource.notFound');
    return publicHead(head);
  }

  /**
   * The receipt of a transfer for the owner of one of its accounts. It tells that side's balance only.
   * @throws DomainError `resource.notFound` also for a transfer of others, `ledger.headPending`
   */
  async prove({ id }: ProveTransferInput, actor: Actor): Promise<Receipt> {
    const transfer = await store.findOwnedTransfer(this.database, id, actor.id);
    if (!transfer) throw new DomainError('resource.notFound');
    const { cityCode, sequence, ownedIds } = transfer;
    const head = await store.readHeadWith(this.database, cityCode, sequence);
    if (!head) throw new DomainError('ledger.headPending');
    const index = sequence - head.firstSequence;
    const first = sequence - (index % bundleLeaves);
    const last = Math.min(first + bundleLeaves - 1, head.lastSequence);
    const rows = await store.readRange(this.database, cityCode, first, last);
    const bundle = rows.map((row) => leafOf(head.salt, cityCode, row));
    const owned = { debit: transfer.debitAccountId, credit: transfer.creditAccountId };
    const readable = sides.filter((side) => side === 'shared' || ownedIds.includes(owned[side]));
    return receiptOf(head, transfer, pathThrough(bundle, hashesIn(head.bundleRoots), index), readable);
  }

  /** Whether a leaf is in a published head. Nothing of the transfer is asked for but its hash. */
  async check(input: CheckReceiptInput): Promise<ReceiptCheck> {
    const head = await this.find(input);
    if (!head) return { isIncluded: false, heads: [] };
    const leaf = Buffer.from(input.leafHash, 'hex');
    const root = follow(leaf, input.leafIndex, countOf(head), hashesIn(Buffer.from(input.path, 'hex')));
    return { isIncluded: root?.equals(head.merkleRoot) ?? false, heads: [publicHead(head)] };
  }

  private async find({ cityCode, day }: GetHeadInput): Promise<StoredHead | undefined> {
    return isDay(day) ? store.readHeadOf(this.database, cityCode, day) : undefined;
  }

  /** Closes the day after the last closed one, if it is over. Answers whether there may be another. */
  private async closeNextDay(tx: Tx, cityCode: number, today: string): Promise<boolean> {
    const last = await store.readLastHead(tx, cityCode);
    const before = last ?? { cityCode, lastSequence: 0, headHash: beforeFirstHead };
    const day = last ? dayAfter(last.day) : await firstDay(tx, cityCode);
    if (day === undefined || day >= today) return false;
    const chainEnd = await store.readLink(tx, cityCode, before.lastSequence);
    const builder = new HeadBuilder(before, day, randomBytes(32), chainEnd ?? genesisHash);
    // Numbers are given under the city's lock: whatever is not yet visible comes after all that is.
    const end = endOf(day) * 1000;
    rows: for await (const rows of store.streamRange(tx, cityCode, before.lastSequence + 1))
      for (const row of rows) {
        if (row.recordedAtMicros >= end) break rows;
        builder.take(row);
      }
    const head = builder.close(this.clock.now());
    if (await store.insertHead(tx, head)) {
      writeDayFlow(tx, head);
      const data = publicHead(head);
      this.outbox.add(tx, [
        { contract: evidenceEvents.headPublished, cityCode, data, traceId: newTraceId() },
      ]);
    }
    return true;
  }

  private async writeFile(cityCode: number): Promise<void> {
    for (;;) {
      const after = await this.file.lastDay(cityCode);
      const heads = await store.readHeadsAfter(this.database, cityCode, after, fileHeads);
      if (heads.length === 0) return;
      await this.file.append(cityCode, heads.map(publicHead));
    }
  }
}

async function firstDay(tx: Tx, cityCode: number): Promise<string | undefined> {
  const [first] = await store.readRange(tx, cityCode, 1, 1);
  return first && shanghaiDay(new Date(first.recordedAtMicros / 1000));
}

/** The instant at which a day in Asia/Shanghai is over, in milliseconds. */
function endOf(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`) + dayMs;
}

function dayAfter(day: string): string {
  return shanghaiDay(new Date(endOf(day)));
}

/** Days since 1970, as a cursor carries a day. */
function numberOf(day: string): number {
  return Date.parse(day) / dayMs;
}

/** @throws DomainError `cursor.invalid` */
function dayOf(number: number): string {
  if (Math.abs(number) > 100_000) throw new DomainError('cursor.invalid');
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** Whether PostgreSQL would take it for a day of our times. */
function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return text >= '1900' && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(`${text}T`);
}
