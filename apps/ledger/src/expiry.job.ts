import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ExpiryService } from './expiry.service.js';

/** What nobody spent in time expires. Looks every hour, so that an outage at midnight costs no day; runs on one replica at a time. */
@Injectable()
export class ExpiryJob {
  constructor(
    private readonly database: Database,
    private readonly expiry: ExpiryService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 20 * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('ledger.expiry', () => this.expiry.expireDue());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'expiry: not finished, will go on');
    }
  }
}
