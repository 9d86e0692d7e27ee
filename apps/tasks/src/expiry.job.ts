import { Clock, Database, describeError, type Log, systemCall, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ErrandEndings } from './endings.service.js';
import { withdrawOffersOfPast } from './takeovers.store.js';

/** Errands nobody took in time leave the feed. Safe to run twice, and runs on one replica at a time. */
@Injectable()
export class ExpiryJob {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly endings: ErrandEndings,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('*/30 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.expiry', () => this.expire());
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'expiry: will try again');
    }
  }

  async expire(): Promise<void> {
    await this.database.query(withdrawOffersOfPast, [this.clock.now()]);
    await this.database.transaction((tx) => this.endings.expire(tx, systemCall('tasks')));
  }
}
