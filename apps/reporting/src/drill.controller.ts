import {
  type CountedInput,
  type CountedServices,
  type DailyTotals,
  type DaysInput,
  drilling,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { DrillService } from './drill.service.js';

@Controller()
export class DrillController {
  constructor(private readonly service: DrillService) {}

  @Answers(drilling.days)
  days(input: DaysInput, call: Call): Promise<DailyTotals> {
    return this.service.days(input, call);
  }

  @Answers(drilling.services)
  services(input: CountedInput, call: Call): Promise<CountedServices> {
    return this.service.services(input, call);
  }
}
