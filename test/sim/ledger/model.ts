import type { PostingRequest, TransferRequest } from '../../../apps/ledger/src/transfer.js';

interface Hold {
  from: string;
  to: string;
  minutes: number;
  expires: number;
}

interface Moved {
  from: string;
  to: string;
  minutes: number;
  isReversed: boolean;
  canReverse: boolean;
}

interface Member {
  balance: number;
  held: number;
  awaited: number;
  floor: number;
  isClosed: boolean;
}

/**
 * The ledger as one would write it on a napkin: balances in a map, one request after another, what is undone
 * is undone step by step. Shares no line with the real one.
 */
export class NaiveLedger {
  readonly members = new Map<string, Member>();
  /** Rows there must be, covers included. */
  rows = 0;
  private readonly holds = new Map<string, Hold>();
  private readonly open = new Set<Hold>();
  private readonly moved = new Map<string, Moved>();
  private readonly answers = new Map<string, { asked: string; answer: string }>();
  private undo: (() => void)[] = [];

  constructor(floors: Record<string, number>) {
    for (const [id, floor] of Object.entries(floors))
      this.members.set(id, { balance: 0, held: 0, awaited: 0, floor, isClosed: false });
  }

  /** `posted` or the reason. */
  ask(request: PostingRequest, now: number): string {
    const set = [request, ...(request.linked ?? [])];
    for (const each of set) {
      const fault = shapeFault(each);
      if (fault) return fault;
    }
    const ids = set.map(({ id }) => id);
    const asked = set.map((each) => wordsOf(each, set.length > 1 ? ids : []));
    const known = ids.map((id) => this.answers.get(id));
    if (known.some((answer, index) => answer && answer.asked !== asked[index])) return 'transferConflict';
    if (new Set(ids).size < ids.length) return 'transferConflict';
    const first = known[0];
    if (first) return first.answer;
    const answer = this.tryAll(set, now);
    ids.forEach((id, index) => this.answers.set(id, { asked: asked[index] ?? '', answer }));
    return answer;
  }

  /** Releases what is due, as the job does. */
  expire(now: number): void {
    for (const hold of this.open)
      if (hold.expires <= now) {
        this.resolve(hold);
        this.rows++;
      }
    this.undo = [];
  }

  /** Closes where that is possible; the rest is somebody else's. Answers what was moved, or nothing. */
  close(id: string, restTo: string): number | undefined {
    const member = this.members.get(id);
    if (!member || member.isClosed || member.held || member.awaited || member.balance < 0) return undefined;
    const rest = member.balance;
    if (rest > 0) this.move(id, restTo, rest);
    if (rest > 0) this.rows++;
    this.undo = [];
    member.isClosed = true;
    return rest;
  }

  private tryAll(set: readonly TransferRequest[], now: number): string {
    this.undo = [];
    const rowsBefore = this.rows;
    for (const each of set) {
      const reason = this.tryOne(each, now);
      if (!reason) continue;
      for (const step of this.undo.reverse()) step();
      this.rows = rowsBefore;
      return reason;
    }
    return 'posted';
  }

  private tryOne(request: TransferRequest, now: number): string | undefined {
    const { id, debitAccountId: from, creditAccountId: to, minutes, phase = 'single' } = request;
    const hold = request.holdId ? this.holds.get(request.holdId) : undefined;
    const original = request.reversesId ? this.moved.get(request.reversesId) : undefined;
    const reason = request.holdId
      ? this.holdFault(request, hold, now)
      : request.reversesId
        ? this.reversalFault(request, original)
        : request.expiresAtMicros && request.expiresAtMicros <= now
          ? 'holdExpired'
          : undefined;
    if (reason) return reason;
    const [payer, payee] = [this.members.get(from), this.members.get(to)];
    if (!payer || !payee) return 'accountUnknown';
    if (payer.isClosed || payee.isClosed) return 'accountClosed';
    if (hold) {
      this.resolve(hold);
    } else {
      const missing = minutes - (payer.balance - payer.held - payer.floor);
      if (missing > 0) {
        if (!request.reversesId || !request.cover) return 'insufficient';
        this.move(request.cover.accountId, from, missing);
        this.rows++;
      }
    }
    this.rows++;
    if (phase === 'hold') this.hold(id, request);
    if (phase === 'single' || phase === 'capture') {
      this.move(from, to, minutes);
      this.moved.set(id, { from, to, minutes, isReversed: false, canReverse: !request.reversesId });
      this.undo.push(() => this.moved.delete(id));
    }
    if (original) {
      original.isReversed = true;
      this.undo.push(() => (original.isReversed = false));
    }
    return undefined;
  }

