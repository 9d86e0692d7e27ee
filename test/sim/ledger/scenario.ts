import type { PostingState } from '../../../apps/ledger/src/book.js';
import { type Decision, decide, namedBy, type Posting } from '../../../apps/ledger/src/posting.js';
import {
  type Account,
  balanceOf,
  type PostingRequest,
  type Rejection,
  type Transfer,
  type TransferRequest,
} from '../../../apps/ledger/src/transfer.js';

/**
 * Scenarios as tables, in the way of TigerBeetle's state machine tests.
 *
 * An account: `name floor debited credited pendingDebit closed`, of which only the first two are needed.
 * A transfer: `id [phase] debit→credit minutes [of hold] [until micros] [undoes transfer] [else account] =
 * outcome`; transfers of a linked set are joined by ` + `. A line `@ micros` sets the time. The outcome is
 * `ok number debitBalance creditBalance`, `again number`, or the reason of a rejection with its data.
 */
export interface Scenario {
  name: string;
  accounts: string[];
  /** Batches, one after another; each sees what the one before left. */
  batches: string[][];
  /** Afterwards, by account: `60`, with minutes held out of and into it `60 out 30 in 10`. */
  balances: Record<string, string>;
  nextSequence: number;
}

export interface Played {
  outcomes: string[][];
  balances: Record<string, string>;
  nextSequence: number;
  transfers: Transfer[];
}

/** What a ledger keeps between batches, in memory. */
export class MemoryStore {
  readonly accounts = new Map<string, Account>();
  readonly transfers = new Map<string, Transfer>();
  readonly rejections = new Map<string, Rejection>();
  private readonly resolvedBy = new Map<string, string>();
  private readonly reversedBy = new Map<string, string>();
  private readonly open = new Map<string, Transfer>();
  nextSequence = 1;

  constructor(accounts: readonly Account[]) {
    for (const account of accounts) this.accounts.set(account.id, account);
  }

  /** As the service does: read what is named, decide, write. */
  post(requests: readonly PostingRequest[], nowMicros: number): Decision {
    const decision = decide(this.read(requests), requests, nowMicros);
    for (const account of decision.accounts)
      this.accounts.set(account.id, { ...account, version: account.version + 1 });
    for (const transfer of decision.transfers) {
      this.transfers.set(transfer.id, transfer);
      if (transfer.phase === 'hold') this.open.set(transfer.id, transfer);
      if (transfer.holdId) this.resolvedBy.set(transfer.holdId, transfer.id);
      if (transfer.holdId) this.open.delete(transfer.holdId);
      if (transfer.reversesId) this.reversedBy.set(transfer.reversesId, transfer.id);
    }
    for (const rejection of decision.rejections) this.rejections.set(rejection.id, rejection);
    this.nextSequence = decision.nextSequence;
    return decision;
  }

  get openHolds(): Transfer[] {
    return [...this.open.values()];
  }

  read(requests: readonly PostingRequest[]): PostingState {
    const { accountIds, transferIds, holdIds, reversedIds } = namedBy(requests);
    return {
      policyVersion: 1,
      nextSequence: this.nextSequence,
      accounts: some(this.accounts, accountIds),
      posted: some(this.transfers, [...transferIds, ...holdIds, ...reversedIds]),
      rejected: some(this.rejections, transferIds),
      resolvedBy: some(this.resolvedBy, holdIds),
      reversedBy: some(this.reversedBy, reversedIds),
    };
  }
}

/** Plays a scenario and answers what came of it. */
export function play({ accounts, batches }: Pick<Scenario, 'accounts' | 'batches'>): Played {
  const store = new MemoryStore(accounts.map(accountOf));
  let nowMicros = 1;
  const outcomes = batches.map((lines) => {
    const requests = lines.flatMap((line) => {
      if (!line.startsWith('@')) return [requestOf(line)];
      nowMicros = Number(line.slice(1));
      return [];
    });
    return store.post(requests, nowMicros).postings.map(outcomeOf);
  });
  const balances = [...store.accounts.values()].map((account) => [account.id, standingOf(account)]);
  return {
    outcomes,
    balances: Object.fromEntries(balances) as Record<string, string>,
    nextSequence: store.nextSequence,
    transfers: [...store.transfers.values()],
  };
}

/** What a scenario says must come of it, in the form of {@link Played}. */
export function expected({ batches, balances, nextSequence }: Scenario): Omit<Played, 'transfers'> {
  const outcomes = batches.map((lines) =>
    lines.filter((line) => !line.startsWith('@')).map((line) => line.split(' = ')[1] ?? ''),
  );
  return { outcomes, balances, nextSequence };
}

export function accountOf(line: string): Account {
  const [id = '', floor, debited = 0, credited = 0, pending = 0, closed] = line.split(' ');
  return {
    id,
    floorMinutes: floor === '∞' ? null : Number(floor),
    debitedMinutes: Number(debited),
    creditedMinutes: Number(credited),
    pendingDebitMinutes: Number(pending),
    pendingCreditMinutes: 0,
    lastSequence: null,
    version: 0,
    closed: closed === 'closed',
  };
}

/** The request of a line; a set's link follows from its ids, as the service makes it. */
export function requestOf(line: string): PostingRequest {
  const [first, ...others] = (line.split(' = ')[0] ?? '').split(' + ').map(transferOf);
  const request = first as TransferRequest;
  if (others.length === 0) return request;
  const linkId = [request, ...others].map(({ id }) => id).join('&');
  return { ...request, linkId, linked: others.map((other) => ({ ...other, linkId })) };
}

const form =
  /^(\w+) (?:(single|hold|capture|release) )?(\w+)→(\w+) (\S+)(?: of (\w+))?(?: until (\d+))?(?: undoes (\w+))?(?: else (\w+))?$/;

function transferOf(text: string): TransferRequest {
  const match = form.exec(text);
  if (!match) throw new Error(`not a transfer: ${text}`);
  const [, id = '', phase, debit = '', credit = '', minutes, holdId, until, reversesId, covering] = match;
  return {
    ...{ id, debitAccountId: debit, creditAccountId: credit, minutes: Number(minutes), code: 'gift' },
    ...{ reference: 'test:1', communityCode: 120116014003, policyVersion: 1 },
    ...{ actorRole: 'system', actorId: 'tasks', holdId, reversesId },
    ...(phase !== undefined && { phase: phase as TransferRequest['phase'] }),
    ...(until !== undefined && { expiresAtMicros: Number(until) }),
    ...(covering !== undefined && { cover: { id: `${id}cover`, accountId: covering } }),
  };
}

function outcomeOf(posting: Posting): string {
  if ('rejection' in posting) {
    const { code, data } = posting.rejection;
    return [code.replace('ledger.', ''), ...Object.values(data)].join(' ');
  }
  const { transfer, linked, isNew } = posting;
  const one = ({ sequence, debitBalanceMinutes, creditBalanceMinutes }: Transfer) =>
    isNew ? `ok ${sequence} ${debitBalanceMinutes} ${creditBalanceMinutes}` : `again ${sequence}`;
  return [transfer, ...linked].map(one).join(' + ');
}

function standingOf(account: Account): string {
  const { pendingDebitMinutes: out, pendingCreditMinutes: into } = account;
  return `${balanceOf(account)}${out ? ` out ${out}` : ''}${into ? ` in ${into}` : ''}`;
}

function some<T>(all: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> {
  const found = new Map<string, T>();
  for (const id of ids) {
    const value = all.get(id);
    if (value !== undefined) found.set(id, value);
  }
  return found;
}
