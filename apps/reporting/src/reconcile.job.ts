import { Clock, Database, describeError, type Log, metrics, systemCall, tokens } from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ReconcileService } from './reconcile.service.js';

/** Every hour each city of which something was counted is compared with its owners. A difference is an alarm, never a repair. */
@Injectable()
export class ReconcileJob {
  constructor(
    private readonly database: Database,
    private readonly reconciling: ReconcileService,
    private readonly clock: Clock,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 17 * * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    try {
      await this.database.exclusively('reporting.reconcile', () => this.compareAll());
    } catch (error) {
      this.log.error({ err: describeError(error) }, 'reconciling: could not finish');
    }
  }

  /** Sets the metrics; the log names each difference. */
  async compareAll(): Promise<void> {
    const counts = new Map<string, number>();
    const cities = await this.database.query<{ code: number }>(
      'select city_code as code from freshness order by 1',
    );
    for (const { code } of cities) {
      const region = formatRegion(code * 1e8);
      const { differences } = await this.reconciling.run({ region }, systemCall('reporting'));
      for (const { name } of differences) {
        // Of a distribution its family alone: each of its counters would be a time series.
        const [metric = name] = name.split(' ');
        counts.set(metric, (counts.get(metric) ?? 0) + 1);
      }
    }
    metrics.reportDifferences.reset();
    for (const [metric, count] of counts) metrics.reportDifferences.set({ metric }, count);
    metrics.reportsReconciledAt.set(this.clock.now().getTime() / 1000);
  }
}