  private holdFault(request: TransferRequest, hold: Hold | undefined, now: number): string | undefined {
    if (!hold) return 'holdUnknown';
    const isRelease = request.phase === 'release';
    if (request.debitAccountId !== hold.from || request.creditAccountId !== hold.to) return 'holdMismatch';
    if (isRelease && request.minutes !== hold.minutes) return 'holdMismatch';
    if (!this.open.has(hold)) return 'holdResolved';
    if (isRelease) return undefined;
    if (request.minutes > hold.minutes) return 'captureExceedsHold';
    return hold.expires <= now ? 'holdExpired' : undefined;
  }

  private reversalFault(request: TransferRequest, original: Moved | undefined): string | undefined {
    if (!original) {
      const known = this.answers.get(request.reversesId ?? '');
      const isUnmoved = this.holds.has(request.reversesId ?? '') || known?.answer === 'posted';
      return isUnmoved ? 'reversalImpossible' : 'reversalUnknown';
    }
    if (!original.canReverse) return 'reversalImpossible';
    const { from, to, minutes } = original;
    if (request.debitAccountId !== to || request.creditAccountId !== from || request.minutes !== minutes)
      return 'reversalMismatch';
    return original.isReversed ? 'reversed' : undefined;
  }

  private hold(id: string, request: TransferRequest): void {
    const { debitAccountId: from, creditAccountId: to, minutes, expiresAtMicros } = request;
    const hold: Hold = { from, to, minutes, expires: expiresAtMicros ?? Infinity };
    this.holds.set(id, hold);
    this.open.add(hold);
    this.pend(from, to, minutes);
    this.undo.push(() => {
      this.holds.delete(id);
      this.open.delete(hold);
      this.pend(from, to, -minutes);
    });
  }

  private resolve(hold: Hold): void {
    this.open.delete(hold);
    this.pend(hold.from, hold.to, -hold.minutes);
    this.undo.push(() => {
      this.open.add(hold);
      this.pend(hold.from, hold.to, hold.minutes);
    });
  }

  private pend(from: string, to: string, minutes: number): void {
    const [payer, payee] = [this.members.get(from), this.members.get(to)];
    if (!payer || !payee) throw new Error('nobody');
    payer.held += minutes;
    payee.awaited += minutes;
  }

  private move(from: string, to: string, minutes: number): void {
    const [payer, payee] = [this.members.get(from), this.members.get(to)];
    if (!payer || !payee) throw new Error('nobody');
    payer.balance -= minutes;
    payee.balance += minutes;
    this.undo.push(() => {
      payer.balance += minutes;
      payee.balance -= minutes;
    });
  }
}

function shapeFault({ minutes, debitAccountId, creditAccountId, phase, ...rest }: TransferRequest) {
  if (minutes < 1 || minutes > 1_000_000 || minutes !== Math.floor(minutes)) return 'minutesInvalid';
  if (debitAccountId === creditAccountId) return 'sameAccount';
  const resolves = phase === 'capture' || phase === 'release';
  const isOdd =
    resolves !== Boolean(rest.holdId) ||
    (Boolean(rest.expiresAtMicros) && phase !== 'hold') ||
    (Boolean(rest.reversesId) && phase !== undefined && phase !== 'single');
  return isOdd ? 'phaseInvalid' : undefined;
}

function wordsOf(request: TransferRequest, set: string[]): string {
  const { debitAccountId, creditAccountId, minutes, phase, holdId, expiresAtMicros, reversesId } = request;
  const optional = [phase ?? 'single', holdId ?? '', expiresAtMicros ?? '', reversesId ?? ''];
  return JSON.stringify([debitAccountId, creditAccountId, minutes, ...optional, set]);
}
