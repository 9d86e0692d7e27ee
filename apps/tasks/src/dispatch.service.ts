import {
  type ById,
  type DispatchInput,
  type DispatchState,
  type DispatchView,
  DomainError,
  matching as contracts,
  matchingEvents,
} from '#contracts';
import { type Call, Clock, Database, newId, newTraceId, once, Outbox, sees, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { answerAlert } from './alerts.store.js';
import { matchedTo, scoredErrand } from './candidates.store.js';
import {
  countFit,
  type Dispatch,
  findDispatch,
  insertDispatch,
  lockDispatch,
  lockDueDispatches,
  moveDispatch,
  readAsked,
} from './dispatch.store.js';
import { ErrandEntity } from './errand.entity.js';
import { alertedEvent, momentOf } from './rounds.service.js';
import { writeAlerts } from './rounds.store.js';
import { matchValues } from './score.js';

const usualAnswerMinutes = 5;
const minuteMs = 60_000;

/**
 * 派单: a station asks volunteers by name, one after another; the first who accepts claims the errand as anybody
 * would. Asking reserves nothing: the errand stays open to whoever is first, and nobody is made to serve.
 */
@Injectable()
export class DispatchService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError see the contract */
  async create(input: DispatchInput, call: Call): Promise<DispatchView> {
    await this.database.transaction((tx) =>
      once(tx, call, contracts.dispatch.subject, input, async () => {
        await this.begin(tx, input, call);
        return { id: input.id };
      }),
    );
    return this.get({ id: input.id }, call);
  }

  async get({ id }: ById, call: Call): Promise<DispatchView> {
    const dispatch = await findDispatch(this.database, id);
    const errand =
      dispatch && (await this.database.orm.getRepository(ErrandEntity).findOneBy(keyOf(dispatch)));
    if (!errand || !sees(call.actor, errand.communityCode)) throw new DomainError('resource.notFound');
    const asked = await readAsked(this.database, dispatch);
    return {
      id,
      errandId: dispatch.errandId,
      state: dispatch.state,
      createdAt: dispatch.createdAt.toISOString(),
      asked: asked.map((row) => ({
        volunteerId: row.volunteerId,
        volunteerName: row.volunteerName,
        state: row.state ?? 'waiting',
        askedAt: row.askedAt?.toISOString(),
        answeredAt: row.answeredAt?.toISOString(),
      })),
    };
  }

  /** Whoever was silent is followed by the next. Each dispatch is locked, so that it moves once. */
  async run(): Promise<void> {
    for (;;) {
      const moved = await this.database.transaction(async (tx) => {
        const due = await lockDueDispatches(tx, this.clock.now());
        for (const dispatch of due) await this.passOn(tx, dispatch, 'silent');
        return due.length;
      });
      if (moved === 0) return;
    }
  }

  /** The one asked said no: the next is asked at once. */
  async refused(tx: Tx, dispatchId: string): Promise<void> {
    const dispatch = await lockDispatch(tx, dispatchId);
    if (dispatch?.state === 'asking') await this.passOn(tx, dispatch, 'refused');
  }

  /** The one asked has claimed the errand. */
  async accepted(tx: Tx, dispatchId: string): Promise<void> {
    const dispatch = await lockDispatch(tx, dispatchId);
    if (dispatch?.state === 'asking') await this.end(tx, dispatch, 'accepted');
  }

  private async begin(tx: Tx, input: DispatchInput, call: Call): Promise<void> {
    const volunteerIds = input.volunteers.map(({ volunteerId }) => volunteerId);
    const errand = await tx.orm.findOneBy(ErrandEntity, { id: input.errandId });
    if (!errand || !sees(call.actor, errand.communityCode)) throw new DomainError('resource.notFound');
    const known = await lockDispatch(tx, input.id);
    if (known) {
      const isSame =
        known.errandId === errand.id &&
        known.volunteerIds.join() === volunteerIds.join() &&
        known.answerMinutes === (input.answerMinutes ?? usualAnswerMinutes);
      if (!isSame) throw new DomainError('idempotency.conflict');
      return;
    }
    const now = this.clock.now();
    if (errand.state !== 'open' || errand.windowEnd <= now)
      throw new DomainError('errand.notOpen', { state: errand.state === 'open' ? 'expired' : errand.state });
    const isEachOnce = new Set(volunteerIds).size === volunteerIds.length;
    if (!isEachOnce || (await countFit(tx, errand, volunteerIds, now)) !== volunteerIds.length)
      throw new DomainError('dispatch.volunteerUnfit');
    const dispatch: Dispatch = {
      cityCode: errand.cityCode,
      id: input.id,
      errandId: errand.id,
      byId: call.actor.id,
      volunteerIds,
      answerMinutes: input.answerMinutes ?? usualAnswerMinutes,
      askedCount: 0,
      state: 'asking',
      createdAt: now,
    };
    if (!(await insertDispatch(tx, dispatch, now))) {
      if (await findDispatch(tx, dispatch.id)) return;
      throw new DomainError('dispatch.underWay');
    }
    await this.askNext(tx, dispatch, errand);
  }

  private async passOn(tx: Tx, dispatch: Dispatch, answer: 'silent' | 'refused'): Promise<void> {
    const now = this.clock.now();
    const errand = await tx.orm.findOneByOrFail(ErrandEntity, keyOf(dispatch));
    const [alert] = await tx.query<{ alert_id: string; city_code: number }>(
      `select id as alert_id, city_code from alert
       where city_code = $1 and errand_id = $2 and dispatch_id = $3 and volunteer_id = $4 and state = 'sent'`,
      [dispatch.cityCode, dispatch.errandId, dispatch.id, dispatch.volunteerIds[dispatch.askedCount - 1]],
    );
    if (errand.state !== 'open' || errand.windowEnd <= now) {
      if (alert) await answerAlert(tx, alert, 'over', now);
      await this.end(tx, dispatch, 'over');
      return;
    }
    if (alert) await answerAlert(tx, alert, answer, now);
    await this.askNext(tx, dispatch, errand);
  }

  private async askNext(tx: Tx, dispatch: Dispatch, errand: ErrandEntity): Promise<void> {
    const volunteerId = dispatch.volunteerIds[dispatch.askedCount];
    if (volunteerId === undefined) {
      await this.end(tx, dispatch, 'exhausted');
      return;
    }
    const now = this.clock.now();
    const [[volunteer], [clock]] = [
      await matchedTo(tx, errand, [volunteerId], momentOf(now)),
      await tx.query<{ episode: number }>(
        'select episode from matching where city_code = $1 and errand_id = $2',
        [errand.cityCode, errand.id],
      ),
    ];
    const expiresAt = new Date(
      Math.min(now.getTime() + dispatch.answerMinutes * minuteMs, errand.windowEnd.getTime()),
    );
    const alert = {
      ...{ cityCode: errand.cityCode, id: newId(), errandId: errand.id, volunteerId },
      communityCode: errand.communityCode,
      episode: clock?.episode ?? 1,
      kind: 'dispatch' as const,
      dispatchId: dispatch.id,
      values: volunteer ? matchValues(volunteer.errand, volunteer.volunteer, now.getTime()) : [],
      expiresAt,
    };
    await writeAlerts(tx, [alert], now);
    await moveDispatch(tx, { ...dispatch, askedCount: dispatch.askedCount + 1 }, expiresAt);
    // In quiet hours it stands in the app and rings nowhere.
    const told = volunteer?.isQuiet ? undefined : { ...scoredErrand(errand), type: errand.type };
    this.outbox.add(tx, [alertedEvent(alert, told, now)]);
  }

  private async end(tx: Tx, dispatch: Dispatch, state: DispatchState): Promise<void> {
    await moveDispatch(tx, { ...dispatch, state }, undefined);
    const errand = await tx.orm.findOneByOrFail(ErrandEntity, keyOf(dispatch));
    const data = {
      dispatchId: dispatch.id,
      errandId: dispatch.errandId,
      communityCode: formatRegion(errand.communityCode),
      state,
      at: this.clock.now().toISOString(),
    };
    this.outbox.add(tx, [
      { contract: matchingEvents.dispatchMoved, cityCode: dispatch.cityCode, data, traceId: newTraceId() },
    ]);
  }
}

function keyOf({ cityCode, errandId }: Dispatch): { cityCode: number; id: string } {
  return { cityCode, id: errandId };
}
