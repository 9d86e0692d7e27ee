import { Clock, Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { DispatchService } from './dispatch.service.js';
import { forgetAlerts, forgetPositions } from './duty.store.js';
import { RoundsService } from './rounds.service.js';

/** Alerts are shown for 30 days; what is older serves nobody. */
const alertDays = 90;

/**
 * What matching does by the clock. Each job runs on one replica at a time and is safe to run twice: all it
 * knows stands in the database, so that it goes on where a stopped process left it.
 */
@Injectable()
export class MatchingJob {
  private isRunning = false;

  constructor(
    private readonly database: Database,
    private readonly rounds: RoundsService,
    private readonly dispatches: DispatchService,
    private readonly clock: Clock,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('*/2 * * * * *')
  async ask(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    await this.alone('tasks.matching', async () => {
      await this.dispatches.run();
      await this.rounds.run();
    });
    this.isRunning = false;
  }

  @Cron('20 * * * * *')
  forgetPositions(): Promise<void> {
    return this.alone('tasks.forgetPositions', () => forgetPositions(this.database, this.clock.now()));
  }

  @Cron('0 40 3 * * *', { timeZone: 'Asia/Shanghai' })
  forgetAlerts(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - alertDays * 86_400_000);
    return this.alone('tasks.forgetAlerts', () => forgetAlerts(this.database, before));
  }

  private async alone(name: string, job: () => Promise<void>): Promise<void> {
    try {
      await this.database.exclusively(name, job);
    } catch (error) {
      this.log.warn({ err: describeError(error), job: name }, 'matching: will try again');
    }
  }
}
