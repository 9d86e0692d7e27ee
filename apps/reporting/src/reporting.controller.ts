import { type Breakdown, reporting, type Totals, type TotalsInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ReportingService } from './reporting.service.js';

/** Requests in. */
@Controller()
export class ReportingController {
  constructor(private readonly service: ReportingService) {}

  @Answers(reporting.getTotals)
  getTotals(input: TotalsInput, call: Call): Promise<Totals> {
    return this.service.getTotals(input, call);
  }

  @Answers(reporting.getBreakdown)
  getBreakdown(input: TotalsInput, call: Call): Promise<Breakdown> {
    return this.service.getBreakdown(input, call);
  }
}
