import {
  type ClaimInput,
  type ClaimView,
  DomainError,
  errandEvents,
  type ErrandView,
  errands as contracts,
  type ReleaseInput,
} from '#contracts';
import {
  type BatchCall,
  type Call,
  Clock,
  type Config,
  Database,
  failed,
  Outbox,
  type Outcome,
  once,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { type ClaimDecision, type ClaimRequest, decideClaims, type KnownClaim } from './claim.js';
import {
  type ErrandToClaim,
  findKnownClaims,
  lockClaimants,
  lockErrandsForClaim,
  type LossReport,
  reportLosses,
  writeWinners,
} from './claims.store.js';
import { ErrandsService } from './errands.service.js';
import { FairGrabsService } from './fair.grabs.service.js';
import { GrabLogService } from './grab.log.service.js';
import { TakeoversService } from './takeovers.service.js';
import { claimedEvent } from './claimed.event.views.js';
import { findConflicts } from './conflicts.store.js';
import { followClaims, lockOwnClaim } from './serving.store.js';

interface Decided {
  now: Date;
  errands: Map<string, ErrandToClaim>;
  decisions: ClaimDecision[];
  /** Answers to those whose wish waits for the ranking of a fair grab. */
  gathered: Map<ClaimRequest, Outcome<ClaimView>>;
}

@Injectable()
export class ClaimsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly errands: ErrandsService,
    private readonly fairGrabs: FairGrabsService,
    private readonly takeovers: TakeoversService,
    private readonly grabLog: GrabLogService,
    @Inject(tokens.config) private readonly config: Config<'tasks'>,
  ) {}

  /** 抢单. Every item of the batch is answered: won, held already, lost to somebody, or why not. */
  async claim(items: BatchCall<ClaimInput>[]): Promise<Outcome<ClaimView>[]> {
    const requests = items.map(({ actor, input }) => ({
      claimId: input.id,
      errandId: input.errandId,
      volunteerId: actor.id,
    }));
    const { now, errands, decisions, gathered } = await this.database.transaction((tx) =>
      this.decideAndWrite(tx, requests, items),
    );
    this.grabLog.note(requests, decisions, errands, now);
    const lost = decisions.flatMap((decision, i) =>
      decision.kind === 'taken' ? [(requests[i] as ClaimRequest).errandId] : [],
    );
    const losses =
      lost.length > 0 ? await reportLosses(this.database, [...new Set(lost)]) : new Map<string, LossReport>();
    return decisions.map(
      (decision, i) =>
        gathered.get(requests[i] as ClaimRequest) ??
        answer(decision, requests[i] as ClaimRequest, errands, losses, now),
    );
  }

  /** 退单: the slot is open again at once, under the same lock that a claim takes. */
  async release(input: ReleaseInput, call: Call): Promise<ErrandView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.release.subject, input, async () => {
        const now = this.clock.now();
        const { claim, errand } = await lockOwnClaim(tx, input.errandId, call.actor.id);
        // Whoever heard no answer asks again, and may have no key to be known by.
        if (claim.state === 'released') return { released: true };
        if (claim.state !== 'claimed') throw new DomainError('errand.stateConflict', { state: claim.state });
        if (input.onlyIfTakenOver) return this.takeovers.offer(tx, errand, claim, call);
        await tx.query(
          `update claim set state = 'released', offered_at = null, released_at = $3, release_reason = $4 where city_code = $1 and id = $2`,
          [claim.city_code, claim.id, now, input.reason],
        );
        await followClaims(tx, errand);
        const data = {
          errandId: errand.id,
          communityCode: formatRegion(errand.community_code),
          type: errand.type,
          volunteerId: call.actor.id,
          at: now.toISOString(),
        };
        this.outbox.add(tx, [
          { contract: errandEvents.released, cityCode: errand.city_code, data, traceId: call.traceId },
        ]);
        return { released: true };
      }),
    );
    return this.errands.get({ id: input.errandId }, call);
  }

  private async decideAndWrite(tx: Tx, requests: ClaimRequest[], calls: Call[]): Promise<Decided> {
    const now = this.clock.now();
    const volunteerIds = [...new Set(requests.map(({ volunteerId }) => volunteerId))];
    const claimIds = requests.map(({ claimId }) => claimId);
    // Sent in one flight; each is still a statement with a snapshot of its own, in this order.
    const [errands, volunteers, claims] = await Promise.all([
      lockErrandsForClaim(tx, [...new Set(requests.map(({ errandId }) => errandId))]),
      lockClaimants(tx, volunteerIds),
      findKnownClaims(tx, volunteerIds, claimIds),
    ]);
    const conflicts = await findConflicts(
      tx,
      requests.filter(({ volunteerId }) => volunteers.get(volunteerId)?.mayConflict),
    );
    const { activeClaimLimit } = this.config;
    const facts = { now, activeClaimLimit, errands, volunteers, claims, conflicts };
    const decisions = decideClaims(requests, facts);
    const winners = requests.flatMap((request, i) => {
      const errand = errands.get(request.errandId);
      return decisions[i]?.kind === 'won' && errand
        ? [{ ...request, errand, traceId: calls[i]?.traceId ?? '' }]
        : [];
    });
    const gathered = await this.fairGrabs.gather(
      tx,
      requests.filter((_, i) => decisions[i]?.kind === 'gathered'),
      errands,
      now,
    );
    if (winners.length > 0) {
      writeWinners(tx, winners, now);
      this.outbox.add(
        tx,
        winners.map((winner) => claimedEvent(winner, now)),
      );
      await this.takeovers.handOver(tx, winners, now);
    }
    return { now, errands, decisions, gathered };
  }
}

function answer(
  decision: ClaimDecision,
  request: ClaimRequest,
  errands: Map<string, ErrandToClaim>,
  losses: Map<string, LossReport>,
  now: Date,
): Outcome<ClaimView> {
  switch (decision.kind) {
    case 'won':
      return { data: view(request, 'claimed', now, false) };
    case 'known':
      return {
        data: view(
          request,
          decision.claim.state,
          decision.claim.claimedAt,
          decision.claim.id !== request.claimId,
          decision.claim,
        ),
      };
    case 'refused':
      return failed(decision.error);
    case 'gathered':
      throw new Error('a wish is answered where it was gathered');
    case 'taken': {
      const { winner, nearby } = losses.get(request.errandId) ?? { winner: '', nearby: [] };
      if (!winner)
        return failed(
          new DomainError('errand.notOpen', { state: errands.get(request.errandId)?.state ?? '' }),
        );
      return failed(new DomainError('errand.lost', { winner, nearby, nearbyCount: nearby.length }));
    }
  }
}

function view(
  request: ClaimRequest,
  state: ClaimView['state'],
  claimedAt: Date,
  alreadyYours: boolean,
  known?: KnownClaim,
): ClaimView {
  return {
    id: known?.id ?? request.claimId,
    errandId: request.errandId,
    state,
    claimedAt: claimedAt.toISOString(),
    alreadyYours,
  };
}
