import { randomInt } from 'node:crypto';
import {
  type AcceptNeedInput,
  type ById,
  type CancelNeedInput,
  DomainError,
  errandEvents,
  needs as contracts,
  type NeedState,
  type NeedView,
  type PostNeedInput,
  type RejectionCode,
  type RejectNeedInput,
  type RevokedStep,
  type RpcContract,
} from '#contracts';
import { type Call, Clock, Database, newId, once, Outbox, RpcClient, Seal, type Tx } from '#platform';
import { formatRegion, regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import { draftOf } from './draft.js';
import { checkWindow, moveNeed, type NeedMove, takeWindow } from './need.js';
import { NeedEntity, NeedStepEntity, ResidentEntity } from './need.entity.js';
import { isPerson, isRelative, maySee, posterOf } from './need.access.views.js';
import { needEvent, sameContent } from './need.events.views.js';
import { ErrandEndings } from './endings.service.js';
import { ErrandEntity } from './errand.entity.js';
import { groupOf } from './group.directory.js';
import { KinshipService } from './kinship.service.js';
import { NeedViews } from './need.views.js';
import { PaymentsService } from './payments.service.js';
import { referralEvent } from './referral.views.js';
import { withdrawReferrals } from './referrals.store.js';
import { sealedAs } from './residents.service.js';
import { responsibleFor } from './responsible.directory.js';
import { StopsService } from './stops.service.js';
import { TemplatesService } from './templates.service.js';

const forUpdate = { lock: { mode: 'pessimistic_write' } } as const;
/** After these nothing more is served, so nothing more needs to be held. */
const overStates: readonly NeedState[] = ['cancelled', 'rejected', 'closed'];

/** Why a step was taken. */
interface Note {
  code?: RejectionCode;
  reason?: string;
  /** With `reopen`. */
  revoked?: RevokedStep[];
}

@Injectable()
export class NeedsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly views: NeedViews,
    private readonly templates: TemplatesService,
    private readonly kinship: KinshipService,
    private readonly payments: PaymentsService,
    private readonly stops: StopsService,
    private readonly endings: ErrandEndings,
  ) {}

  async post(input: PostNeedInput, call: Call): Promise<NeedView> {
    const resident = await this.database.orm
      .getRepository(ResidentEntity)
      .findOneBy({ id: input.residentId });
    if (!resident || !(await this.kinship.mayActFor(call, resident)))
      throw new DomainError('resource.notFound');
    const need = await this.compose(input, resident, call);
    const payment = await this.payments.agree(input, need, call);
    // What staff post they have checked with the resident: it reaches the station in the same commit.
    const moves: NeedMove[] = isPerson(call) ? ['submit'] : ['submit', 'verify', 'forward'];
    await this.database.transaction((tx) =>
      once(tx, call, contracts.post.subject, input, async () => {
        const isNew = await this.insertOnce(tx, need, input);
        await this.payments.keep(tx, need, payment, isNew);
        if (isNew) {
          await this.stops.insert(tx, need, input.stops ?? []);
          await this.move(tx, need, moves, call);
        }
        return { id: need.id };
      }),
    );
    return this.get({ id: input.id }, call);
  }

  /**
   * The need somebody asks for, not written yet: filled in by its template, with who answers for the place.
   * @throws DomainError `need.windowInvalid`, `template.notOffered`, `request.invalid`, `need.groupInvalid`
   */
  async compose(input: PostNeedInput, resident: ResidentEntity, call: Call): Promise<NeedEntity> {
    const responsible = await responsibleFor(this.rpc, regionOf(resident.communityCode), call);
    const now = this.clock.now();
    checkWindow(new Date(input.windowStart), new Date(input.windowEnd), now);
    const template = input.templateId && (await this.templates.offered(input.templateId, resident));
    return {
      cityCode: resident.cityCode,
      id: input.id,
      residentId: resident.id,
      communityCode: resident.communityCode,
      ...draftOf(input, template || undefined),
      stopCount: input.stops?.length ?? 0,
      channel: input.channel,
      state: 'draft',
      windowStart: new Date(input.windowStart),
      windowEnd: new Date(input.windowEnd),
      seriesId: null,
      seriesDay: null,
      postedBy: posterOf(call, resident),
      fairGrabSeconds: input.fairGrabSeconds ?? null,
      groupId: await groupOf(this.rpc, this.clock, input, call),
      serviceCodeSealed: this.seal.seal(String(randomInt(10_000)).padStart(4, '0'), sealedAs.serviceCode),
      committeeId: responsible.committeeId ?? null,
      stationId: responsible.stationId ?? null,
      errandId: null,
      familyId: isRelative(call, resident) ? call.actor.id : null,
      round: 0,
      postedAt: now,
    };
  }

  /** Writes a need that a series composed, with its first steps; one that is there already stays. Answers whether it is new. */
  async insertPosted(tx: Tx, need: NeedEntity, moves: NeedMove[], call: Call): Promise<boolean> {
    if (await tx.orm.existsBy(NeedEntity, { cityCode: need.cityCode, id: need.id })) return false;
    await tx.orm.insert(NeedEntity, need);
    await this.move(tx, need, moves, call);
    return true;
  }

  /** One step of a need that something else leads to. */
  async moveById(tx: Tx, id: string, move: NeedMove, call: Call, note: Note): Promise<void> {
    const need = await tx.orm.findOneOrFail(NeedEntity, { where: { id }, ...forUpdate });
    await this.move(tx, need, [move], call, note);
  }

  /** Cancels in an open transaction, unless it is too late. */
  async cancelWithin(tx: Tx, id: string, call: Call, note: Note): Promise<void> {
    const need = await tx.orm.findOneOrFail(NeedEntity, { where: { id }, ...forUpdate });
    if (need.state === 'cancelled') return;
    moveNeed(need.state, 'cancel');
    await this.cancelErrand(tx, need, call);
    await this.move(tx, need, ['cancel'], call, note);
  }

  verify(input: ById, call: Call): Promise<NeedView> {
    return this.step(contracts.verify, input, ['verify', 'forward'], 'forwarded', call);
  }

  reject(input: RejectNeedInput, call: Call): Promise<NeedView> {
    const note = { code: input.code, reason: input.reason };
    return this.step(contracts.reject, input, ['reject'], 'rejected', call, note);
  }

  cancel(input: CancelNeedInput, call: Call): Promise<NeedView> {
    return this.step(
      contracts.cancel,
      input,
      ['cancel'],
      'cancelled',
      call,
      { reason: input.reason },
      (tx, need) => this.cancelErrand(tx, need, call),
    );
  }

  /** The station takes it on: the errand opens in the same transaction. */
  accept(input: AcceptNeedInput, call: Call): Promise<NeedView> {
    return this.step(
      contracts.accept,
      input,
      ['accept', 'post'],
      'posted',
      call,
      undefined,
      async (tx, need) => {
        const now = this.clock.now();
        takeWindow(need, input);
        checkWindow(need.windowStart, need.windowEnd, now);
        await this.openErrand(tx, need, now, call);
      },
    );
  }

  async get(input: ById, call: Call): Promise<NeedView> {
    return this.views.one(await this.visible(input.id, call), call);
  }

  /** @throws DomainError `resource.notFound` also where it is nobody of the caller’s */
  async visible(id: string, call: Call): Promise<NeedEntity> {
    const need = await this.database.orm.getRepository(NeedEntity).findOneBy({ id });
    if (!need || !maySee(call, need)) throw new DomainError('resource.notFound');
    return need;
  }

  private async step(
    { subject }: RpcContract<object, object>,
    input: { id: string },
    moves: NeedMove[],
    target: NeedState,
    call: Call,
    note?: Note,
    effect?: (tx: Tx, need: NeedEntity) => Promise<void>,
  ): Promise<NeedView> {
    await this.database.transaction((tx) =>
      once(tx, call, subject, input, async () => {
        const need = await this.lock(tx, input.id, call);
        // The same step again is the same answer: a lost reply must not become an error.
        if (need.state === target) return input;
        // Refused before any effect: accepting a cancelled need would open its errand a second time.
        moves.reduce(moveNeed, need.state);
        await effect?.(tx, need);
        await this.move(tx, need, moves, call, note);
        return input;
      }),
    );
    return this.get(input, call);
  }

  /** Reads and locks; @throws DomainError `resource.notFound` */
  async lock(tx: Tx, id: string, call: Call): Promise<NeedEntity> {
    const need = await tx.orm.findOne(NeedEntity, { where: { id }, ...forUpdate });
    if (!need || !maySee(call, need)) throw new DomainError('resource.notFound');
    return need;
  }

  /** What hangs on a cancelled need ends with it: its errand, who holds it, and what was referred. */
  private async cancelErrand(tx: Tx, need: NeedEntity, call: Call): Promise<void> {
    const { cityCode, id, errandId } = need;
    const now = this.clock.now();
    if (need.state === 'referred') {
      const withdrawn = await withdrawReferrals(tx, cityCode, id, call.actor, now);
      this.outbox.add(
        tx,
        withdrawn.map((referral) => referralEvent(referral, 'moved', now, call)),
      );
    }
    if (!errandId) return;
    await this.endings.cancel(tx, cityCode, errandId, call);
  }

  private async insertOnce(tx: Tx, need: NeedEntity, input: PostNeedInput): Promise<boolean> {
    const inserted = await tx.orm
      .createQueryBuilder()
      .insert()
      .into(NeedEntity)
      .values(need)
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length > 0) return true;
    const known = await tx.orm.findOneBy(NeedEntity, { id: need.id });
    const isSame = known && sameContent(known, await this.asThen(need, known, input));
    if (!isSame || !(await this.stops.areThose(tx, known, input.stops ?? [])))
      throw new DomainError('idempotency.conflict');
    return false;
  }

  /** A retry means what the template said when the need was posted. */
  private async asThen(need: NeedEntity, known: NeedEntity, input: PostNeedInput): Promise<NeedEntity> {
    if (!need.templateId || need.templateVersion === known.templateVersion) return need;
    const template = await this.templates.at(need.cityCode, need.templateId, known.templateVersion ?? 0);
    return template ? { ...need, ...draftOf(input, template) } : need;
  }

  /** Takes steps of a locked need and tells of them. */
  async move(tx: Tx, need: NeedEntity, moves: NeedMove[], call: Call, note: Note = {}): Promise<void> {
    const at = this.clock.now();
    const { cityCode, id } = need;
    const states = moves.map((move) => (need.state = moveNeed(need.state, move)));
    const stepsTaken = await tx.orm.countBy(NeedStepEntity, { cityCode, needId: id });
    await tx.orm.insert(
      NeedStepEntity,
      states.map((state, i) => ({
        cityCode,
        needId: id,
        step: stepsTaken + i + 1,
        state,
        byRole: call.actor.role,
        byId: call.actor.id,
        code: note.code ?? null,
        reason: note.reason ?? null,
        at,
      })),
    );
    const { state, errandId, windowStart, windowEnd, round, serviceCodeSealed } = need;
    const kept = { state, errandId, windowStart, windowEnd, round, serviceCodeSealed };
    await tx.orm.update(NeedEntity, { cityCode, id }, kept);
    this.outbox.add(
      tx,
      states.map((state) => needEvent(need, state, at, call, note.revoked)),
    );
    if (overStates.includes(need.state)) await this.payments.settle(tx, call.traceId, id);
  }

  /** Opens the errand of a locked need; it leads to its state `posted`. */
  async openErrand(tx: Tx, need: NeedEntity, now: Date, call: Call, errandId = newId()): Promise<void> {
    const resident = await tx.orm.findOneByOrFail(ResidentEntity, {
      cityCode: need.cityCode,
      id: need.residentId,
    });
    const errand: ErrandEntity = {
      cityCode: need.cityCode,
      id: errandId,
      needId: need.id,
      communityCode: need.communityCode,
      type: need.type,
      summary: need.summary,
      riskNotice: need.riskNotice,
      place: { longitude: resident.longitude, latitude: resident.latitude },
      windowStart: need.windowStart,
      windowEnd: need.windowEnd,
      expectedMinutes: need.expectedMinutes,
      slots: need.slots,
      slotsTaken: 0,
      requirements: need.requirements,
      stopCount: need.stopCount,
      purchaseCeilingFen: need.purchaseCeilingFen,
      slotsOffered: 0,
      fairGrabSeconds: need.fairGrabSeconds ?? 0,
      state: 'open',
      openedAt: now,
      round: need.round,
    };
    await tx.orm.insert(ErrandEntity, errand);
    need.errandId = errand.id;
    const data = {
      errandId: errand.id,
      communityCode: formatRegion(need.communityCode),
      type: need.type,
      at: now.toISOString(),
    };
    this.outbox.add(tx, [
      { contract: errandEvents.opened, cityCode: need.cityCode, data, traceId: call.traceId },
    ]);
  }
}
