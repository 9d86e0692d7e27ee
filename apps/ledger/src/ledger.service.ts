import {
  type Actor,
  type BalanceView,
  type CityInput,
  DomainError,
  type EventEnvelope,
  ledgerEvents,
  type LedgerAudit,
  type OwnerInput,
  type PostTransferInput,
  type ServiceRecordConfirmed,
  type StatementInput,
  type StatementPage,
  systemActor,
  type TransferView,
} from '#contracts';
import {
  type BatchCall,
  Clock,
  Database,
  decodeCursor,
  deterministicId,
  encodeCursor,
  type Log,
  type NewEvent,
  Outbox,
  type Outcome,
  scopeOf,
  tokens,
  type Tx,
} from '#platform';
import { contains, parseRegion, regionOf, type RegionRange } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { Replay } from './audit.js';
import { chain } from './chain.js';
import * as store from './ledger.store.js';
import { balanceView, creditsPosted, lineOf, outcomeOf } from './ledger.views.js';
import { minutesAsServed } from './policy.js';
import { decide, type Posting, type TransferRequest } from './posting.js';

const statementLines = 20;

/** A request with the trace its event carries on. */
interface Asked {
  request: TransferRequest;
  traceId: string;
}

@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** Posts a batch: one transaction a city, one outcome an item, in the order of the items. */
  async post(items: BatchCall<PostTransferInput>[]): Promise<Outcome<TransferView>[]> {
    const outcomes = new Map<object, Outcome<TransferView>>();
    const post = async (cityCode: number, group: BatchCall<PostTransferInput>[]) => {
      const asked = group.map(askedFor);
      const postings = await this.database.transaction((tx) => this.postInCity(tx, cityCode, asked));
      for (const [item, posting] of zip(group, postings)) outcomes.set(item, outcomeOf(cityCode, posting));
    };
    const cities = groupBy(items, ({ input }) => input.cityCode);
    await Promise.all([...cities].map(([cityCode, group]) => post(cityCode, group)));
    return items.map((item) => outcomes.get(item) as Outcome<TransferView>);
  }

  /**
   * Confirmed service earns credits: the city issues them to the volunteer's account, which opens with the
   * first. The transfer's id follows from the record and its version, so no record is credited twice.
   */
  async earn(events: EventEnvelope<ServiceRecordConfirmed>[], tx: Tx): Promise<void> {
    // In the order of their codes, so that two replicas never wait for each other in a circle.
    const cities = [...groupBy(events, (event) => event.cityCode)].sort(([a], [b]) => a - b);
    for (const [cityCode, records] of cities) {
      const issuance = issuanceAccount(cityCode);
      const volunteers = new Set(records.map(({ data }) => data.volunteerId));
      const asked = records.map(({ data, traceId }) => ({ request: earning(cityCode, data), traceId }));
      const personal = [...volunteers].sort().map((ownerId) => personalAccount(cityCode, ownerId));
      const postings = await this.postInCity(tx, cityCode, asked, [issuance, ...personal]);
      for (const posting of postings)
        if ('rejection' in posting)
          this.log.warn({ transferId: posting.rejection.id, reason: posting.rejection.code }, 'not credited');
    }
  }

  /** @throws DomainError `ledger.accountUnknown`, also where the account is somebody else's */
  async getBalance(input: OwnerInput, actor: Actor): Promise<BalanceView> {
    return balanceView(input.ownerId, await this.ownAccount(input, actor));
  }

  /**
   * Newest first.
   * @throws DomainError `ledger.accountUnknown`, `cursor.invalid`
   */
  async getStatement(input: StatementInput, actor: Actor): Promise<StatementPage> {
    const account = await this.ownAccount(input, actor);
    const from = input.cursor === undefined ? account.lastSequence : decodeCursor(input.cursor, 'integer')[0];
    if (from === null) return { items: [] };
    const limit = input.limit ?? statementLines;
    const rows = Number.isSafeInteger(from)
      ? await store.readStatement(this.database, account, from, limit + 1)
      : [];
    if (rows.length === 0) throw new DomainError('cursor.invalid');
    const next = rows[limit];
    return {
      items: rows.slice(0, limit).map((transfer) => lineOf(account.id, transfer)),
      nextCursor: next && encodeCursor(next.sequence),
    };
  }

  /**
   * Replays the city on one snapshot while posting goes on. It holds sums and account ids, no person's
   * data, so officials of the city, of what it lies in and of its parts may all ask.
   * @throws DomainError `access.foreignRegion`
   */
  async audit({ region }: CityInput, actor: Actor): Promise<LedgerAudit> {
    const city = cityOf(region);
    if (actor.role !== 'system' && !touches(scopeOf(actor), city))
      throw new DomainError('access.foreignRegion');
    return this.database.transaction(async (tx) => {
      await tx.query('set transaction isolation level repeatable read, read only');
      const replay = new Replay(city.cityCode);
      for await (const rows of store.readChain(tx, city.cityCode)) replay.takeTransfers(rows);
      for await (const rows of store.readAllAccounts(tx, city.cityCode)) replay.takeAccounts(rows);
      return replay.close(await store.readHead(tx, city.cityCode));
    });
  }

  /** Lock the head, read, decide, write: the only place where credits move. */
  private async postInCity(
    tx: Tx,
    cityCode: number,
    asked: readonly Asked[],
    opening: readonly store.NewAccount[] = [],
  ): Promise<Posting[]> {
    const requests = asked.map(({ request }) => request);
    const head = await store.lockCity(tx, cityCode);
    const now = this.clock.now();
    const ids = unique(requests.map(({ id }) => id));
    const accountIds = unique(requests.flatMap((each) => [each.debitAccountId, each.creditAccountId]));
    // Sent together and run in this order.
    const [, accounts, posted, rejected] = await Promise.all([
      store.openAccounts(tx, cityCode, opening, now),
      store.readAccounts(tx, cityCode, accountIds),
      store.readPosted(tx, cityCode, ids),
      store.readRejected(tx, cityCode, ids),
    ]);
    const state = { nextSequence: head.nextSequence, accounts, posted, rejected };
    const decision = decide(state, requests, now.getTime() * 1000);
    const links = chain(head.chainHash, cityCode, decision.transfers);
    const end = { nextSequence: decision.nextSequence, chainHash: links.at(-1) ?? head.chainHash };
    await Promise.all([
      store.insertRejected(tx, cityCode, decision.rejections, now),
      store.insertPosted(tx, cityCode, decision.transfers, links),
      store.writeAccounts(tx, cityCode, decision.accounts),
      store.writeHead(tx, cityCode, end),
      this.outbox.add(tx, eventsOf(cityCode, asked, decision.postings)),
    ]);
    return decision.postings;
  }

  private async ownAccount(input: OwnerInput, actor: Actor): Promise<store.OwnedAccount> {
    const isOwn = actor.role === 'system' || actor.id === input.ownerId;
    const account = isOwn ? await store.findOwned(this.database, input.ownerId, input.cityCode) : undefined;
    if (!account) throw new DomainError('ledger.accountUnknown');
    return account;
  }
}

