import {
  type ById,
  DomainError,
  type FeedBackInput,
  type HandleHazardInput,
  type HazardMoved,
  type HazardPage,
  hazards as contracts,
  type HazardView,
  type ListHazardsInput,
  type ReopenHazardInput,
  type ReportedHazard,
  type ReportHazardInput,
  type Responsible,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  encodeCursor,
  listScope,
  once,
  Outbox,
  RpcClient,
  sees,
  systemCall,
  type Tx,
} from '#platform';
import { parseRegion, regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, type EntityManager, LessThan } from 'typeorm';
import { graver, type HazardMove, joinsUntil, joinTarget, moveHazard } from './hazard.js';
import { HazardEntity, HazardReportEntity, HazardStepEntity } from './hazard.entity.js';
import { movedEvents, reportedEvent } from './hazard.events.views.js';
import { HazardViews } from './hazard.views.js';
import * as store from './hazards.store.js';
import { responsibleFor } from './responsible.directory.js';

const pageSize = 20;
const reportsADay = 30;
const dayMs = 86_400_000;
const closesAfterMs = 7 * dayMs;

@Injectable()
export class HazardsService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
    private readonly views: HazardViews,
  ) {}

  /** Routed as soon as reported: both states are written, committee and station are told, in one commit. */
  async report(input: ReportHazardInput, call: Call): Promise<ReportedHazard> {
    const community = await this.communityOf(input, call);
    const responsible = await responsibleFor(this.rpc, regionOf(community), call);
    const report = this.reportOf(input, community, call);
    const hazardId = await this.database.transaction(async (tx) => {
      const done = await once(tx, call, contracts.report.subject, input, async () => ({
        id: await this.take(tx, report, input, responsible, call),
      }));
      return done.id;
    });
    return {
      reportId: input.id,
      joined: hazardId !== input.id,
      hazard: await this.get({ id: hazardId }, call),
    };
  }

  handle(input: HandleHazardInput, call: Call): Promise<HazardView> {
    return this.step(contracts.handle.subject, input, 'handle', call, input.note, (hazard, now) => {
      hazard.handling = input.note;
      hazard.handledAt = now;
    });
  }

  feedBack(input: FeedBackInput, call: Call): Promise<HazardView> {
    return this.step(contracts.feedBack.subject, input, 'feedBack', call, input.message, (hazard, now) => {
      hazard.feedback = input.message;
      hazard.fedBackAt = now;
    });
  }

  close(input: ById, call: Call): Promise<HazardView> {
    return this.step(contracts.close.subject, input, 'close', call, undefined, closeAt);
  }

  /**
   * Whoever reported it knows best whether it is gone. Seen again, it takes reports again; where somebody
   * reported the same corner anew meanwhile, that hazard is the open one (`hazard_one_open`).
   */
  reopen(input: ReopenHazardInput, call: Call): Promise<HazardView> {
    return this.step(contracts.reopen.subject, input, 'reopen', call, input.reason, (hazard, now) => {
      hazard.handling = hazard.feedback = hazard.handledAt = hazard.fedBackAt = null;
      hazard.joinsUntil = joinsUntil(now, hazard.joinsUntil);
    });
  }

  async get(input: ById, call: Call): Promise<HazardView> {
    const { orm } = this.database;
    const report = await orm.getRepository(HazardReportEntity).findOneBy({ id: input.id });
    const hazard = await orm.getRepository(HazardEntity).findOneBy({ id: report?.hazardId ?? input.id });
    if (!hazard || !(await this.concerns(orm, hazard, call))) throw new DomainError('resource.notFound');
    return this.views.one(hazard, call);
  }

  async list(input: ListHazardsInput, call: Call): Promise<HazardPage> {
    const { actor } = call;
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    const isReporter = actor.role === 'volunteer' || actor.role === 'resident';
    const query = this.database.orm.getRepository(HazardEntity).createQueryBuilder('hazard');
    if (isReporter)
      query.where(
        `exists (select 1 from hazard_report r where r.city_code = hazard.city_code and r.hazard_id = hazard.id
           and r.reporter_id = :reporterId)`,
        { reporterId: actor.id },
      );
    else {
      const { code, last } = listScope(actor, input.region);
      query.where({ communityCode: Between(code, last) });
    }
    if (input.state) query.andWhere({ state: input.state });
    if (input.category) query.andWhere({ category: input.category });
    if (before) query.andWhere({ id: LessThan(before) });
    const rows = await query
      .orderBy('hazard.id', 'DESC')
      .take(limit + 1)
      .getMany();
    const page = rows.slice(0, limit);
    return {
      items: await this.views.many(page, call),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.id ?? '') : undefined,
    };
  }

  /** Closes what nobody contradicted for seven days. Safe to run twice. */
  async closeUncontested(): Promise<number> {
    const due = await this.database.query<{ id: string }>(
      `select id from hazard where state = 'fedBack' and fed_back_at <= $1 order by fed_back_at limit 500`,
      [new Date(this.clock.now().getTime() - closesAfterMs)],
    );
    for (const { id } of due) {
      await this.database.transaction(async (tx) => {
        const hazard = await this.lock(tx, id);
        if (hazard?.state === 'fedBack')
          await this.move(tx, hazard, 'close', systemCall('tasks'), undefined, closeAt);
      });
    }
    return due.length;
  }

  /** How many hazards are in each state but the last. */
  async countOpen(): Promise<[state: string, count: number][]> {
    const rows = await this.database.query<{ state: string; n: number }>(
      `select state, count(h.id)::int as n from unnest(array['routed', 'handled', 'fedBack']) as state
       left join hazard h using (state) group by state`,
    );
    return rows.map(({ state, n }) => [state, n]);
  }

  private async communityOf(input: ReportHazardInput, { actor }: Call): Promise<number> {
    if (input.errandId !== undefined) {
      const errand = await store.findErrandOf(this.database, input.errandId, actor.id);
      const isStaff = actor.region !== undefined;
      if (!errand || (isStaff && !sees(actor, errand.communityCode)))
        throw new DomainError('resource.notFound');
      if (actor.role === 'volunteer' && !errand.isTheirs) throw new DomainError('errand.notYours');
      if (actor.role === 'resident') throw new DomainError('errand.notYours');
      if (input.communityCode === undefined) return errand.communityCode;
    }
    if (input.communityCode === undefined)
      throw new DomainError('request.invalid', {
        fields: [{ field: 'communityCode', rules: ['needed without an errand'] }],
      });
    const { code } = parseRegion(input.communityCode);
    if (actor.region !== undefined && !sees(actor, code)) throw new DomainError('access.foreignRegion');
    return code;
  }

  private reportOf(input: ReportHazardInput, community: number, { actor }: Call): HazardReportEntity {
    return {
      cityCode: regionOf(community).cityCode,
      id: input.id,
      hazardId: input.id,
      reporterId: actor.id,
      reporterRole: actor.role,
      errandId: input.errandId ?? null,
      place: input.point,
      severity: input.severity,
      description: input.description,
      reportedAt: this.clock.now(),
    };
  }

  /** Writes a report once. @returns the hazard it is of */
  private async take(
    tx: Tx,
    report: HazardReportEntity,
    input: ReportHazardInput,
    responsible: Responsible,
    call: Call,
  ): Promise<string> {
    const { cityCode, reportedAt } = report;
    await store.queueReports(tx, cityCode, input.category);
    const known = await tx.orm.findOneBy(HazardReportEntity, { cityCode, id: report.id });
    if (known) {
      const { category } = await tx.orm.findOneByOrFail(HazardEntity, { cityCode, id: known.hazardId });
      if (!isSame(known, report) || category !== input.category)
        throw new DomainError('idempotency.conflict');
      return known.hazardId;
    }
    const since = new Date(reportedAt.getTime() - dayMs);
    if ((await store.countReportsSince(tx, report.reporterId, since)) >= reportsADay)
      throw new DomainError('hazard.tooMany', { limit: reportsADay });
    const open = await store.findOpenHazards(tx, cityCode, input.category, reportedAt);
    const target = joinTarget(open, report.place, reportedAt);
    const hazard = target
      ? await this.join(tx, target.id, report)
      : await this.begin(tx, report, input, responsible, call);
    await tx.orm.insert(HazardReportEntity, { ...report, hazardId: hazard.id });
    this.outbox.add(tx, [reportedEvent(hazard, report, target !== undefined, call)]);
    return hazard.id;
  }

  private async join(tx: Tx, id: string, report: HazardReportEntity): Promise<HazardEntity> {
    const { cityCode } = report;
    const hazard = await tx.orm.findOneByOrFail(HazardEntity, { cityCode, id });
    hazard.severity = graver(hazard.severity, report.severity);
    // Whoever waited for the lock may have seen it before the one it joins.
    const lastReportedAt = later(hazard.lastReportedAt, report.reportedAt);
    const change = {
      ...{ severity: hazard.severity, reportCount: hazard.reportCount + 1, lastReportedAt },
      joinsUntil: joinsUntil(report.reportedAt, hazard.joinsUntil),
    };
    await tx.orm.update(HazardEntity, { cityCode, id }, change);
    return hazard;
  }

  private async begin(
    tx: Tx,
    report: HazardReportEntity,
    input: ReportHazardInput,
    responsible: Responsible,
    call: Call,
  ): Promise<HazardEntity> {
    const hazard: HazardEntity = {
      cityCode: report.cityCode,
      id: report.id,
      communityCode: parseRegion(responsible.communityCode).code,
      place: report.place,
      category: input.category,
      severity: report.severity,
      state: 'reported',
      committeeId: responsible.committeeId ?? null,
      stationId: responsible.stationId ?? null,
      reportCount: 1,
      firstReportedAt: report.reportedAt,
      lastReportedAt: report.reportedAt,
      joinsUntil: joinsUntil(report.reportedAt),
      handling: null,
      feedback: null,
      handledAt: null,
      fedBackAt: null,
      closedAt: null,
    };
    await tx.orm.insert(HazardEntity, hazard);
    await this.writeStep(tx, hazard, call, undefined, report.reportedAt);
    await this.move(tx, hazard, 'route', call, undefined);
    return hazard;
  }

  private async step(
    subject: string,
    input: ById,
    move: HazardMove,
    call: Call,
    note: string | undefined,
    change: (hazard: HazardEntity, now: Date) => void,
  ): Promise<HazardView> {
    const done = await this.database.transaction((tx) =>
      once(tx, call, subject, input, async () => {
        const report = await tx.orm.findOneBy(HazardReportEntity, { id: input.id });
        const hazardId = report?.hazardId ?? input.id;
        if (move === 'reopen') await store.queueWithReports(tx, hazardId);
        const hazard = await this.lock(tx, hazardId);
        if (!hazard || !(await this.concerns(tx.orm, hazard, call)))
          throw new DomainError('resource.notFound');
        if (!(await this.isRepeat(tx, hazard, move, call, note)))
          await this.move(tx, hazard, move, call, note, change);
        return { id: hazard.id };
      }),
    );
    return this.get(done, call);
  }

  /** The same person taking the same step in the same words again: a lost reply must not become an error. */
  private async isRepeat(
    tx: Tx,
    hazard: HazardEntity,
    move: HazardMove,
    call: Call,
    note?: string,
  ): Promise<boolean> {
    const { cityCode, id } = hazard;
    const last = await tx.orm.findOne(HazardStepEntity, {
      where: { cityCode, hazardId: id },
      order: { step: 'desc' },
    });
    const leadsTo = { handle: 'handled', feedBack: 'fedBack', close: 'closed', reopen: 'routed', route: '' }[
      move
    ];
    return last?.state === leadsTo && last.byId === call.actor.id && last.note === (note ?? null);
  }

  private async move(
    tx: Tx,
    hazard: HazardEntity,
    move: HazardMove,
    call: Call,
    note: string | undefined,
    change?: (hazard: HazardEntity, now: Date) => void,
  ): Promise<void> {
    hazard.state = moveHazard(hazard.state, move);
    const now = this.clock.now();
    change?.(hazard, now);
    const { cityCode, id, state, handling, feedback, handledAt, fedBackAt, closedAt } = hazard;
    const changed = { state, handling, feedback, handledAt, fedBackAt, closedAt };
    await tx.orm.update(HazardEntity, { cityCode, id }, { ...changed, joinsUntil: hazard.joinsUntil });
    await this.writeStep(tx, hazard, call, note, now);
    const step = move === 'reopen' ? 'reopened' : (state as HazardMoved['step']);
    const told = move === 'route' ? [] : await store.reportersOf(tx, cityCode, id);
    this.outbox.add(tx, movedEvents(hazard, step, told, now, call));
  }

  /** `at`: the moment its event tells too, so that both lie on one day. */
  private async writeStep(
    tx: Tx,
    hazard: HazardEntity,
    call: Call,
    note: string | undefined,
    at: Date,
  ): Promise<void> {
    const { cityCode, id, state } = hazard;
    const taken = await tx.orm.countBy(HazardStepEntity, { cityCode, hazardId: id });
    const { role, id: byId } = call.actor;
    const step = {
      cityCode,
      hazardId: id,
      step: taken + 1,
      state,
      byRole: role,
      byId,
      note: note ?? null,
      at,
    };
    await tx.orm.insert(HazardStepEntity, step);
  }

  private lock(tx: Tx, id: string): Promise<HazardEntity | null> {
    return tx.orm.findOne(HazardEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async concerns(
    orm: Pick<EntityManager, 'getRepository'>,
    { cityCode, id, communityCode }: HazardEntity,
    { actor }: Call,
  ): Promise<boolean> {
    if (actor.role !== 'volunteer' && actor.role !== 'resident') return sees(actor, communityCode);
    return orm.getRepository(HazardReportEntity).existsBy({ cityCode, hazardId: id, reporterId: actor.id });
  }
}

function closeAt(hazard: HazardEntity, now: Date): void {
  hazard.closedAt = now;
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function isSame(a: HazardReportEntity, b: HazardReportEntity): boolean {
  const content = ({ reporterId, errandId, place, severity, description }: HazardReportEntity) =>
    JSON.stringify([reporterId, errandId, place.longitude, place.latitude, severity, description]);
  return content(a) === content(b);
}
