import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { RegionDirectory } from './region.directory.js';
import { HazardsConsumer } from './hazards.consumer.js';
import { HazardReportsController } from './hazards.controller.js';
import { HazardReportsService } from './hazards.service.js';
import { ReportingConsumer } from './reporting.consumer.js';
import { ReportingController } from './reporting.controller.js';
import { ReportingService } from './reporting.service.js';
import { DailyController } from './daily.controller.js';
import { DailyJob } from './daily.job.js';
import { DailyService } from './daily.service.js';
import { DrillController } from './drill.controller.js';
import { DrillService } from './drill.service.js';
import { ReconcileController } from './reconcile.controller.js';
import { ReconcileJob } from './reconcile.job.js';
import { ReconcileService } from './reconcile.service.js';
import { WaitsController } from './waits.controller.js';
import { WaitsService } from './waits.service.js';

@Module({
  imports: [ScheduleModule.forRoot()],
  controllers: [
    HazardReportsController,
    HazardsConsumer,
    DailyController,
    DrillController,
    ReconcileController,
    ReportingController,
    WaitsController,
    ReportingConsumer,
  ],
  providers: [
    DailyJob,
    DailyService,
    DrillService,
    HazardReportsService,
    ReconcileJob,
    ReconcileService,
    ReportingService,
    WaitsService,
    RegionDirectory,
  ],
})
export class ReportingModule {}
