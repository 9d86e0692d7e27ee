import { Book, type PostingState } from './book.js';
import {
  type Account,
  availableMinutes,
  contentOf,
  faultOf,
  type PostingRequest,
  refusal,
  type Refusal,
  type Rejection,
  type Transfer,
  type TransferRequest,
} from './transfer.js';

/** The answer to one request. `isNew` is false where it was posted before. */
export type Posting = { transfer: Transfer; linked: Transfer[]; isNew: boolean } | { rejection: Rejection };

export interface Decision {
  /** One for each request, in order. */
  postings: Posting[];
  /** To be inserted, in order of their numbers. */
  transfers: Transfer[];
  /** To be remembered. */
  rejections: Rejection[];
  /** Accounts as they are afterwards, in order of their ids; `version` is still the one that was read. */
  accounts: Account[];
  nextSequence: number;
}

/** The ids and accounts a state must know for these requests to be decided. */
export interface Named {
  accountIds: string[];
  /** Asked for: what they were answered before matters. */
  transferIds: string[];
  /** Resolved and reversed: the rows themselves, and whether somebody was faster. */
  holdIds: string[];
  reversedIds: string[];
}

/**
 * Decides a batch in order, each request upon what those before it left behind. A request is one transfer,
 * or a set of linked ones that is posted all or none. One that cannot be posted is rejected alone, with the
 * first reason that applies; of a set, the first that applies to its transfers in order, step by step:
 *
 * 1. what the request says by itself: `ledger.minutesInvalid`, `ledger.sameAccount`, `ledger.phaseInvalid`;
 * 2. what its id says: posted before with the same content → the first answer; rejected before with the
 *    same content → the same rejection; other content, or an id twice in a set → `ledger.transferConflict`;
 * 3. what it resolves: `ledger.holdUnknown`, `ledger.holdMismatch` (other accounts, or a release of other
 *    minutes), `ledger.holdResolved`, `ledger.captureExceedsHold`, `ledger.holdExpired`; or takes back:
 *    `ledger.reversalUnknown`, `ledger.reversalImpossible` (of a hold, a release or a reversal),
 *    `ledger.reversalMismatch` (not its opposite), `ledger.reversed`;
 * 4. what the accounts say, the debit account first: `ledger.accountUnknown`, `ledger.accountClosed`;
 * 5. what the balance says: `ledger.insufficient`.
 *
 * Steps 1 and 2 look at all transfers of a set before step 3 looks at the first; 3 to 5 are tried transfer
 * by transfer, each upon what those before it in the set left. Rejections of 3 to 5 are remembered for every
 * id of the set, for the ledger may look different when a retry comes; those of 1 and 2 follow from what
 * cannot change. Changes nothing it is given.
 */
export function decide(
  state: PostingState,
  requests: readonly PostingRequest[],
  recordedAtMicros: number,
): Decision {
  const book = new Book(state, recordedAtMicros);
  const rejections: Rejection[] = [];
  const postings = requests.map((request): Posting => {
    const set = request.linked?.length ? [request, ...request.linked] : [request];
    const known = faultIn(set) ?? answered(book, set);
    if (known) return known;
    const posted = postAll(book, set, recordedAtMicros);
    if (!('code' in posted)) return postingOf(posted, true);
    const remembered = set.map((each) => rejectionOf(each, posted));
    for (const rejection of remembered) book.rejected.set(rejection.id, rejection);
    rejections.push(...remembered);
    return { rejection: remembered[0] as Rejection };
  });
  const { transfers, changed: accounts, nextSequence } = book;
  return { postings, transfers, rejections, accounts, nextSequence };
}

/** What a state for these requests must know. */
export function namedBy(requests: readonly PostingRequest[]): Named {
  const accountIds = new Set<string>();
  const transferIds = new Set<string>();
  const holdIds = new Set<string>();
  const reversedIds = new Set<string>();
  for (const request of requests) {
    for (const each of request.linked ? [request, ...request.linked] : [request]) {
      accountIds.add(each.debitAccountId).add(each.creditAccountId);
      transferIds.add(each.id);
      if (each.holdId) holdIds.add(each.holdId);
      if (each.reversesId) reversedIds.add(each.reversesId);
      if (!each.cover) continue;
      accountIds.add(each.cover.accountId);
      transferIds.add(each.cover.id);
    }
  }
  return {
    accountIds: [...accountIds],
    transferIds: [...transferIds],
    holdIds: [...holdIds],
    reversedIds: [...reversedIds],
  };
}

function postingOf([transfer, ...linked]: readonly Transfer[], isNew: boolean): Posting {
  return { transfer: transfer as Transfer, linked, isNew };
}

function rejectionOf(request: TransferRequest, { code, data }: Refusal): Rejection {
  return { id: request.id, content: contentOf(request), code, data };
}

function faultIn(set: readonly TransferRequest[]): Posting | undefined {
  for (const request of set) {
    const fault = faultOf(request);
    if (fault) return { rejection: rejectionOf(request, fault) };
  }
  return undefined;
}

function answered({ posted, rejected }: Book, set: readonly TransferRequest[]): Posting | undefined {
  const before: Transfer[] = [];
  let rejection: Rejection | undefined;
  for (const request of set) {
    const transfer = posted.get(request.id);
    const remembered = rejected.get(request.id);
    const content = transfer ? contentOf(transfer) : remembered?.content;
    if (content !== undefined && content !== contentOf(request)) return conflict(set);
    if (transfer) before.push(transfer);
    rejection ??= remembered;
  }
  if (set.length > 1 && new Set(set.map(({ id }) => id)).size < set.length) return conflict(set);
  if (before.length === set.length) return postingOf(before, false);
  if (rejection) return { rejection };
  // The same content means the same set, which was posted or rejected as a whole.
  return before.length > 0 ? conflict(set) : undefined;
}

