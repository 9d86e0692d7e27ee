import { Module } from '@nestjs/common';
import { RegionDirectory } from './region.directory.js';
import { HazardsConsumer } from './hazards.consumer.js';
import { HazardReportsController } from './hazards.controller.js';
import { HazardReportsService } from './hazards.service.js';
import { ReportingConsumer } from './reporting.consumer.js';
import { ReportingController } from './reporting.controller.js';
import { ReportingService } from './reporting.service.js';
import { WaitsController } from './waits.controller.js';
import { WaitsService } from './waits.service.js';

@Module({
  controllers: [
    HazardReportsController,
    HazardsConsumer,
    ReportingController,
    WaitsController,
    ReportingConsumer,
  ],
  providers: [HazardReportsService, ReportingService, WaitsService, RegionDirectory],
})
export class ReportingModule {}
