import { type Config, tokens } from '#platform';
import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AccountsService } from './accounts.service.js';
import { EarningService } from './earning.service.js';
import { FundingService } from './funding.service.js';
import { GoodsController } from './goods.controller.js';
import { GoodsJob } from './goods.job.js';
import { GoodsService } from './goods.service.js';
import { RedemptionConsumer } from './redemption.consumer.js';
import { RedemptionController } from './redemption.controller.js';
import { RedemptionService } from './redemption.service.js';
import { GiftsService } from './gifts.service.js';
import { AgesDirectory } from './ages.directory.js';
import { AuditJob } from './audit.job.js';
import { CreditFactsController } from './credit.facts.js';
import { DryRunService } from './dry.run.service.js';
import { EarningsService } from './earnings.service.js';
import { ExpiryJob } from './expiry.job.js';
import { ExpiryService } from './expiry.service.js';
import { EvidenceController } from './evidence.controller.js';
import { GrantsConsumer } from './grants.consumer.js';
import { GrantsJob } from './grants.job.js';
import { GrantsService } from './grants.service.js';
import { HeadsFile } from './heads.file.js';
import { HeadsJob } from './heads.job.js';
import { HeadsService } from './heads.service.js';
import { HoldsJob } from './holds.job.js';
import { LedgerConsumer } from './ledger.consumer.js';
import { LedgerController } from './ledger.controller.js';
import { LeavingService } from './leaving.service.js';
import { MergesJob } from './merges.job.js';
import { MergesService } from './merges.service.js';
import { LedgerService } from './ledger.service.js';
import { PoolController } from './pool.controller.js';
import { PoolService } from './pool.service.js';
import { OwnDataController } from './own.data.js';
import { PoliciesController } from './policies.controller.js';
import { PoliciesService } from './policies.service.js';
import { PostingService } from './posting.service.js';
import { SolvencyController } from './solvency.controller.js';
import { SolvencyService } from './solvency.service.js';
import { StatementsController } from './statements.controller.js';
import { StatementsService } from './statements.service.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [
    LedgerController,
    EvidenceController,
    StatementsController,
    SolvencyController,
    PoliciesController,
    PoolController,
    LedgerConsumer,
    GrantsConsumer,
    RedemptionController,
    GoodsController,
    CreditFactsController,
    RedemptionConsumer,
    OwnDataController,
  ],
  providers: [
    LedgerService,
    PostingService,
    PoliciesService,
    AgesDirectory,
    DryRunService,
    EarningsService,
    ExpiryService,
    ExpiryJob,
    GrantsService,
    GrantsJob,
    EarningService,
    RedemptionService,
    FundingService,
    GiftsService,
    GoodsService,
    GoodsJob,
    AccountsService,
    PoolService,
    LeavingService,
    MergesService,
    MergesJob,
    StatementsService,
    SolvencyService,
    HoldsJob,
    HeadsService,
    HeadsJob,
    AuditJob,
    {
      provide: HeadsFile,
      inject: [tokens.config],
      useFactory: ({ headsDir }: Config<'ledger'>) => new HeadsFile(headsDir),
    },
  ],
})
export class LedgerModule {}
