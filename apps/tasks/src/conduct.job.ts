import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { NoShowsService } from './no-shows.service.js';

/** Errands that somebody holds and nobody began. Safe to run twice, and runs on one replica at a time. */
@Injectable()
export class ConductJob {
  constructor(
    private readonly database: Database,
    private readonly noShows: NoShowsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('45 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.conduct', async () => {
        await this.noShows.recordDue();
      });
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'no-shows: will try again');
    }
  }
}
