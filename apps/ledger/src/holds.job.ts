import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { PostingService } from './posting.service.js';

/** Holds nobody resolved in time are released. Safe to run twice, and runs on one replica at a time. */
@Injectable()
export class HoldsJob {
  constructor(
    private readonly database: Database,
    private readonly posting: PostingService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('*/30 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('ledger.holds', () => this.posting.releaseDue());
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'holds: will try again');
    }
  }
}
