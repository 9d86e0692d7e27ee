import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { HeadsService } from './heads.service.js';

/**
 * Publishes the heads of days that are over. Looks every hour, so that after a night's outage nobody waits
 * for the next; ten minutes past, so that replicas whose clocks differ agree that the day is over.
 */
@Injectable()
export class HeadsJob {
  constructor(
    private readonly database: Database,
    private readonly heads: HeadsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 10 * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('ledger.heads', () => this.heads.publishDue());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'daily heads: not published, will try again');
    }
  }
}
