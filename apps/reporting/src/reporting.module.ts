import { Module } from '@nestjs/common';
import { RegionDirectory } from './region.directory.js';
import { ReportingConsumer } from './reporting.consumer.js';
import { ReportingController } from './reporting.controller.js';
import { ReportingService } from './reporting.service.js';

@Module({
  controllers: [ReportingController, ReportingConsumer],
  providers: [ReportingService, RegionDirectory],
})
export class ReportingModule {}
