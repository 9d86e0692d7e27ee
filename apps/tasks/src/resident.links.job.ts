import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ResidentLinksService } from './resident.links.service.js';

/** Indexes numbers that were registered before there was an index. Safe to run twice, one replica at a time. */
@Injectable()
export class ResidentLinksJob {
  constructor(
    private readonly database: Database,
    private readonly links: ResidentLinksService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('35 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.residentPhones', async () => {
        while ((await this.links.indexPhones()) > 0);
      });
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'resident phones: will try again');
    }
  }
}
