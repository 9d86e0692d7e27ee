import { isAbsolute, join } from 'node:path';
import {
  type ClockStage,
  clockStages,
  type ListOverdueInput,
  type OverduePage,
  type OverdueRecord,
  recordEvents,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  Database,
  decodeCursor,
  deterministicId,
  encodeCursor,
  listScope,
  type Log,
  metrics,
  Outbox,
  projectRoot,
  shanghaiDay,
  systemCall,
  tokens,
} from '#platform';
import { addDays, formatRegion, WorkingDays } from '#regions';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import {
  countWaiting,
  type Cutoffs,
  type CutoffsByCity,
  readWaiting,
  ringFor,
  type WaitingRow,
} from './watch.store.js';

const pageSize = 20;
const jobBatch = 500;
/** A service is to be recorded within ten working days of its end; the alarm is at eight. */
const alarmWorkingDays = 8;
const dueWorkingDays = 10;

/** The ten-working-day clock of records that nobody has confirmed yet. */
@Injectable()
export class ClockService implements OnModuleInit {
  private workingDays!: WorkingDays;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'confirming'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** Nest awaits this before the first request is taken. */
  async onModuleInit(): Promise<void> {
    const { workingDaysFile } = this.config;
    const file = isAbsolute(workingDaysFile) ? workingDaysFile : join(projectRoot, workingDaysFile);
    this.workingDays = await WorkingDays.read(file);
    this.warnOfUnknownYear();
  }

  /** The oldest first; @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list(input: ListOverdueInput, call: Call): Promise<OverduePage> {
    const scope = listScope(call.actor, input.region);
    const limit = input.limit ?? pageSize;
    const after = input.cursor ? decodeCursor(input.cursor, 'integer', 'uuid') : undefined;
    const rows = await readWaiting(this.database, scope, this.cutoffs(), input.stage, after, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => this.view(row)),
      nextCursor: rows.length > limit && last ? encodeCursor(last.endedAt.getTime(), last.id) : undefined,
    };
  }

  /** Tells, once a record and stage, that time is running out or has run out; and counts for the metrics. */
  async ring(): Promise<void> {
    const cutoffs = this.cutoffs();
    for (const stage of clockStages) while ((await this.ringStage(stage, cutoffs)) === jobBatch);
    const counts = await countWaiting(this.database, cutoffs);
    for (const stage of clockStages) metrics.recordsOverdue.set({ stage }, counts[stage]);
    this.warnOfUnknownYear();
  }

  private ringStage(stage: ClockStage, cutoffs: CutoffsByCity): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      const rang = await ringFor(tx, stage, cutoffs, now, jobBatch);
      const { traceId } = systemCall('tasks');
      this.outbox.add(
        tx,
        rang.map(({ id, cityCode, communityCode }) => ({
          id: deterministicId('serviceRecord.overdue', id, stage),
          contract: recordEvents.overdue,
          cityCode,
          traceId,
          data: { recordId: id, communityCode: formatRegion(communityCode), stage, at: now.toISOString() },
        })),
      );
      return rang.length;
    });
  }

  /** In alarm on the eighth working day after the end; in breach once the tenth is over. */
  private cutoffs(): CutoffsByCity {
    const today = shanghaiDay(this.clock.now());
    const endOf = (day: string) => new Date(`${addDays(day, 1)}T00:00:00+08:00`);
    const cutoffsBy = (calendar: WorkingDays): Cutoffs => ({
      alarm: endOf(calendar.lastDayWaiting(today, alarmWorkingDays)),
      breach: endOf(calendar.lastDayWaiting(addDays(today, -1), dueWorkingDays)),
    });
    const { workingDays } = this;
    const own = workingDays.citiesWithOwn.map((cityCode) => ({
      cityCode,
      ...cutoffsBy(workingDays.of(cityCode)),
    }));
    return { ...cutoffsBy(workingDays), own };
  }

  private view(row: WaitingRow): OverdueRecord {
    const { day, known } = this.workingDays.of(row.cityCode).after(shanghaiDay(row.endedAt), dueWorkingDays);
    return {
      recordId: row.id,
      communityCode: formatRegion(row.communityCode),
      state: row.state,
      endedAt: row.endedAt.toISOString(),
      stage: row.isBreach ? 'breach' : 'alarm',
      dueOn: day,
      calendarKnown: known,
    };
  }

  private warnOfUnknownYear(): void {
    const today = shanghaiDay(this.clock.now());
    if (!this.workingDays.isKnown(today))
      this.log.warn(
        { year: today.slice(0, 4), version: this.workingDays.version },
        'the holidays of this year are not in the table of working days: weekends alone are counted out',
      );
  }
}
