import {
  errandEvents,
  type ErrandStepInput,
  type ErrandView,
  DomainError,
  grabbing as contracts,
  grabbingEvents,
  type NeedType,
} from '#contracts';
import { type Call, Clock, Database, once, Outbox, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import type { ClaimRequest } from './claim.js';
import type { ErrandToClaim } from './claims.store.js';
import { ErrandsService } from './errands.service.js';
import { followClaims, lockHeldClaim, type LockedClaimRow, type LockedErrandRow } from './serving.store.js';
import { releaseTakenOver } from './takeovers.store.js';

/** Releases that hold only if somebody takes over: until then the slot is free to others and the claim stays. */
@Injectable()
export class TakeoversService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly errands: ErrandsService,
  ) {}

  /** Offers a claim that is not begun; the errand and the claim are locked. Again is the same offer. */
  async offer(tx: Tx, errand: LockedErrandRow, claim: LockedClaimRow, call: Call): Promise<object> {
    if (claim.offered_at) return { offered: true };
    const now = this.clock.now();
    await this.mark(tx, errand, claim, now);
    this.outbox.add(tx, [
      {
        contract: grabbingEvents.takeoverOffered,
        cityCode: errand.city_code,
        traceId: call.traceId,
        data: {
          errandId: errand.id,
          communityCode: formatRegion(errand.community_code),
          volunteerId: call.actor.id,
          at: now.toISOString(),
        },
      },
    ]);
    return { offered: true };
  }

  /** Takes the offer back, if nobody was faster. */
  async keep(input: ErrandStepInput, call: Call): Promise<ErrandView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.keep.subject, input, async () => {
        const { errand, claim } = await lockHeldClaim(tx, input.errandId, call.actor.id);
        if (claim.state !== 'claimed') throw new DomainError('errand.stateConflict', { state: claim.state });
        if (claim.offered_at) await this.mark(tx, errand, claim, null);
        return { kept: true };
      }),
    );
    return this.errands.get({ id: input.errandId }, call);
  }

  /** After a win: those who offered the slots that were just taken are released, the earliest offer first. */
  async handOver(
    tx: Tx,
    winners: (ClaimRequest & { errand: ErrandToClaim; traceId: string })[],
    now: Date,
  ): Promise<void> {
    const errands = new Map(
      winners.filter(({ errand }) => errand.slotsOffered > 0).map((winner) => [winner.errand.id, winner]),
    );
    if (errands.size === 0) return;
    const released = await releaseTakenOver(tx, [...errands.keys()], now);
    this.outbox.add(
      tx,
      released.flatMap(({ errandId, volunteerId }) => {
        const taken = errands.get(errandId);
        if (!taken) return [];
        const { errand, traceId } = taken;
        const data = {
          errandId,
          communityCode: formatRegion(errand.communityCode),
          type: errand.type as NeedType,
          volunteerId,
          at: now.toISOString(),
        };
        return [{ contract: errandEvents.released, cityCode: errand.cityCode, data, traceId }];
      }),
    );
  }

  private async mark(
    tx: Tx,
    errand: LockedErrandRow,
    claim: LockedClaimRow,
    offeredAt: Date | null,
  ): Promise<void> {
    await tx.query('update claim set offered_at = $3 where city_code = $1 and id = $2', [
      claim.city_code,
      claim.id,
      offeredAt,
    ]);
    await followClaims(tx, errand);
  }
}