function conflict([first]: readonly TransferRequest[]): Posting {
  return { rejection: rejectionOf(first as TransferRequest, refusal('ledger.transferConflict')) };
}

function postAll(book: Book, set: readonly TransferRequest[], nowMicros: number): Transfer[] | Refusal {
  const { mark } = book;
  const posted: Transfer[] = [];
  for (const request of set) {
    const transfer = postOne(book, request, nowMicros);
    if ('minutes' in transfer) {
      posted.push(transfer);
      continue;
    }
    book.takeBack(mark);
    const { code, data } = transfer;
    return set.length > 1 ? refusal(code, { ...data, transferId: request.id }) : transfer;
  }
  return posted;
}

function postOne(book: Book, request: TransferRequest, nowMicros: number): Transfer | Refusal {
  const origin = originRefusal(book, request, nowMicros);
  if (origin) return origin;
  const closed = accountRefusal(book, request);
  if (closed) return closed;
  const held = request.holdId ? book.posted.get(request.holdId) : undefined;
  if (!held) {
    const short = cover(book, request);
    if (short) return short;
  }
  const debit = book.accounts.get(request.debitAccountId) as Account;
  const credit = book.accounts.get(request.creditAccountId) as Account;
  return book.write(request, debit, credit, held?.minutes ?? 0);
}

/** Step 3: what an earlier transfer has to say. */
function originRefusal(book: Book, request: TransferRequest, nowMicros: number): Refusal | undefined {
  if (request.holdId) return holdRefusal(book, request, request.holdId, nowMicros);
  if (request.reversesId) return reversalRefusal(book, request, request.reversesId);
  return request.expiresAtMicros && request.expiresAtMicros <= nowMicros
    ? refusal('ledger.holdExpired')
    : undefined;
}

function holdRefusal(
  { posted, resolvedBy }: Book,
  request: TransferRequest,
  holdId: string,
  nowMicros: number,
): Refusal | undefined {
  const hold = posted.get(holdId);
  if (hold?.phase !== 'hold') return refusal('ledger.holdUnknown');
  const isRelease = request.phase === 'release';
  const sameAccounts =
    request.debitAccountId === hold.debitAccountId && request.creditAccountId === hold.creditAccountId;
  if (!sameAccounts || (isRelease && request.minutes !== hold.minutes)) return refusal('ledger.holdMismatch');
  const resolution = resolvedBy.get(holdId);
  if (resolution) return refusal('ledger.holdResolved', { resolvedBy: resolution });
  if (isRelease) return undefined;
  if (request.minutes > hold.minutes)
    return refusal('ledger.captureExceedsHold', { heldMinutes: hold.minutes });
  return hold.expiresAtMicros !== null && hold.expiresAtMicros <= nowMicros
    ? refusal('ledger.holdExpired')
    : undefined;
}

function reversalRefusal(
  { posted, reversedBy }: Book,
  request: TransferRequest,
  reversesId: string,
): Refusal | undefined {
  const original = posted.get(reversesId);
  if (!original) return refusal('ledger.reversalUnknown');
  if (original.reversesId || original.phase === 'hold' || original.phase === 'release')
    return refusal('ledger.reversalImpossible');
  const isOpposite =
    request.debitAccountId === original.creditAccountId &&
    request.creditAccountId === original.debitAccountId &&
    request.minutes === original.minutes;
  if (!isOpposite) return refusal('ledger.reversalMismatch');
  const reversal = reversedBy.get(reversesId);
  return reversal ? refusal('ledger.reversed', { reversedBy: reversal }) : undefined;
}

/** Step 4. */
function accountRefusal({ accounts }: Book, request: TransferRequest): Refusal | undefined {
  const ids = [request.debitAccountId, request.creditAccountId];
  const unknown = ids.find((id) => !accounts.has(id));
  if (unknown) return refusal('ledger.accountUnknown', { accountId: unknown });
  const closed = ids.find((id) => accounts.get(id)?.closed);
  return closed ? refusal('ledger.accountClosed', { accountId: closed }) : undefined;
}

/**
 * Step 5. What a reversal takes back may be spent, here or by whom a merge gave it to: the missing minutes are first
 * credited out of the covering account, so that the reversal stays the exact opposite and no floor is passed.
 */
function cover(book: Book, request: TransferRequest): Refusal | undefined {
  const debit = book.accounts.get(request.debitAccountId) as Account;
  const available = availableMinutes(debit);
  if (request.minutes <= available) return undefined;
  const isCovered = request.reversesId || request.code === 'merge';
  if (!request.cover || !isCovered || request.cover.accountId === debit.id)
    return refusal('ledger.insufficient', { availableMinutes: Math.max(0, available) });
  const { id, accountId } = request.cover;
  if (book.posted.has(id) || book.rejected.has(id)) return refusal('ledger.transferConflict');
  const covering: TransferRequest = {
    ...request,
    id,
    debitAccountId: accountId,
    creditAccountId: debit.id,
    minutes: request.minutes - available,
    code: 'writeOff',
    reversesId: null,
    linkId: request.id,
  };
  delete covering.cover;
  const transfer = postOne(book, covering, 0);
  return 'minutes' in transfer ? undefined : transfer;
}
