import { Database, describeError, type Log, tokens } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { GoodsService } from './goods.service.js';

/** Orders nobody came for end. Safe to run twice, and runs on one replica at a time. */
@Injectable()
export class GoodsJob {
  constructor(
    private readonly database: Database,
    private readonly goods: GoodsService,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  @Cron('0 */5 * * * *')
  async run(): Promise<void> {
    try {
      await this.database.exclusively('ledger.goods', () => this.goods.expireDue());
    } catch (error) {
      this.log.warn({ err: describeError(error) }, 'goods: will try again');
    }
  }
}
