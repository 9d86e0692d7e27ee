import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { RegionDirectory } from './region.directory.js';
import { HazardReportsController } from './hazards.controller.js';
import { HazardReportsService } from './hazards.service.js';
import { ReportingConsumer } from './reporting.consumer.js';
import { ReportingController } from './reporting.controller.js';
import { ReportingService } from './reporting.service.js';
import { CompareController } from './compare.controller.js';
import { CompareService } from './compare.service.js';
import { DistributionsService } from './distributions.service.js';
import { DrillController } from './drill.controller.js';
import { DrillService } from './drill.service.js';
import { OpenController } from './open.controller.js';
import { OpenService } from './open.service.js';
import { PopulationService } from './population.service.js';
import { PublishedController } from './published.controller.js';
import { PublishedJob } from './published.job.js';
import { PublishedService } from './published.service.js';
import { RatiosService } from './ratios.service.js';
import { RecipientsController } from './recipients.controller.js';
import { RecipientsService } from './recipients.service.js';
import { ReconcileController } from './reconcile.controller.js';
import { ReconcileJob } from './reconcile.job.js';
import { ReconcileService } from './reconcile.service.js';
import { SubscriptionsController } from './subscriptions.controller.js';
import { SubscriptionsService } from './subscriptions.service.js';
import { WebhooksJob } from './webhooks.job.js';
import { WebhooksService } from './webhooks.service.js';
import { WaitsController } from './waits.controller.js';
import { WaitsService } from './waits.service.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [
    HazardReportsController,
    CompareController,
    OpenController,
    PublishedController,
    DrillController,
    ReconcileController,
    RecipientsController,
    SubscriptionsController,
    ReportingController,
    WaitsController,
    ReportingConsumer,
  ],
  providers: [
    CompareService,
    OpenService,
    PopulationService,
    PublishedJob,
    PublishedService,
    RatiosService,
    DistributionsService,
    DrillService,
    HazardReportsService,
    ReconcileJob,
    RecipientsService,
    SubscriptionsService,
    WebhooksJob,
    WebhooksService,
    ReconcileService,
    ReportingService,
    WaitsService,
    RegionDirectory,
  ],
})
export class ReportingModule {}
