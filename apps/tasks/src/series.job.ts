import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { SeriesService } from './series.service.js';

/** Posts the needs of series. Safe to run twice, one replica at a time; what a stop interrupts goes on next time. */
@Injectable()
export class SeriesJob {
  constructor(
    private readonly database: Database,
    private readonly series: SeriesService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 */5 * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.series', async () => {
        const needs = await this.series.postDue();
        if (needs > 0) this.log.info({ needs }, 'series: posted');
      });
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'series: will try again');
    }
  }
}
