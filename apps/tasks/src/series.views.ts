import { isAbsolute, join } from 'node:path';
import type { SeriesDay, SeriesView } from '#contracts';
import { Clock, type Config, Database, projectRoot, shanghaiDay, tokens, type Tx } from '#platform';
import { formatRegion, WorkingDays } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { NeedEntity } from './need.entity.js';
import { occurrences, parseRule } from './recurrence.js';
import { NeedSeriesEntity, SeriesSkipEntity } from './series.entity.js';

const daysShown = 10;

/** Series with what comes next: posted, planned, skipped or a holiday. */
@Injectable()
export class SeriesViews {
  private calendar: Promise<WorkingDays> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'confirming'>,
  ) {}

  async one(row: NeedSeriesEntity): Promise<SeriesView> {
    return {
      id: row.id,
      residentId: row.residentId,
      communityCode: formatRegion(row.communityCode),
      state: row.state,
      content: row.content,
      firstDay: row.firstDay,
      startTime: row.startTime,
      windowMinutes: row.windowMinutes,
      rule: row.rule,
      holidays: row.holidays,
      stopCount: row.stopCount,
      ...(row.paymentMode !== null && { payment: row.paymentMode }),
      ...(row.payerId !== null && { payerId: row.payerId }),
      ...(row.groupId !== null && { groupId: row.groupId }),
      next: row.state === 'ended' ? [] : await this.next(row),
    };
  }

  /** Days that are no public holiday where it is, for a series that leaves those out. */
  async withoutHolidays(row: NeedSeriesEntity, days: string[]): Promise<string[]> {
    if (row.holidays === 'keep') return days;
    const { workingDaysFile: file } = this.config;
    this.calendar ??= WorkingDays.read(isAbsolute(file) ? file : join(projectRoot, file));
    const calendar = (await this.calendar).of(row.cityCode);
    return days.filter((day) => !calendar.isHoliday(day));
  }

  async skippedDays(
    { cityCode, id }: NeedSeriesEntity,
    days: string[],
    orm: Pick<Tx['orm'], 'getRepository'> = this.database.orm,
  ): Promise<Set<string>> {
    const rows = await orm.getRepository(SeriesSkipEntity).findBy({ cityCode, seriesId: id, day: In(days) });
    return new Set(rows.map(({ day }) => day));
  }

  private async next(row: NeedSeriesEntity): Promise<SeriesDay[]> {
    const days = occurrences(parseRule(row.rule), row.firstDay, shanghaiDay(this.clock.now()), daysShown);
    const { cityCode, id: seriesId } = row;
    const [needs, skipped, kept] = await Promise.all([
      this.database.orm.getRepository(NeedEntity).findBy({ cityCode, seriesId, seriesDay: In(days) }),
      this.skippedDays(row, days),
      this.withoutHolidays(row, days),
    ]);
    return days.map((day) => {
      const need = needs.find(({ seriesDay }) => seriesDay === day);
      if (skipped.has(day)) return { day, state: 'skipped' as const, needId: need?.id };
      if (need) return { day, state: need.state, needId: need.id };
      return { day, state: kept.includes(day) ? ('planned' as const) : ('holiday' as const) };
    });
  }
}
