import { randomBytes } from 'node:crypto';
import { type ClaimView, DomainError } from '#contracts';
import {
  Clock,
  type Config,
  Database,
  describeError,
  failed,
  type Log,
  newTraceId,
  Outbox,
  type Outcome,
  tokens,
  type Tx,
} from '#platform';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { type ClaimDecision, type ClaimRequest, decideClaims } from './claim.js';
import { claimedEvent } from './claimed.event.views.js';
import { findConflicts } from './conflicts.store.js';
import {
  type ErrandToClaim,
  findKnownClaims,
  lockClaimants,
  lockErrandsForClaim,
  writeWinners,
} from './claims.store.js';
import { type RankedWish, rankWishes } from './fair-grab.js';
import { closeFairGrab, findOpenFairGrab, findWishers, keepWishes } from './fair.grabs.store.js';

const lookBackMs = 30 * 24 * 3_600_000;
const dueAtOnce = 100;

/**
 * Fair grabs: where a need asks for it, claims are gathered for some seconds, then ranked by declared rules
 * (`fair-grab.ts`), and the explanation is kept. Wishes are rows as soon as they are answered, so a crash in
 * the middle loses none: a job decides what this process' timer did not.
 */
@Injectable()
export class FairGrabsService implements BeforeApplicationShutdown {
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  beforeApplicationShutdown(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /** Keeps wishes that passed every guard; the errands are locked. */
  async gather(
    tx: Tx,
    wishes: ClaimRequest[],
    errands: Map<string, ErrandToClaim>,
    now: Date,
  ): Promise<Map<ClaimRequest, Outcome<ClaimView>>> {
    if (wishes.length === 0) return new Map();
    const seeds = new Map(wishes.map(({ errandId }) => [errandId, randomBytes(16).toString('hex')]));
    const kept = await keepWishes(tx, wishes, errands, seeds, now);
    tx.afterCommit(() => {
      for (const { errandId, closesAt } of kept) this.decideAt(errandId, closesAt.getTime() - now.getTime());
    });
    return new Map(
      wishes.map((wish) => {
        const own = kept.find(
          ({ errandId, volunteerId }) => errandId === wish.errandId && volunteerId === wish.volunteerId,
        );
        return [wish, own ? gatheredView(wish, own) : failed(new DomainError('idempotency.conflict'))];
      }),
    );
  }

  /** Decides every fair grab whose seconds are over. Safe to run twice. */
  async decideDue(): Promise<void> {
    const due = await this.database.query<{ errand_id: string }>(
      `select errand_id from fair_grab where decided_at is null and closes_at <= $1 order by closes_at limit ${dueAtOnce}`,
      [this.clock.now()],
    );
    for (const { errand_id } of due) await this.decide(errand_id);
  }

  /** Decides one fair grab, once: under the errand's lock, and never before its seconds are over. */
  async decide(errandId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const errands = await lockErrandsForClaim(tx, [errandId]);
      const errand = errands.get(errandId);
      const grab = await findOpenFairGrab(tx, errandId);
      if (!errand || !grab || grab.closesAt > now) return;
      const wishers = await findWishers(tx, errandId, new Date(now.getTime() - lookBackMs));
      const ranked = rankWishes(errand.communityCode, wishers, grab.seed);
      const claimIds = new Map(wishers.map(({ volunteerId, claimId }) => [volunteerId, claimId]));
      const requests = ranked.map(({ volunteerId }) => ({
        claimId: claimIds.get(volunteerId) ?? '',
        errandId,
        volunteerId,
      }));
      const decisions = await this.judge(tx, requests, { ...errand, fairGrabSeconds: 0 }, now);
      const winners = requests
        .filter((_, i) => decisions[i]?.kind === 'won')
        .map((request) => ({ ...request, errand, traceId: newTraceId() }));
      if (winners.length > 0) writeWinners(tx, winners, now);
      this.outbox.add(
        tx,
        winners.map((winner) => claimedEvent(winner, now)),
      );
      await closeFairGrab(
        tx,
        errand,
        ranked.map((wish, i) => explained(wish, decisions[i])),
        now,
      );
    });
  }

  /** The same guards as for any claim, tried in the order of the ranking. */
  private async judge(
    tx: Tx,
    requests: ClaimRequest[],
    errand: ErrandToClaim,
    now: Date,
  ): Promise<ClaimDecision[]> {
    const volunteerIds = requests.map(({ volunteerId }) => volunteerId);
    const volunteers = await lockClaimants(tx, volunteerIds);
    const claims = await findKnownClaims(
      tx,
      volunteerIds,
      requests.map(({ claimId }) => claimId),
    );
    const conflicts = await findConflicts(
      tx,
      requests.filter(({ volunteerId }) => volunteers.get(volunteerId)?.mayConflict),
    );
    const { activeClaimLimit } = this.config;
    const errands = new Map([[errand.id, errand]]);
    return decideClaims(requests, { now, activeClaimLimit, errands, volunteers, claims, conflicts });
  }

  private decideAt(errandId: string, milliseconds: number): void {
    if (this.timers.has(errandId)) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(errandId);
        this.decide(errandId).catch((error: unknown) =>
          this.log.warn({ err: describeError(error) }, 'fair grab: the job will try again'),
        );
      },
      Math.max(0, milliseconds),
    );
    this.timers.set(errandId, timer.unref());
  }
}

function gatheredView(
  wish: ClaimRequest,
  own: { claimId: string; wishedAt: Date; closesAt: Date },
): Outcome<ClaimView> {
  return {
    data: {
      id: own.claimId,
      errandId: wish.errandId,
      state: 'gathered',
      claimedAt: own.wishedAt.toISOString(),
      alreadyYours: own.claimId !== wish.claimId,
      decidesAt: own.closesAt.toISOString(),
    },
  };
}

function explained(wish: RankedWish, decision: ClaimDecision | undefined) {
  const won = decision?.kind === 'won';
  const reason = decision?.kind === 'refused' ? decision.error.code : 'errand.lost';
  return { ...wish, won, reason: won ? null : reason };
}
