import {
  type ById,
  type CreateSeriesInput,
  DomainError,
  type EndSeriesInput,
  type ListSeriesInput,
  type NeedContent,
  type PostNeedInput,
  series as contracts,
  type SeriesPage,
  type SeriesView,
  type SkipDayInput,
} from '#contracts';
import {
  type Call,
  Clock,
  Database,
  decodeCursor,
  deterministicId,
  encodeCursor,
  listScope,
  once,
  sees,
  shanghaiDay,
  systemCall,
  type Tx,
} from '#platform';
import { addDays } from '#regions';
import { Injectable } from '@nestjs/common';
import { Between, In, LessThan } from 'typeorm';
import { draftOf } from './draft.js';
import { KinshipService } from './kinship.service.js';
import { posterOf } from './need.access.views.js';
import { NeedEntity, ResidentEntity } from './need.entity.js';
import { NeedsService } from './needs.service.js';
import { occurrences, parseRule } from './recurrence.js';
import { NeedSeriesEntity, SeriesSkipEntity } from './series.entity.js';
import { SeriesExtras } from './series.extras.service.js';
import { SeriesViews } from './series.views.js';
import { TemplatesService } from './templates.service.js';

const pageSize = 20;
/** Needs are posted so many days ahead: the station can plan, volunteers can choose. */
const daysAhead = 7;
const seriesAtATime = 200;
const notBegun = [
  'draft',
  'submitted',
  'verified',
  'forwarded',
  'accepted',
  'posted',
  'dispatched',
  'referred',
];

