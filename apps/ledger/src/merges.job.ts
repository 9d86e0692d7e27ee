import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { MergesService } from './merges.service.js';

/** What came late onto accounts of merged registrations reaches the kept ones within a minute; on one replica at a time. */
@Injectable()
export class MergesJob {
  constructor(
    private readonly database: Database,
    private readonly merges: MergesService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('20 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('ledger.merges', () => this.merges.settle());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'merged accounts: not settled, will try again');
    }
  }
}
