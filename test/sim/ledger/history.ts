import type { PostingRequest, TransferRequest } from '../../../apps/ledger/src/transfer.js';

export type Random = (below: number) => number;

/** Numbers that are the same in every run (Lehmer's generator). */
export function randomOf(seed: number): Random {
  let state = (seed * 7919 + 17) % 2147483646;
  state += 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

export interface Cast {
  /** Issues without limit. */
  bank: string;
  /** Covers what reversals miss. */
  writeoff: string;
  /** Everybody else who may pay and be paid. */
  members: string[];
  idOf: (number: number) => string;
}

const remembered = 400;

/**
 * A seeded stream of requests, what is usual and what is not: fresh ones, holds with and without an end,
 * resolutions in part, twice and by the wrong people, reversals of everything, linked sets, retries, other
 * uses of an id, accounts that are not there, minutes that cannot be.
 */
export class History {
  private readonly asked: PostingRequest[] = [];
  private readonly holds: TransferRequest[] = [];
  private readonly moves: TransferRequest[] = [];
  private count = 0;

  constructor(
    readonly random: Random,
    private readonly cast: Cast,
  ) {}

  /** The next request, at this time. */
  next(nowMicros: number): PostingRequest {
    const dice = this.random(100);
    const before = this.asked[this.random(this.asked.length || 1)];
    if (before && dice < 7) return before;
    let request: PostingRequest = this.one(nowMicros);
    if (before && dice < 10) request = { ...request, id: before.id };
    else if (dice < 20) request = this.set([request, ...this.several(nowMicros)]);
    keep(this.asked, request, this.random);
    return request;
  }

  private several(nowMicros: number): TransferRequest[] {
    return Array.from({ length: 1 + this.random(3) }, () => this.one(nowMicros));
  }

  private set([first, ...others]: TransferRequest[]): PostingRequest {
    const ids = [first, ...others].map((each) => each?.id);
    const linkId = ids.join('&');
    if (others[0] && this.random(40) === 0) others[0] = { ...others[0], id: ids[0] ?? '' };
    const linked = others.map((each) => ({ ...each, linkId }));
    return { ...(first as TransferRequest), linkId, linked };
  }

  private one(nowMicros: number): TransferRequest {
    const dice = this.random(100);
    if (dice < 20) return this.hold(nowMicros);
    if (dice < 38) return this.resolution() ?? this.single();
    if (dice < 48) return this.reversal() ?? this.single();
    return this.single();
  }

  private single(): TransferRequest {
    const request = this.fresh(this.anybody(), this.anybody());
    keep(this.moves, request, this.random);
    return request;
  }

  private hold(nowMicros: number): TransferRequest {
    const request: TransferRequest = { ...this.fresh(this.anybody(), this.anybody()), phase: 'hold' };
    if (this.random(3) > 0) request.expiresAtMicros = nowMicros + this.random(60) * 1_000_000;
    keep(this.holds, request, this.random);
    return request;
  }

  private resolution(): TransferRequest | undefined {
    const hold = this.holds[this.random(this.holds.length || 1)];
    if (!hold) return undefined;
    const isCapture = this.random(3) > 0;
    const minutes = isCapture ? 1 + this.random(hold.minutes + 2) : hold.minutes - (this.random(15) ? 0 : 1);
    const request: TransferRequest = {
      ...this.fresh(hold.debitAccountId, hold.creditAccountId),
      ...{ phase: isCapture ? 'capture' : 'release', minutes, holdId: hold.id },
    };
    if (this.random(25) === 0) request.creditAccountId = this.anybody();
    if (this.random(40) === 0) request.phase = 'single';
    if (isCapture) keep(this.moves, request, this.random);
    return request;
  }

  private reversal(): TransferRequest | undefined {
    const from = this.random(8) === 0 ? this.holds : this.moves;
    const original = from[this.random(from.length || 1)];
    if (!original) return undefined;
    const fresh = this.fresh(original.creditAccountId, original.debitAccountId);
    const request: TransferRequest = { ...fresh, minutes: original.minutes, reversesId: original.id };
    if (this.random(25) === 0) request.minutes++;
    if (this.random(4) > 0) request.cover = { id: `${request.id}cover`, accountId: this.cast.writeoff };
    if (this.random(6) === 0) keep(this.moves, request, this.random);
    return request;
  }

  private fresh(debitAccountId: string, creditAccountId: string): TransferRequest {
    const odd = this.random(300);
    const minutes = odd === 0 ? 0 : odd === 1 ? 1_000_001 : 1 + this.random(120);
    return {
      ...{ id: this.cast.idOf(this.count++), debitAccountId, creditAccountId, minutes, code: 'gift' },
      ...{ reference: 'test:1', communityCode: 120100000000, policyVersion: 1 },
      ...{ actorRole: 'system', actorId: 'tasks' },
    };
  }

  private anybody(): string {
    const dice = this.random(40);
    if (dice === 0) return this.cast.idOf(-1 - this.random(5));
    if (dice < 10) return this.cast.bank;
    return this.cast.members[this.random(this.cast.members.length)] ?? this.cast.bank;
  }
}

/** Appends, or takes an old one's place: what is long past is hardly asked for again. */
function keep<T>(list: T[], item: T, random: Random): void {
  if (list.length < remembered) list.push(item);
  else list[random(remembered)] = item;
}
