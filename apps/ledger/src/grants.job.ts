import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { GrantsService } from './grants.service.js';

/** Who found the pool empty is given once a day what it has by then; on one replica at a time. */
@Injectable()
export class GrantsJob {
  constructor(
    private readonly database: Database,
    private readonly grants: GrantsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 40 3 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    try {
      await this.database.exclusively('ledger.grants', () => this.grants.giveMissed());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'starter grants: not finished, will try again');
    }
  }
}
