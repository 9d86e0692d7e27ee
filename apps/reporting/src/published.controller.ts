import {
  type DailyReport,
  type DailyReportInput,
  dailyReports,
  type PeriodReport,
  type PeriodReportInput,
  periodReports,
  type ReviseDailyInput,
  type RevisePeriodInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { PublishedService } from './published.service.js';

@Controller()
export class PublishedController {
  constructor(private readonly service: PublishedService) {}

  @Answers(dailyReports.get)
  getDay(input: DailyReportInput, call: Call): Promise<DailyReport> {
    return this.service.getDay(input, call);
  }

  @Answers(dailyReports.revise)
  reviseDay(input: ReviseDailyInput, call: Call): Promise<DailyReport> {
    return this.service.reviseDay(input, call);
  }

  @Answers(periodReports.get)
  get(input: PeriodReportInput, call: Call): Promise<PeriodReport> {
    return this.service.get(input, call);
  }

  @Answers(periodReports.revise)
  revise(input: RevisePeriodInput, call: Call): Promise<PeriodReport> {
    return this.service.revise(input, call);
  }
}
