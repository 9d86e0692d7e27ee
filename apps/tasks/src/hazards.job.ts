import { Database, describeError, type Log, metrics, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { HazardsService } from './hazards.service.js';

/** Closes hazards nobody contradicted, and counts what is open. Safe to run twice, one replica at a time. */
@Injectable()
export class HazardsJob {
  constructor(
    private readonly database: Database,
    private readonly hazards: HazardsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('20 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.hazards', async () => {
        await this.hazards.closeUncontested();
        for (const [state, count] of await this.hazards.countOpen())
          metrics.hazardsOpen.set({ state }, count);
      });
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'hazards: will try again');
    }
  }
}
