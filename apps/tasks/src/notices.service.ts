import {
  type ById,
  DomainError,
  type ListNoticesInput,
  type Notice,
  type NoticePage,
  type Point,
  type RaiseEmergencyInput,
  type RunLateInput,
  safetyEvents,
} from '#contracts';
import { type Call, Clock, Database, listScope, metrics, Outbox, Seal, sees, type Tx } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { type EntityManager, Between, IsNull } from 'typeorm';
import { NoticeEntity } from './notice.entity.js';
import { findNames } from './notices.store.js';
import { newestFirst } from './paging.store.js';
import { lockHeldClaim } from './serving.store.js';
import { RevealsService, type Shown } from './reveals.service.js';

export const pointPurpose = 'notice.point';
const pointDays = 7;
const dayMs = 86_400_000;

type Told = Pick<NoticeEntity, 'id' | 'kind' | 'errandId' | 'minutes' | 'note'> & { point?: Point };

/** What volunteers tell from the way, and who has seen it. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly seal: Seal,
    private readonly reveals: RevealsService,
  ) {}

  runLate({ note, ...input }: RunLateInput, call: Call): Promise<Notice> {
    return this.tell({ ...input, kind: 'late', note: note ?? null }, call);
  }

  raiseEmergency(input: RaiseEmergencyInput, call: Call): Promise<Notice> {
    return this.tell({ ...input, kind: 'emergency', minutes: null, note: null }, call);
  }

  async list(input: ListNoticesInput, call: Call): Promise<NoticePage> {
    const scope = listScope(call.actor, input.region);
    const page = await newestFirst(
      this.database.orm.getRepository(NoticeEntity),
      {
        cityCode: scope.cityCode,
        communityCode: Between(scope.code, scope.last),
        ...(input.kind ? { kind: input.kind } : {}),
        ...(input.open ? { acknowledgedAt: IsNull() } : {}),
      },
      input,
    );
    return { ...page, items: await this.views(page.items, call) };
  }

  async acknowledge({ id }: ById, call: Call): Promise<Notice> {
    return this.database.transaction(async (tx) => {
      const notice = await tx.orm.findOne(NoticeEntity, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const isTheirs = notice?.kind !== 'emergency' || call.actor.role === 'station';
      if (!notice || !isTheirs || !sees(call.actor, notice.communityCode))
        throw new DomainError('resource.notFound');
      if (!notice.acknowledgedAt) {
        notice.acknowledgedAt = this.clock.now();
        notice.acknowledgedBy = call.actor.id;
        const { cityCode, acknowledgedAt, acknowledgedBy } = notice;
        await tx.orm.update(NoticeEntity, { cityCode, id }, { acknowledgedAt, acknowledgedBy });
        this.announce(tx, notice, safetyEvents.noticeAcknowledged, acknowledgedAt, call);
        tx.afterCommit(() => metrics.noticeSeconds.observe({ kind: notice.kind }, secondsTo(notice) ?? 0));
      }
      return this.view(notice, call, tx.orm);
    });
  }

  /** Where somebody called for help is forgotten after a week. */
  async prune(): Promise<void> {
    await this.database.query(
      'update errand_notice set point_sealed = null where point_sealed is not null and raised_at < $1',
      [new Date(this.clock.now().getTime() - pointDays * dayMs)],
    );
  }

  /** Writes a notice once; the claim's lock makes one of two at the same moment the second. */
  private tell({ point, ...told }: Told, call: Call): Promise<Notice> {
    return this.database.transaction(async (tx) => {
      const { errand, claim } = await lockHeldClaim(tx, told.errandId, call.actor.id);
      const known = await tx.orm.findOneBy(NoticeEntity, { id: told.id });
      if (known) {
        if (!isSame(known, told, call)) throw new DomainError('idempotency.conflict');
        return this.view(known, call);
      }
      const { errandId, kind } = told;
      const volunteerId = call.actor.id;
      if (kind === 'late' && claim.state !== 'claimed')
        throw new DomainError('errand.stateConflict', { state: claim.state });
      const open = { errandId, volunteerId, kind, acknowledgedAt: IsNull() };
      const pressed = kind === 'emergency' && (await tx.orm.findOneBy(NoticeEntity, open));
      if (pressed) return this.view(pressed, call);
      const notice: NoticeEntity = {
        ...told,
        cityCode: errand.city_code,
        volunteerId,
        communityCode: errand.community_code,
        requirement: null,
        pointSealed: point ? this.seal.seal(JSON.stringify(point), pointPurpose) : null,
        raisedAt: this.clock.now(),
        acknowledgedAt: null,
        acknowledgedBy: null,
      };
      await tx.orm.insert(NoticeEntity, notice);
      const event = kind === 'late' ? safetyEvents.late : safetyEvents.emergencyRaised;
      this.announce(tx, notice, event, notice.raisedAt, call);
      return this.view(notice, call);
    });
  }

  private announce(
    tx: Tx,
    { id, kind, errandId, volunteerId, communityCode, cityCode }: NoticeEntity,
    contract: (typeof safetyEvents)[keyof typeof safetyEvents],
    at: Date,
    { traceId }: Call,
  ): void {
    const data = {
      noticeId: id,
      kind,
      errandId,
      volunteerId,
      communityCode: formatRegion(communityCode),
      at: at.toISOString(),
    };
    this.outbox.add(tx, [{ contract, cityCode, data, traceId }]);
  }

  private async view(notice: NoticeEntity, call: Call, orm?: EntityManager): Promise<Notice> {
    const [view] = await this.views([notice], call, orm);
    return view as Notice;
  }

  private async views(
    notices: NoticeEntity[],
    call: Call,
    orm: EntityManager = this.database.orm.manager,
  ): Promise<Notice[]> {
    const names = await findNames(
      this.database,
      notices.map(({ volunteerId }) => volunteerId),
    );
    if (call.actor.role === 'station') await this.reveals.note(orm, call.actor, notices.flatMap(positionOf));
    return notices.map((notice) => ({
      id: notice.id,
      kind: notice.kind,
      errandId: notice.errandId,
      volunteerId: notice.volunteerId,
      volunteerName: names.get(notice.volunteerId) ?? '*',
      communityCode: formatRegion(notice.communityCode),
      minutes: notice.minutes ?? undefined,
      requirement: notice.requirement ?? undefined,
      note: notice.note ?? undefined,
      point: call.actor.role === 'station' ? this.pointOf(notice) : undefined,
      raisedAt: notice.raisedAt.toISOString(),
      acknowledgedAt: notice.acknowledgedAt?.toISOString(),
      secondsToAcknowledge: secondsTo(notice),
    }));
  }

  private pointOf({ pointSealed }: NoticeEntity): Point | undefined {
    return pointSealed === null
      ? undefined
      : (JSON.parse(this.seal.open(pointSealed, pointPurpose)) as Point);
  }
}

/** What a station sees of where somebody called for help. */
function positionOf({ cityCode, volunteerId, errandId, pointSealed }: NoticeEntity): Shown[] {
  return pointSealed === null ? [] : [{ cityCode, subjectId: volunteerId, errandId, fields: ['position'] }];
}

function secondsTo({ raisedAt, acknowledgedAt }: NoticeEntity): number | undefined {
  return acknowledgedAt ? Math.round((acknowledgedAt.getTime() - raisedAt.getTime()) / 1000) : undefined;
}

function isSame(known: NoticeEntity, told: Omit<Told, 'point'>, call: Call): boolean {
  return (
    known.volunteerId === call.actor.id &&
    known.kind === told.kind &&
    known.errandId === told.errandId &&
    known.minutes === told.minutes &&
    known.note === told.note
  );
}
