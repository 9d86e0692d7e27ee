import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccountsService } from './accounts.service.js';
import { EarningService } from './earning.service.js';
import { HoldsJob } from './holds.job.js';
import { LedgerConsumer } from './ledger.consumer.js';
import { LedgerController } from './ledger.controller.js';
import { LedgerService } from './ledger.service.js';
import { PostingService } from './posting.service.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [LedgerController, LedgerConsumer],
  providers: [LedgerService, PostingService, EarningService, AccountsService, HoldsJob],
})
export class LedgerModule {}
