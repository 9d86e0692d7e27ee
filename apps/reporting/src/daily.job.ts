import { Database, describeError, type Log, systemCall, tokens } from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { DailyService } from './daily.service.js';

/** 每日一报: at seven in the morning yesterday is published for every city, district and subdistrict. */
@Injectable()
export class DailyJob {
  constructor(
    private readonly database: Database,
    private readonly daily: DailyService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 0 7 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    try {
      await this.database.exclusively('reporting.daily', () => this.publishAll());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'daily report: could not finish');
    }
  }

  /** Safe to run twice: what is published stays. */
  async publishAll(): Promise<void> {
    const cities = await this.database.query<{ code: number }>(
      'select city_code as code from freshness order by 1',
    );
    for (const { code } of cities)
      await this.daily.publishYesterday(formatRegion(code * 1e8), systemCall('reporting'));
  }
}
