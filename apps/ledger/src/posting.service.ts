import {
  type Actor,
  ledgerEvents,
  type PostedView,
  type PostTransferInput,
  systemActor,
  type TransferInput,
} from '#contracts';
import {
  type BatchCall,
  Clock,
  Database,
  deterministicId,
  newTraceId,
  type NewEvent,
  Outbox,
  type Outcome,
  shanghaiDay,
  type Tx,
} from '#platform';
import { parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import type { PostingState } from './book.js';
import { chain } from './chain.js';
import { coverOf, writeoffAccount } from './city.accounts.js';
import { groupBy } from './group.js';
import type { Head } from './ledger.store.js';
import { creditsPosted, outcomeOf } from './ledger.views.js';
import { readVersionOn } from './policies.store.js';
import { decide, type Named, namedBy, type Posting } from './posting.js';
import * as store from './posting.store.js';
import { isMovement, type PostingRequest, type Transfer, type TransferRequest } from './transfer.js';

const releasedTogether = 500;

/** A request with the trace its events carry on. */
export interface Asked {
  request: PostingRequest;
  traceId: string;
}

/** The only place where credits move. */
@Injectable()
export class PostingService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Posts a batch: one transaction a city, one outcome an item, in the order of the items. */
  async post(items: BatchCall<PostTransferInput>[]): Promise<Outcome<PostedView>[]> {
    const outcomes = new Map<object, Outcome<PostedView>>();
    const post = async (cityCode: number, group: BatchCall<PostTransferInput>[]) => {
      const asked = group.map(askedFor);
      const postings = await this.database.transaction((tx) => this.postInCity(tx, cityCode, asked));
      group.forEach((item, index) => outcomes.set(item, outcomeOf(cityCode, postings[index] as Posting)));
    };
    const cities = groupBy(items, ({ input }) => input.cityCode);
    await Promise.all([...cities].map(([cityCode, group]) => post(cityCode, group)));
    return items.map((item) => outcomes.get(item) as Outcome<PostedView>);
  }

  /**
   * Lock the head, read, decide, write. The events tell what moved; what is only held concerns nobody else.
   * @param opening accounts to be opened first, where they are not
   */
  async postInCity(
    tx: Tx,
    cityCode: number,
    asked: readonly Asked[],
    opening: readonly store.NewAccount[] = [],
  ): Promise<Posting[]> {
    const requests = asked.map(({ request }) => request);
    const now = this.clock.now();
    const accounts = [...opening, ...coveringAccounts(cityCode, requests)];
    if (accounts.length > 0) {
      await store.lockCity(tx, cityCode);
      await store.openAccounts(tx, cityCode, accounts, now);
    }
    const { chainHash, ...state } = await lockAndRead(tx, cityCode, namedBy(requests), now);
    const decision = decide(state, requests, now.getTime() * 1000);
    const link: store.Linking = (head, transfers) => this.linksOf(head, cityCode, transfers);
    // The rows first: while PostgreSQL inserts them, the events are put into words.
    const written = store.writeDecision(tx, cityCode, decision, { head: chainHash, link }, now);
    this.outbox.add(tx, eventsOf(cityCode, asked, decision.transfers, state.posted));
    await written;
    return decision.postings;
  }

  /** The chain's links of new transfers. A bench replaces it, to know what the chain costs. */
  protected linksOf(head: Buffer, cityCode: number, transfers: readonly Transfer[]): Buffer[] {
    return chain(head, cityCode, transfers);
  }

  /**
   * Releases the holds whose time is over, oldest first. The release's id follows from the hold, so that two
   * who do it at once do it once.
   */
  async releaseDue(): Promise<void> {
    for (;;) {
      const due = await store.readDueHolds(this.database, this.clock.now(), releasedTogether);
      const cities = groupBy(due, ({ cityCode }) => cityCode);
      let count = 0;
      for (const [cityCode, holds] of cities) {
        const asked = holds.map((hold) => ({ request: releaseOf(hold), traceId: newTraceId() }));
        const postings = await this.database.transaction((tx) => this.postInCity(tx, cityCode, asked));
        count += postings.filter((posting) => 'transfer' in posting && posting.isNew).length;
      }
      if (count === 0) return;
    }
  }
}

