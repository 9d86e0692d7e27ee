import type { Account, Rejection, Transfer, TransferRequest } from './transfer.js';
import { balanceOf, isMovement } from './transfer.js';

/** All that a decision depends on: the city's next number and what is known of the ids and accounts named. */
export interface PostingState {
  nextSequence: number;
  /** Of the policy in force now. */
  policyVersion: number;
  accounts: ReadonlyMap<string, Account>;
  /** By id: what was asked before, and the holds and reversed transfers that are named. */
  posted: ReadonlyMap<string, Transfer>;
  rejected: ReadonlyMap<string, Rejection>;
  /** Hold → the transfer that resolved it. */
  resolvedBy: ReadonlyMap<string, string>;
  /** Transfer → its reversal. */
  reversedBy: ReadonlyMap<string, string>;
}

interface Page {
  transfer: Transfer;
  debit: Account;
  credit: Account;
}

/**
 * The state as it grows while a batch is decided. What was written since a mark can be taken back, which is
 * how linked transfers are posted all or none.
 */
export class Book {
  readonly accounts: Map<string, Account>;
  readonly posted: Map<string, Transfer>;
  readonly rejected: Map<string, Rejection>;
  readonly resolvedBy: Map<string, string>;
  readonly reversedBy: Map<string, string>;
  private readonly pages: Page[] = [];

  constructor(
    private readonly state: PostingState,
    private readonly recordedAtMicros: number,
  ) {
    this.accounts = new Map(state.accounts);
    this.posted = new Map(state.posted);
    this.rejected = new Map(state.rejected);
    this.resolvedBy = new Map(state.resolvedBy);
    this.reversedBy = new Map(state.reversedBy);
  }

  get mark(): number {
    return this.pages.length;
  }

  get nextSequence(): number {
    return this.state.nextSequence + this.pages.length;
  }

  get transfers(): Transfer[] {
    return this.pages.map(({ transfer }) => transfer);
  }

  /** Accounts that changed, in order of their ids. */
  get changed(): Account[] {
    const ids = new Set(
      this.pages.flatMap(({ transfer }) => [transfer.debitAccountId, transfer.creditAccountId]),
    );
    return [...this.accounts.values()].filter(({ id }) => ids.has(id)).sort(byId);
  }

  /** Writes a transfer that nothing speaks against, and answers it. */
  write(request: TransferRequest, debit: Account, credit: Account, heldMinutes: number): Transfer {
    const { nextSequence: sequence, recordedAtMicros } = this;
    const policyVersion = request.policyVersion ?? this.state.policyVersion;
    const transfer = transferOf(request, debit, credit, { sequence, policyVersion, recordedAtMicros });
    this.pages.push({ transfer, debit, credit });
    this.posted.set(transfer.id, transfer);
    if (transfer.holdId) this.resolvedBy.set(transfer.holdId, transfer.id);
    if (transfer.reversesId) this.reversedBy.set(transfer.reversesId, transfer.id);
    this.accounts.set(debit.id, debited(debit, transfer, heldMinutes));
    this.accounts.set(credit.id, credited(credit, transfer, heldMinutes));
    return transfer;
  }

  /** Takes back what was written since the mark, the last first. */
  takeBack(mark: number): void {
    while (this.pages.length > mark) {
      const { transfer, debit, credit } = this.pages.pop() as Page;
      this.posted.delete(transfer.id);
      if (transfer.holdId) this.resolvedBy.delete(transfer.holdId);
      if (transfer.reversesId) this.reversedBy.delete(transfer.reversesId);
      this.accounts.set(debit.id, debit);
      this.accounts.set(credit.id, credit);
    }
  }
}

function byId(a: Account, b: Account): number {
  return a.id < b.id ? -1 : 1;
}

/** What posting adds to a request. */
type Posted = Pick<Transfer, 'sequence' | 'policyVersion' | 'recordedAtMicros'>;

function transferOf(
  request: TransferRequest,
  debit: Account,
  credit: Account,
  { sequence, policyVersion, recordedAtMicros }: Posted,
): Transfer {
  const moves = isMovement(request);
  const minutes = moves ? request.minutes : 0;
  // Field by field: spreading the request costs ten times as much, and this runs for every transfer.
  return {
    id: request.id,
    debitAccountId: request.debitAccountId,
    creditAccountId: request.creditAccountId,
    minutes: request.minutes,
    code: request.code,
    reference: request.reference,
    communityCode: request.communityCode,
    policyVersion,
    actorRole: request.actorRole,
    actorId: request.actorId,
    sequence,
    phase: request.phase ?? 'single',
    holdId: request.holdId ?? null,
    expiresAtMicros: request.expiresAtMicros ?? null,
    reversesId: request.reversesId ?? null,
    linkId: request.linkId ?? null,
    effectiveAtMicros: request.effectiveAtMicros ?? recordedAtMicros,
    recordedAtMicros,
    debitBalanceMinutes: balanceOf(debit) - minutes,
    creditBalanceMinutes: balanceOf(credit) + minutes,
    debitPrev: moves ? debit.lastSequence : null,
    creditPrev: moves ? credit.lastSequence : null,
  };
}

/** What a transfer adds to the minutes pending: a hold its own, a resolution takes away what was held. */
function pendingBy(transfer: Transfer, heldMinutes: number): number {
  return transfer.phase === 'hold' ? transfer.minutes : -heldMinutes;
}

function debited(account: Account, transfer: Transfer, heldMinutes: number): Account {
  const moves = isMovement(transfer);
  return {
    ...account,
    debitedMinutes: account.debitedMinutes + (moves ? transfer.minutes : 0),
    pendingDebitMinutes: account.pendingDebitMinutes + pendingBy(transfer, heldMinutes),
    lastSequence: moves ? transfer.sequence : account.lastSequence,
  };
}

function credited(account: Account, transfer: Transfer, heldMinutes: number): Account {
  const moves = isMovement(transfer);
  return {
    ...account,
    creditedMinutes: account.creditedMinutes + (moves ? transfer.minutes : 0),
    pendingCreditMinutes: account.pendingCreditMinutes + pendingBy(transfer, heldMinutes),
    lastSequence: moves ? transfer.sequence : account.lastSequence,
  };
}
