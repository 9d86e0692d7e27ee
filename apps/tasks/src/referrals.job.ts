import { Database, describeError, type Log, metrics, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ReferralsService } from './referrals.service.js';

/** Tells of referrals whose next step is late. Safe to run twice, one replica at a time. */
@Injectable()
export class ReferralsJob {
  constructor(
    private readonly database: Database,
    private readonly referrals: ReferralsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('40 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.referrals', async () => {
        metrics.referralsOverdue.set(await this.referrals.tellOverdue());
      });
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'referrals: will try again');
    }
  }
}