/** What a batch is decided on, in one flight: every statement sees what was committed before the lock was had. */
async function lockAndRead(
  tx: Tx,
  cityCode: number,
  named: Named,
  now: Date,
): Promise<PostingState & Pick<Head, 'chainHash'>> {
  const [head, policyVersion, known] = await Promise.all([
    store.lockHead(tx, cityCode),
    readVersionOn(tx, cityCode, shanghaiDay(now)),
    store.readKnown(tx, cityCode, named),
  ]);
  if (head) return { ...head, policyVersion, ...known };
  // A city's first transfer: what was read with nothing to lock may be out of date.
  await store.lockCity(tx, cityCode);
  return lockAndRead(tx, cityCode, named, now);
}

/** These transfers as one set, posted all or none in this order: all bear a link that follows from their ids. */
export function linkedSet(requests: readonly TransferRequest[]): PostingRequest | undefined {
  const [first, ...others] = requests;
  if (!first || others.length === 0) return first;
  const linkId = deterministicId('linked', ...requests.map(({ id }) => id));
  return { ...first, linkId, linked: others.map((each) => ({ ...each, linkId })) };
}

function askedFor({ input, actor, traceId }: BatchCall<PostTransferInput>): Asked {
  const { cityCode, linked } = input;
  const linkId = linked ? deterministicId('linked', input.id, ...linked.map(({ id }) => id)) : null;
  const request: PostingRequest = requestOf(input, cityCode, actor, linkId);
  if (linked) request.linked = linked.map((each) => requestOf(each, cityCode, actor, linkId));
  return { request, traceId };
}

function requestOf(
  input: TransferInput,
  cityCode: number,
  actor: Actor,
  linkId: string | null,
): TransferRequest {
  return {
    id: input.id,
    phase: input.phase,
    debitAccountId: input.debitAccountId,
    creditAccountId: input.creditAccountId,
    minutes: input.minutes,
    code: input.code,
    reference: input.reference,
    communityCode: parseRegion(input.communityCode ?? String(cityCode)).code,
    actorRole: actor.role,
    actorId: actor.id,
    holdId: input.holdId,
    expiresAtMicros: input.expiresAt === undefined ? null : Date.parse(input.expiresAt) * 1000,
    reversesId: input.reversesId,
    linkId,
    cover: input.reversesId === undefined ? undefined : coverOf(cityCode, input.id),
  };
}

function releaseOf(hold: Transfer): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  const { debitAccountId, creditAccountId, minutes, code, reference, communityCode } = hold;
  return {
    ...{ id: deterministicId('timeout', hold.id), phase: 'release', holdId: hold.id },
    ...{ debitAccountId, creditAccountId, minutes, code, reference, communityCode },
    ...{ actorRole, actorId },
  };
}

function transfersOf(request: PostingRequest): readonly TransferRequest[] {
  return request.linked ? [request, ...request.linked] : [request];
}

function coveringAccounts(cityCode: number, requests: readonly PostingRequest[]): store.NewAccount[] {
  const isCovered = requests.some((request) => transfersOf(request).some(({ cover }) => cover));
  return isCovered ? [writeoffAccount(cityCode)] : [];
}

function eventsOf(
  cityCode: number,
  asked: readonly Asked[],
  transfers: readonly Transfer[],
  before: ReadonlyMap<string, Transfer>,
): NewEvent[] {
  const traces = new Map<string, string>();
  for (const { request, traceId } of asked)
    for (const { id, cover } of transfersOf(request)) {
      traces.set(id, traceId);
      if (cover) traces.set(cover.id, traceId);
    }
  return transfers.filter(isMovement).map((transfer) => {
    const { id, reversesId } = transfer;
    const reversed = reversesId
      ? (before.get(reversesId) ?? transfers.find((each) => each.id === reversesId))
      : undefined;
    const data = creditsPosted(transfer, reversed?.code);
    return { contract: ledgerEvents.creditsPosted, cityCode, data, traceId: traces.get(id) ?? newTraceId() };
  });
}
