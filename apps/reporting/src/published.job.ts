import { Database, describeError, type Log, systemCall, tokens } from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { OpenService } from './open.service.js';
import { publishedKinds } from './period.js';
import { PublishedService } from './published.service.js';

/**
 * 每日一报: at seven in the morning yesterday is published for every city, district and subdistrict; so are the last
 * week, month and year, where they are not yet, and from the 20th the open data of the last month.
 */
@Injectable()
export class PublishedJob {
  constructor(
    private readonly database: Database,
    private readonly published: PublishedService,
    private readonly open: OpenService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 0 7 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    try {
      await this.database.exclusively('reporting.published', () => this.publishAll());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'published reports: could not finish');
    }
  }

  /** Safe to run twice: what is published stays. */
  async publishAll(): Promise<void> {
    const cities = await this.database.query<{ code: number }>(
      'select city_code as code from freshness order by 1',
    );
    for (const { code } of cities) {
      const city = formatRegion(code * 1e8);
      for (const kind of publishedKinds)
        await this.published.publishLast(kind, city, systemCall('reporting'));
      await this.open.publishLast(city, systemCall('reporting'));
    }
  }
}