function askedFor({ input, actor, traceId }: BatchCall<PostTransferInput>): Asked {
  return {
    traceId,
    request: {
      // PostgreSQL answers UUIDs in lower case; ids are compared as text.
      id: input.id.toLowerCase(),
      debitAccountId: input.debitAccountId.toLowerCase(),
      creditAccountId: input.creditAccountId.toLowerCase(),
      minutes: input.minutes,
      code: input.code,
      reference: input.reference,
      communityCode: parseRegion(input.communityCode ?? String(input.cityCode)).code,
      policyVersion: minutesAsServed.version,
      actorRole: actor.role,
      actorId: actor.id,
    },
  };
}

function earning(cityCode: number, record: ServiceRecordConfirmed): TransferRequest {
  const { id, role } = systemActor('ledger');
  return {
    id: deterministicId('earn', record.recordId, record.version),
    debitAccountId: issuanceAccount(cityCode).id,
    creditAccountId: personalAccount(cityCode, record.volunteerId).id,
    minutes: minutesAsServed.creditMinutes(record.serviceMinutes),
    code: 'earn',
    reference: `serviceRecord:${record.recordId}`,
    communityCode: parseRegion(record.communityCode).code,
    policyVersion: minutesAsServed.version,
    actorRole: role,
    actorId: id,
    effectiveAtMicros: Date.parse(record.endedAt) * 1000,
  };
}

/** Where a city's credits come from; how far it stands below zero is what the city has issued. */
function issuanceAccount(cityCode: number): store.NewAccount {
  return {
    id: deterministicId('account', cityCode, 'issuance'),
    kind: 'issuance',
    ownerId: null,
    floorMinutes: null,
  };
}

function personalAccount(cityCode: number, ownerId: string): store.NewAccount {
  return { id: deterministicId('account', cityCode, ownerId), kind: 'personal', ownerId, floorMinutes: 0 };
}

function eventsOf(cityCode: number, asked: readonly Asked[], postings: readonly Posting[]): NewEvent[] {
  return zip(asked, postings).flatMap(([{ traceId }, posting]) => {
    if ('rejection' in posting || !posting.isNew) return [];
    const data = creditsPosted(posting.transfer);
    return [{ contract: ledgerEvents.creditsPosted, cityCode, data, traceId }];
  });
}

/** The city a division lies in. A province has no ledger of its own. */
function cityOf(region: string): RegionRange {
  const { cityCode, level } = parseRegion(region);
  if (level === 'province')
    throw new DomainError('request.invalid', {
      fields: [{ field: 'region', rules: ['region must be a city or lie inside one'] }],
    });
  return regionOf(cityCode * 1e8);
}

function touches(scope: RegionRange | undefined, city: RegionRange): boolean {
  return scope !== undefined && (contains(scope, city) || contains(city, scope));
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}

/** Pairs two lists of one length. */
function zip<A, B>(left: readonly A[], right: readonly B[]): [A, B][] {
  return left.map((item, index) => [item, right[index] as B]);
}

function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
