import { errands } from '#contracts';
import { Clock, Database, describeError, type Log, metrics, RpcClient, systemCall, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { clearingAccount } from './city.accounts.js';
import { readEarningFaults } from './earned.audit.store.js';
import { HeadsFile } from './heads.file.js';
import { readCities } from './heads.store.js';
import { auditCity, countEarned, onSnapshot, verifyCity } from './verify.store.js';

/** A record may take this long from its confirmation to its earning. */
const onTheWayMs = 15 * 60_000;

/** One thing that does not fit, named by number, account or day: ids only. */
interface Fault {
  check: string;
  [place: string]: string | number | undefined;
}

/**
 * Every night every city is replayed: accounts against transfers, rows against the chain and the published
 * heads, what each record is remembered to have earned against its transfers, and how many there are against
 * the records that tasks says were confirmed: each has an earning or, by constraint, a stated reason. A fault is an alarm, never a repair.
 */
@Injectable()
export class AuditJob {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
    private readonly file: HeadsFile,
    private readonly clock: Clock,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 30 2 * * *', { timeZone: 'Asia/Shanghai' })
  async run(): Promise<void> {
    try {
      await this.database.exclusively('ledger.audit', async () => {
        await this.auditAll();
      });
    } catch (error) {
      metrics.ledgerConsistent.set(0);
      this.log.error({ err: describeError(error) }, 'ledger audit: could not finish');
    }
  }

  /** Answers how many faults it found; the log names each. */
  async auditAll(): Promise<number> {
    const begin = performance.now();
    const counts = new Map<string, number>();
    for (const cityCode of await readCities(this.database))
      for (const fault of await this.faultsOf(cityCode)) {
        counts.set(fault.check, (counts.get(fault.check) ?? 0) + 1);
        this.log.error({ cityCode, ...fault }, 'ledger audit: a fault');
      }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    metrics.ledgerFaults.reset();
    for (const [check, count] of counts) metrics.ledgerFaults.set({ check }, count);
    metrics.ledgerConsistent.set(total === 0 ? 1 : 0);
    metrics.ledgerAuditSeconds.set((performance.now() - begin) / 1000);
    metrics.ledgerAuditedAt.set(this.clock.now().getTime() / 1000);
    this.log.info({ faults: total }, 'ledger audit: done');
    return total;
  }

  private async faultsOf(cityCode: number): Promise<Fault[]> {
    const published = await this.file.published(cityCode);
    const found = await onSnapshot(this.database, async (tx) => [
      ...(await auditCity(tx, cityCode)).faults,
      ...(await verifyCity(tx, cityCode, published)).faults,
      ...(await readEarningFaults(tx, cityCode, clearingAccount(cityCode).id)).map((recordId) => ({
        check: 'earning',
        recordId,
      })),
    ]);
    return [...found.map((fault): Fault => ({ ...fault })), ...(await this.recordFaults(cityCode))];
  }

  /** Asked before and after, so that a record confirmed meanwhile is no fault. */
  private async recordFaults(cityCode: number): Promise<Fault[]> {
    try {
      const now = this.clock.now().getTime();
      const least = await this.countConfirmed(cityCode, now - onTheWayMs);
      const earned = await countEarned(this.database, cityCode);
      const most = await this.countConfirmed(cityCode, this.clock.now().getTime() + onTheWayMs);
      if (least <= earned && earned <= most) return [];
      return [{ check: 'records', confirmedCount: earned < least ? least : most, earnedCount: earned }];
    } catch (error) {
      this.log.warn({ cityCode, err: describeError(error) }, 'ledger audit: tasks could not be asked');
      return [{ check: 'unanswered' }];
    }
  }

  private async countConfirmed(cityCode: number, before: number): Promise<number> {
    const input = { cityCode, before: new Date(before).toISOString() };
    const { recordCount } = await this.rpc.call(errands.countConfirmed, input, systemCall('ledger'));
    return recordCount;
  }
}
