import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { FairGrabsService } from './fair.grabs.service.js';

/** Decides fair grabs whose own timer died with its process. Safe to run twice, and runs on one replica at a time. */
@Injectable()
export class FairGrabsJob {
  constructor(
    private readonly database: Database,
    private readonly fairGrabs: FairGrabsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('*/5 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.fairGrabs', () => this.fairGrabs.decideDue());
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'fair grabs: will try again');
    }
  }
}
