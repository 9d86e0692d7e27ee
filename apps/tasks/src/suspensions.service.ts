import {
  type AskReviewInput,
  DomainError,
  feedback as contracts,
  feedbackEvents,
  type ListSuspensionsInput,
  type ReviewSuspensionInput,
  type SuspensionPage,
  type SuspensionView,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  listScope,
  newId,
  once,
  Outbox,
  Seal,
  sees,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { Between, In, MoreThan } from 'typeorm';
import { countedSince, suspendedUntil } from './conduct.js';
import { SuspensionEntity } from './conduct.entity.js';
import {
  countNoShows,
  hasDecidedAppeal,
  lockVolunteer,
  readLastSuspension,
  setSuspendedUntil,
} from './conduct.store.js';
import { newestFirst } from './paging.store.js';
import { readTie } from './record.store.js';

export const noteSealedAs = 'suspension.note';
export const answerSealedAs = 'suspension.answer';

/** Suspensions by rule: so many no-shows in so many days. Reviewed by a person on request. */
@Injectable()
export class SuspensionsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    @Inject(tokens.config) private readonly config: Config<'confirming'>,
  ) {}

  /** A no-show was recorded: with the one that fills the measure the volunteer is suspended. */
  async follow(tx: Tx, volunteerId: string, call: Call): Promise<void> {
    const volunteer = await lockVolunteer(tx, volunteerId);
    const now = this.clock.now();
    if (!volunteer || (await this.running(tx, volunteerId, now))) return;
    const noShows = await this.countAt(tx, volunteerId, now);
    const until = suspendedUntil(noShows, now, this.config);
    if (!until) return;
    const suspension: SuspensionEntity = {
      ...{ ...volunteer, id: newId(), volunteerId, state: 'running', noShows, fromAt: now, untilAt: until },
      ...{ noteSealed: null, decidedBy: null, decidedAt: null, answerSealed: null },
    };
    await tx.orm.insert(SuspensionEntity, suspension);
    await setSuspendedUntil(tx, volunteerId, until);
    this.say(tx, suspension, call);
  }

  /** A no-show was withdrawn: a suspension for which too few are left is lifted. */
  async recheck(tx: Tx, volunteerId: string, call: Call): Promise<void> {
    await lockVolunteer(tx, volunteerId);
    const suspension = await this.running(tx, volunteerId, this.clock.now());
    if (!suspension) return;
    const noShows = await this.countAt(tx, volunteerId, suspension.fromAt);
    if (suspendedUntil(noShows, suspension.fromAt, this.config)) return;
    await this.move(tx, suspension, call, {
      ...{ state: 'lifted', decidedBy: call.actor.id, decidedAt: this.clock.now() },
    });
    await setSuspendedUntil(tx, volunteerId, null);
  }

  async askReview(input: AskReviewInput, call: Call): Promise<SuspensionView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.askReview.subject, input, async () => {
        const suspension = await this.lock(tx, input.id);
        if (suspension?.volunteerId !== call.actor.id) throw new DomainError('resource.notFound');
        if (suspension.state === 'reviewAsked') return this.view(suspension);
        if (suspension.state !== 'running')
          throw new DomainError('conduct.decided', { state: suspension.state });
        await this.move(tx, suspension, call, {
          state: 'reviewAsked',
          noteSealed: input.note === undefined ? null : this.seal.seal(input.note, noteSealedAs),
        });
        return this.view(suspension);
      }),
    );
  }

  /** By another than the volunteer, family, and who decided on the appeals behind it. */
  async review(input: ReviewSuspensionInput, call: Call): Promise<SuspensionView> {
    const state = input.decision === 'lift' ? 'lifted' : 'kept';
    return this.database.transaction((tx) =>
      once(tx, call, contracts.reviewSuspension.subject, input, async () => {
        const suspension = await this.lock(tx, input.id);
        if (!suspension || !sees(call.actor, suspension.communityCode))
          throw new DomainError('resource.notFound');
        if (await this.isOwnCase(tx, suspension, call.actor.id)) throw new DomainError('conduct.ownCase');
        if (suspension.state === state) return this.view(suspension);
        if (suspension.state !== 'running' && suspension.state !== 'reviewAsked')
          throw new DomainError('conduct.decided', { state: suspension.state });
        await this.move(tx, suspension, call, {
          ...{ state, decidedBy: call.actor.id, decidedAt: this.clock.now() },
          answerSealed: this.seal.seal(input.answer, answerSealedAs),
        });
        if (state === 'lifted') await setSuspendedUntil(tx, suspension.volunteerId, null);
        return this.view(suspension);
      }),
    );
  }

  /** The newest first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListSuspensionsInput, { actor }: Call): Promise<SuspensionPage> {
    const scope = actor.role === 'volunteer' ? undefined : listScope(actor, input.region);
    const where = {
      ...(scope ? { communityCode: Between(scope.code, scope.last) } : { volunteerId: actor.id }),
      ...(input.state ? { state: input.state } : {}),
    };
    const page = await newestFirst(this.database.orm.getRepository(SuspensionEntity), where, input);
    return { ...page, items: page.items.map((row) => this.view(row)) };
  }

  /** No-shows that count together at an instant. */
  private async countAt(tx: Tx, volunteerId: string, at: Date): Promise<number> {
    const last = await readLastSuspension(tx, volunteerId, at);
    return countNoShows(tx, volunteerId, countedSince(at, last, this.config), at);
  }

  private async isOwnCase(tx: Tx, suspension: SuspensionEntity, personId: string): Promise<boolean> {
    const { cityCode, volunteerId, fromAt } = suspension;
    if (await readTie(tx, cityCode, volunteerId, personId)) return true;
    const last = await readLastSuspension(tx, volunteerId, fromAt);
    return hasDecidedAppeal(tx, volunteerId, personId, countedSince(fromAt, last, this.config), fromAt);
  }

  private running(tx: Tx, volunteerId: string, now: Date): Promise<SuspensionEntity | null> {
    return tx.orm.findOneBy(SuspensionEntity, {
      volunteerId,
      state: In(['running', 'reviewAsked', 'kept']),
      untilAt: MoreThan(now),
    });
  }

  private lock(tx: Tx, id: string): Promise<SuspensionEntity | null> {
    return tx.orm.findOne(SuspensionEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async move(
    tx: Tx,
    suspension: SuspensionEntity,
    call: Call,
    changes: Partial<SuspensionEntity>,
  ): Promise<void> {
    const { cityCode, id } = suspension;
    await tx.orm.update(SuspensionEntity, { cityCode, id }, changes);
    this.say(tx, Object.assign(suspension, changes), call);
  }

  private say(tx: Tx, row: SuspensionEntity, { traceId }: Call): void {
    const data = {
      suspensionId: row.id,
      communityCode: formatRegion(row.communityCode),
      volunteerId: row.volunteerId,
      state: row.state,
      until: row.untilAt.toISOString(),
      at: this.clock.now().toISOString(),
    };
    this.outbox.add(tx, [
      { contract: feedbackEvents.suspensionMoved, cityCode: row.cityCode, traceId, data },
    ]);
  }

  private view(row: SuspensionEntity): SuspensionView {
    return {
      id: row.id,
      volunteerId: row.volunteerId,
      communityCode: formatRegion(row.communityCode),
      state: row.state,
      noShows: row.noShows,
      from: row.fromAt.toISOString(),
      until: row.untilAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString(),
      answer: row.answerSealed === null ? undefined : this.seal.open(row.answerSealed, answerSealedAs),
    };
  }
}
