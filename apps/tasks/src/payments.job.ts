import { Database, describeError, type Log, newTraceId, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { PaidNeedsService } from './paid.needs.service.js';
import { PaymentsService } from './payments.service.js';

/**
 * Holds that nobody had an answer to are asked for again, and what no service can use any more is freed. Safe to
 * run twice, and runs on one replica at a time.
 */
@Injectable()
export class PaymentsJob {
  constructor(
    private readonly database: Database,
    private readonly paid: PaidNeedsService,
    private readonly payments: PaymentsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('*/10 * * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('tasks.payments', () => this.work());
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'payments: will try again');
    }
  }

  async work(): Promise<void> {
    await this.paid.pursueUnanswered((error) =>
      this.log.info({ err: describeError(error) }, 'payments: a hold is not there'),
    );
    let settled = 1;
    while (settled > 0)
      settled = await this.database.transaction((tx) => this.payments.settle(tx, newTraceId()));
  }
}
