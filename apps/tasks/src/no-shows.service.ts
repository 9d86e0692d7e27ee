import {
  type AppealInput,
  type DecideAppealInput,
  DomainError,
  errandEvents,
  feedback as contracts,
  feedbackEvents,
  type ListNoShowsInput,
  type NeedType,
  type NoShowPage,
  type NoShowView,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  listScope,
  once,
  Outbox,
  Seal,
  sees,
  systemCall,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import { NoShowEntity } from './conduct.entity.js';
import { readAwaited, releaseAwaited } from './conduct.store.js';
import { ErrandEndings } from './endings.service.js';
import { newestFirst } from './paging.store.js';
import { lockErrands, readTie } from './record.store.js';
import { followClaims, type LockedErrandRow } from './serving.store.js';
import { SuspensionsService } from './suspensions.service.js';

const jobBatch = 200;
export const noteSealedAs = 'noShow.note';
export const answerSealedAs = 'noShow.answer';

/** 爽约: recorded by rule, appealed by the volunteer, decided by a person who is neither. */
@Injectable()
export class NoShowsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly suspensions: SuspensionsService,
    private readonly endings: ErrandEndings,
    @Inject(tokens.config) private readonly config: Config<'confirming'>,
  ) {}

  /** Whoever holds an errand and has not begun when its window and the grace are over. Answers how many. */
  async recordDue(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.config.noShowGraceMinutes * 60_000);
    const due = await readAwaited(this.database, before, jobBatch);
    for (const { id, errandId } of due)
      await this.database.transaction(async (tx) => {
        const [errand] = await lockErrands(tx, [errandId]);
        if (errand) await this.record(tx, errand, id, before);
      });
    return due.length;
  }

  async appeal(input: AppealInput, call: Call): Promise<NoShowView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.appeal.subject, input, async () => {
        const noShow = await this.lock(tx, input.id);
        if (noShow?.volunteerId !== call.actor.id) throw new DomainError('resource.notFound');
        if (noShow.state === 'appealed' && noShow.appealReason === input.reason) return this.view(noShow);
        if (noShow.state !== 'recorded') throw new DomainError('conduct.decided', { state: noShow.state });
        await this.move(tx, noShow, call, {
          ...{ state: 'appealed', appealReason: input.reason, appealedAt: this.clock.now() },
          appealNoteSealed: input.note === undefined ? null : this.seal.seal(input.note, noteSealedAs),
        });
        return this.view(noShow);
      }),
    );
  }

  /** Withdrawn, it never counted: a suspension that stood on it is lifted. */
  async decide(input: DecideAppealInput, call: Call): Promise<NoShowView> {
    return this.database.transaction((tx) =>
      once(tx, call, contracts.decideAppeal.subject, input, async () => {
        const noShow = await this.lock(tx, input.id);
        if (!noShow || !sees(call.actor, noShow.communityCode)) throw new DomainError('resource.notFound');
        const { cityCode, volunteerId } = noShow;
        if (await readTie(tx, cityCode, volunteerId, call.actor.id)) throw new DomainError('conduct.ownCase');
        if (noShow.state === input.decision) return this.view(noShow);
        if (noShow.state !== 'appealed') throw new DomainError('conduct.decided', { state: noShow.state });
        await this.move(tx, noShow, call, {
          ...{ state: input.decision, decidedBy: call.actor.id, decidedAt: this.clock.now() },
          answerSealed: this.seal.seal(input.answer, answerSealedAs),
        });
        if (input.decision === 'withdrawn') await this.suspensions.recheck(tx, volunteerId, call);
        return this.view(noShow);
      }),
    );
  }

  /** The newest first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListNoShowsInput, { actor }: Call): Promise<NoShowPage> {
    const scope = actor.role === 'volunteer' ? undefined : listScope(actor, input.region);
    const where = {
      ...(scope ? { communityCode: Between(scope.code, scope.last) } : { volunteerId: actor.id }),
      ...(input.state ? { state: input.state } : {}),
    };
    const page = await newestFirst(this.database.orm.getRepository(NoShowEntity), where, input);
    return { ...page, items: page.items.map((row) => this.view(row)) };
  }

  private async record(tx: Tx, errand: LockedErrandRow, claimId: string, before: Date): Promise<void> {
    const now = this.clock.now();
    const call = systemCall('tasks');
    const claim = await releaseAwaited(tx, errand.city_code, claimId, before, now);
    if (!claim) return;
    await followClaims(tx, errand);
    // Given back after its window it is not open again: it goes to the station's queue.
    await this.endings.expire(tx, call, errand.id);
    const noShow: NoShowEntity = {
      ...{ cityCode: errand.city_code, id: claimId, errandId: errand.id, volunteerId: claim.volunteerId },
      ...{ communityCode: errand.community_code, state: 'recorded', windowEnd: claim.windowEnd },
      ...{ recordedAt: now, appealReason: null, appealNoteSealed: null, appealedAt: null },
      ...{ decidedBy: null, decidedAt: null, answerSealed: null },
    };
    await tx.orm.insert(NoShowEntity, noShow);
    const data = {
      errandId: errand.id,
      communityCode: formatRegion(errand.community_code),
      type: errand.type as NeedType,
      volunteerId: claim.volunteerId,
      at: now.toISOString(),
    };
    this.outbox.add(tx, [
      { contract: errandEvents.released, cityCode: errand.city_code, traceId: call.traceId, data },
    ]);
    this.say(tx, noShow, call);
    await this.suspensions.follow(tx, claim.volunteerId, call);
  }

  private lock(tx: Tx, id: string): Promise<NoShowEntity | null> {
    return tx.orm.findOne(NoShowEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async move(
    tx: Tx,
    noShow: NoShowEntity,
    call: Call,
    changes: Partial<NoShowEntity>,
  ): Promise<void> {
    const { cityCode, id } = noShow;
    await tx.orm.update(NoShowEntity, { cityCode, id }, changes);
    this.say(tx, Object.assign(noShow, changes), call);
  }

  private say(tx: Tx, noShow: NoShowEntity, { traceId }: Call): void {
    const { cityCode, id: noShowId, volunteerId, state } = noShow;
    const communityCode = formatRegion(noShow.communityCode);
    const at = this.clock.now().toISOString();
    const data = { noShowId, communityCode, volunteerId, state, at };
    this.outbox.add(tx, [{ contract: feedbackEvents.noShowMoved, cityCode, traceId, data }]);
  }

  private view(row: NoShowEntity): NoShowView {
    const open = (sealed: string | null, purpose: string) =>
      sealed === null ? undefined : this.seal.open(sealed, purpose);
    return {
      id: row.id,
      errandId: row.errandId,
      volunteerId: row.volunteerId,
      communityCode: formatRegion(row.communityCode),
      state: row.state,
      windowEnd: row.windowEnd.toISOString(),
      recordedAt: row.recordedAt.toISOString(),
      appealReason: row.appealReason ?? undefined,
      appealNote: open(row.appealNoteSealed, noteSealedAs),
      decidedAt: row.decidedAt?.toISOString(),
      answer: open(row.answerSealed, answerSealedAs),
    };
  }
}