@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly needs: NeedsService,
    private readonly templates: TemplatesService,
    private readonly kinship: KinshipService,
    private readonly views: SeriesViews,
    private readonly extras: SeriesExtras,
  ) {}

  async create(input: CreateSeriesInput, call: Call): Promise<SeriesView> {
    const resident = await this.database.orm
      .getRepository(ResidentEntity)
      .findOneBy({ id: input.residentId });
    if (!resident || !(await this.kinship.mayActFor(call, resident)))
      throw new DomainError('resource.notFound');
    const { firstDay, startTime, windowMinutes, rule, channel, holidays = 'keep' } = input;
    const from = [firstDay, this.today()].sort().at(-1) ?? firstDay;
    const [nextDay] = occurrences(parseRule(rule), firstDay, from, 1);
    if (nextDay === undefined) throw new DomainError('series.nothingLeft');
    const template = input.templateId && (await this.templates.offered(input.templateId, resident));
    // Refused now rather than every time the clock comes to it.
    draftOf(input, template || undefined);
    const row: NeedSeriesEntity = {
      stopCount: input.stops?.length ?? 0,
      ...(await this.paymentOf(input, nextDay, resident, call)),
      groupId: await this.extras.group(input, call),
      cityCode: resident.cityCode,
      id: input.id,
      residentId: resident.id,
      communityCode: resident.communityCode,
      content: contentOf(input),
      channel,
      firstDay,
      startTime,
      windowMinutes,
      rule: rule.toUpperCase(),
      holidays,
      state: call.actor.role === 'resident' ? 'submitted' : 'active',
      postedBy: posterOf(call, resident),
      madeBy: call.actor.id,
      madeAt: this.clock.now(),
      nextDay,
    };
    await this.database.transaction((tx) =>
      once(tx, call, contracts.create.subject, input, async () => {
        const known = await tx.orm.findOneBy(NeedSeriesEntity, { id: input.id });
        const stops = input.stops ?? [];
        if (!known) {
          await tx.orm.insert(NeedSeriesEntity, row);
          await this.extras.insertStops(tx, row, stops);
        } else if (!isSame(known, row) || !(await this.extras.areThose(tx, known, stops)))
          throw new DomainError('idempotency.conflict');
        return { id: input.id };
      }),
    );
    return this.get(input, call);
  }

  verify(input: ById, call: Call): Promise<SeriesView> {
    return this.change(contracts.verify.subject, input, call, async (tx, row) => {
      if (row.state === 'active') return;
      if (row.state !== 'submitted') throw new DomainError('series.stateConflict', { state: row.state });
      await this.update(tx, row, { state: 'active' });
    });
  }

  skipDay(input: SkipDayInput, call: Call): Promise<SeriesView> {
    return this.change(contracts.skipDay.subject, input, call, async (tx, row) => {
      if (row.state === 'ended') throw new DomainError('series.stateConflict', { state: row.state });
      const [due] = occurrences(parseRule(row.rule), row.firstDay, input.day, 1);
      if (due !== input.day || input.day < this.today())
        throw new DomainError('series.dayUnknown', { day: input.day });
      const { cityCode, id: seriesId } = row;
      const { day, reason } = input;
      const skip = { cityCode, seriesId, day, reason, byRole: call.actor.role, at: this.clock.now() };
      await tx.orm.createQueryBuilder().insert().into(SeriesSkipEntity).values(skip).orIgnore().execute();
      await this.cancelPosted(tx, row, day, day, reason, call);
    });
  }

  end(input: EndSeriesInput, call: Call): Promise<SeriesView> {
    return this.change(contracts.end.subject, input, call, async (tx, row) => {
      if (row.state === 'ended') return;
      await this.update(tx, row, { state: 'ended', nextDay: null });
      await this.cancelPosted(tx, row, addDays(this.today(), 1), '9999-12-31', input.reason, call);
    });
  }

  async get(input: ById, call: Call): Promise<SeriesView> {
    const row = await this.database.orm.getRepository(NeedSeriesEntity).findOneBy({ id: input.id });
    if (!row || !this.concerns(row, call)) throw new DomainError('resource.notFound');
    return this.views.one(row);
  }

  async list(input: ListSeriesInput, call: Call): Promise<SeriesPage> {
    const { actor } = call;
    const scope = actor.role === 'resident' ? undefined : listScope(actor, input.region);
    const limit = input.limit ?? pageSize;
    const before = input.cursor ? decodeCursor(input.cursor, 'uuid')[0] : undefined;
    const whose = scope
      ? [{ communityCode: Between(scope.code, scope.last) }]
      : [{ residentId: actor.id }, { madeBy: actor.id }];
    const rows = await this.database.orm.getRepository(NeedSeriesEntity).find({
      where: whose.map((those) => ({
        ...those,
        ...(input.state ? { state: input.state } : {}),
        ...(before ? { id: LessThan(before) } : {}),
      })),
      order: { id: 'desc' },
      take: limit + 1,
    });
    const page = rows.slice(0, limit);
    return {
      items: await Promise.all(page.map((row) => this.views.one(row))),
      nextCursor: rows.length > limit ? encodeCursor(page.at(-1)?.id ?? '') : undefined,
    };
  }

  /**
   * Posts what is due within seven days. Safe to run twice and at the same time: each series is locked, each need
   * has the id of its day.
   * @returns how many needs it posted
   */
  async postDue(): Promise<number> {
    const horizon = addDays(this.today(), daysAhead);
    const due = await this.database.query<{ id: string }>(
      `select id from need_series where state = 'active' and next_day <= $1 order by next_day limit ${seriesAtATime}`,
      [horizon],
    );
    let posted = 0;
    for (const { id } of due) posted += await this.postSeries(id, horizon);
    return posted;
  }

  private async postSeries(id: string, horizon: string): Promise<number> {
    const call = systemCall('tasks');
    const row = await this.database.orm.getRepository(NeedSeriesEntity).findOneByOrFail({ id });
    const resident = await this.database.orm
      .getRepository(ResidentEntity)
      .findOneByOrFail({ cityCode: row.cityCode, id: row.residentId });
    const rule = parseRule(row.rule);
    // Days that passed while nothing ran are gone; the window of yesterday may still be open.
    const from = [row.nextDay ?? horizon, addDays(this.today(), -1)].sort().at(-1) ?? horizon;
    const within = occurrences(rule, row.firstDay, from, daysAhead + 2).filter((day) => day <= horizon);
    const needs: NeedEntity[] = [];
    for (const day of await this.views.withoutHolidays(row, within)) {
      const input = inputFor(row, day);
      // Nobody can be sent into the past.
      if (new Date(input.windowEnd) <= this.clock.now()) continue;
      const need = await this.needs.compose(input, resident, call);
      const { postedBy, stopCount, groupId } = row;
      const familyId = postedBy === 'family' ? row.madeBy : null;
      needs.push({ ...need, postedBy, familyId, stopCount, groupId, seriesId: row.id, seriesDay: day });
    }
    return this.database.transaction(async (tx) => {
      const locked = await this.lock(tx, id);
      // Another run was faster, or somebody ended it meanwhile.
      if (locked?.state !== 'active' || locked.nextDay !== row.nextDay) return 0;
      const skipped = await this.views.skippedDays(row, within, tx.orm);
      const wanted = needs.filter(({ seriesDay }) => !skipped.has(seriesDay ?? ''));
      for (const need of wanted) await this.extras.post(tx, row, need, call);
      const [nextDay = null] = occurrences(rule, row.firstDay, addDays(horizon, 1), 1);
      await this.update(tx, row, nextDay === null ? { nextDay, state: 'ended' } : { nextDay });
      return wanted.length;
    });
  }

  /** Agreed on with the first need the rule gives after today: today's window may be over. */
  private async paymentOf(input: CreateSeriesInput, day: string, resident: ResidentEntity, call: Call) {
    if (input.payment === undefined && input.payerId === undefined)
      return { paymentMode: null, payerId: null };
    const { id, residentId, channel, startTime, windowMinutes } = input;
    const [later = day] = occurrences(parseRule(input.rule), input.firstDay, addDays(this.today(), 1), 1);
    const first = inputFor(
      { id, residentId, channel, startTime, windowMinutes, content: contentOf(input) },
      later,
    );
    return this.extras.agree(input, await this.needs.compose(first, resident, call), call);
  }

  private async change(
    subject: string,
    input: ById,
    call: Call,
    work: (tx: Tx, row: NeedSeriesEntity) => Promise<void>,
  ): Promise<SeriesView> {
    await this.database.transaction((tx) =>
      once(tx, call, subject, input, async () => {
        const row = await this.lock(tx, input.id);
        if (!row || !this.concerns(row, call)) throw new DomainError('resource.notFound');
        await work(tx, row);
        return { id: input.id };
      }),
    );
    return this.get(input, call);
  }

  private async cancelPosted(
    tx: Tx,
    row: NeedSeriesEntity,
    first: string,
    last: string,
    reason: string,
    call: Call,
  ): Promise<void> {
    const posted = await tx.orm.find(NeedEntity, {
      where: {
        cityCode: row.cityCode,
        seriesId: row.id,
        seriesDay: Between(first, last),
        state: In(notBegun),
      },
      order: { id: 'asc' },
    });
    for (const { id } of posted) await this.needs.cancelWithin(tx, id, call, { reason });
  }

  private async update(tx: Tx, { cityCode, id }: NeedSeriesEntity, change: Partial<NeedSeriesEntity>) {
    await tx.orm.update(NeedSeriesEntity, { cityCode, id }, { state: change.state, nextDay: change.nextDay });
  }

  private lock(tx: Tx, id: string): Promise<NeedSeriesEntity | null> {
    return tx.orm.findOne(NeedSeriesEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private concerns({ residentId, madeBy, communityCode }: NeedSeriesEntity, { actor }: Call): boolean {
    const isTheirs = actor.id === residentId || actor.id === madeBy;
    return actor.role === 'resident' ? isTheirs : sees(actor, communityCode);
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }
}

type Timed = Pick<
  NeedSeriesEntity,
  'id' | 'residentId' | 'channel' | 'startTime' | 'windowMinutes' | 'content'
>;

/** The need of one day; posted again it is the same. */
function inputFor(row: Timed, day: string): PostNeedInput {
  const start = new Date(`${day}T${row.startTime}:00+08:00`);
  return {
    ...row.content,
    id: deterministicId('series', row.id, day),
    residentId: row.residentId,
    channel: row.channel as PostNeedInput['channel'],
    windowStart: start.toISOString(),
    windowEnd: new Date(start.getTime() + row.windowMinutes * 60_000).toISOString(),
  };
}

function contentOf(input: NeedContent): NeedContent {
  const { templateId, type, summary, expectedMinutes, slots, riskNotice } = input;
  const { requirements, purchaseCeilingFen } = input;
  const all = {
    templateId,
    type,
    summary,
    expectedMinutes,
    slots,
    riskNotice,
    requirements,
    purchaseCeilingFen,
  };
  return JSON.parse(JSON.stringify(all)) as NeedContent;
}

function isSame(a: NeedSeriesEntity, b: NeedSeriesEntity): boolean {
  const content = (row: NeedSeriesEntity) => {
    const { residentId, channel, firstDay, startTime, windowMinutes, rule, holidays } = row;
    // jsonb gives keys back in an order of its own.
    const wishes = Object.entries(row.content).sort(([one], [other]) => (one < other ? -1 : 1));
    const extras = [row.paymentMode, row.payerId, row.groupId];
    return JSON.stringify([
      residentId,
      channel,
      firstDay,
      startTime,
      windowMinutes,
      rule,
      holidays,
      wishes,
      extras,
    ]);
  };
  return content(a) === content(b);
}
