import { hazardReports, type TotalsInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { HazardReportsService } from './hazards.service.js';

@Controller()
export class HazardReportsController {
  constructor(private readonly service: HazardReportsService) {}

  @Answers(hazardReports.get)
  get(input: TotalsInput, call: Call) {
    return this.service.get(input, call);
  }
}
