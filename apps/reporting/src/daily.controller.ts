import { type DailyReport, type DailyReportInput, dailyReports, type ReviseDailyInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { DailyService } from './daily.service.js';

@Controller()
export class DailyController {
  constructor(private readonly service: DailyService) {}

  @Answers(dailyReports.get)
  get(input: DailyReportInput, call: Call): Promise<DailyReport> {
    return this.service.get(input, call);
  }

  @Answers(dailyReports.revise)
  revise(input: ReviseDailyInput, call: Call): Promise<DailyReport> {
    return this.service.revise(input, call);
  }
}
