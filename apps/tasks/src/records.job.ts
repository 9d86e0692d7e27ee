import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ClockService } from './clock.service.js';
import { ConfirmingService } from './confirming.service.js';

/**
 * What happens to records by the clock: confirmation of proven minutes nobody spoke against, the end of
 * public notices, and the ten-working-day alarm. Safe to run twice, and runs on one replica at a time.
 */
@Injectable()
export class RecordsJob {
  constructor(
    private readonly database: Database,
    private readonly confirming: ConfirmingService,
    private readonly clock: ClockService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('15 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.records', async () => {
        await this.confirming.confirmDue();
        await this.confirming.endNotices();
        await this.clock.ring();
      });
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'records: will try again');
    }
  }
}
