import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { WebhooksService } from './webhooks.service.js';

/** Every minute what was published goes to who subscribed to it; one replica at a time. */
@Injectable()
export class WebhooksJob {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhooksService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('20 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('reporting.webhooks', () => this.webhooks.run());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'webhooks: could not finish');
    }
  }
}
