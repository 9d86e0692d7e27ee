import { type TimeToClaim, type TimeToClaimInput, waits } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { WaitsService } from './waits.service.js';

@Controller()
export class WaitsController {
  constructor(private readonly service: WaitsService) {}

  @Answers(waits.getTimeToClaim)
  getTimeToClaim(input: TimeToClaimInput, call: Call): Promise<TimeToClaim> {
    return this.service.getTimeToClaim(input, call);
  }
}
