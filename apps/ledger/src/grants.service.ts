import { type EventEnvelope, systemActor, type VolunteerVerified } from '#contracts';
import { Clock, Database, deterministicId, keptIds, newTraceId, shanghaiDay, type Tx } from '#platform';
import { regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import { personalAccount, publicPoolAccount } from './city.accounts.js';
import * as store from './grants.store.js';
import { groupBy } from './group.js';
import { PoliciesService } from './policies.service.js';
import { PostingService } from './posting.service.js';
import { lockCity } from './posting.store.js';
import type { TransferRequest } from './transfer.js';

const givenTogether = 500;

type Verified = EventEnvelope<VolunteerVerified>;

/**
 * Credits to begin with, out of the public pool and never beyond what is in it. Who finds it empty waits,
 * with the reason kept, and is given as soon as the pool has enough.
 */
@Injectable()
export class GrantsService {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    private readonly policies: PoliciesService,
    private readonly clock: Clock,
  ) {}

  /** Once for a volunteer and city, when the real name is verified under a policy that gives something. */
  async welcome(events: readonly Verified[], tx: Tx): Promise<void> {
    // Who comes from another city was welcomed there, and who was merged into another was nobody new.
    const newcomers = events.filter(({ data }) => data.verification === 'verified' && !data.hasMovedHere);
    const merged = await keptIds(
      tx,
      newcomers.map(({ data }) => data.volunteerId),
    );
    const verified = newcomers.filter(({ data }) => !merged.has(data.volunteerId));
    const cities = [...groupBy(verified, ({ cityCode }) => cityCode)].sort(([a], [b]) => a - b);
    for (const [cityCode, told] of cities) {
      const timeline = await this.policies.timeline(cityCode, tx);
      const due = new Map<string, store.DueGrant & { ownerId: string; traceId: string }>();
      for (const { data, traceId } of told) {
        const { version, policy } = timeline.on(shanghaiDay(new Date(data.decidedAt)));
        const { id: accountId } = personalAccount(cityCode, data.volunteerId);
        if (policy.starterGrant === null) continue;
        const grant = { accountId, minutes: policy.starterGrant, policyVersion: version };
        due.set(accountId, { ...grant, ownerId: data.volunteerId, traceId });
      }
      if (due.size === 0) continue;
      await lockCity(tx, cityCode);
      const decided = await store.readDecided(tx, cityCode, [...due.keys()]);
      await this.give(
        tx,
        cityCode,
        [...due.values()].filter(({ accountId }) => !decided.has(accountId)),
      );
    }
  }

  /** Gives those who found the pool empty what it can give now, who waited longest first. */
  async giveMissed(): Promise<void> {
    const cities = await this.database.transaction((tx) => store.readWaitingCities(tx));
    for (const cityCode of cities)
      await this.database.transaction(async (tx) => {
        await lockCity(tx, cityCode);
        let poolMinutes = await store.readPoolMinutes(tx, cityCode, publicPoolAccount(cityCode).id);
        const waiting = await store.readWaiting(tx, cityCode, givenTogether);
        const affordable = waiting.filter(({ minutes }) => (poolMinutes -= minutes) >= 0);
        await this.give(
          tx,
          cityCode,
          affordable.map((grant) => ({ ...grant, traceId: newTraceId() })),
        );
      });
  }

  private async give(
    tx: Tx,
    cityCode: number,
    due: readonly (store.DueGrant & { ownerId?: string; traceId: string })[],
  ): Promise<void> {
    if (due.length === 0) return;
    const now = this.clock.now();
    const day = shanghaiDay(now);
    const asked = due.map(({ traceId, ...grant }) => ({
      request: requestFor(cityCode, grant, day),
      traceId,
    }));
    const opened = due.flatMap(({ ownerId }) => (ownerId ? [personalAccount(cityCode, ownerId)] : []));
    const accounts = [publicPoolAccount(cityCode), ...opened];
    const postings = await this.posting.postInCity(tx, cityCode, asked, accounts);
    const decided = due.map(({ accountId, minutes, policyVersion }, index): store.DecidedGrant => {
      const posting = postings[index];
      const isGiven = posting !== undefined && 'transfer' in posting;
      const reason = posting && 'rejection' in posting ? posting.rejection.code : 'unanswered';
      return {
        ...{ accountId, minutes, policyVersion },
        transferId: isGiven ? posting.transfer.id : null,
        reason: isGiven ? null : reason,
      };
    });
    await store.writeGrants(tx, cityCode, decided, now);
  }
}

/** With the day in its id: a refusal is remembered, and another day it may be tried again. */
function requestFor(
  cityCode: number,
  { accountId, minutes, policyVersion }: store.DueGrant,
  day: string,
): TransferRequest {
  const { id: actorId, role: actorRole } = systemActor('ledger');
  return {
    id: deterministicId('starterGrant', accountId, day),
    debitAccountId: publicPoolAccount(cityCode).id,
    creditAccountId: accountId,
    minutes,
    code: 'grant',
    reference: `starterGrant:${accountId}`,
    communityCode: regionOf(cityCode * 1e8).code,
    policyVersion,
    actorRole,
    actorId,
  };
}
