import { type ErrandGrabsInput, type ErrandStepInput, grabbing, type PageQuery } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { GrabLogService } from './grab.log.service.js';
import { TakeoversService } from './takeovers.service.js';

@Controller()
export class GrabbingController {
  constructor(
    private readonly grabLog: GrabLogService,
    private readonly takeovers: TakeoversService,
  ) {}

  @Answers(grabbing.ofErrand)
  ofErrand(input: ErrandGrabsInput, call: Call) {
    return this.grabLog.ofErrand(input, call);
  }

  @Answers(grabbing.mine)
  mine(input: PageQuery, call: Call) {
    return this.grabLog.mine(input, call);
  }

  @Answers(grabbing.keep)
  keep(input: ErrandStepInput, call: Call) {
    return this.takeovers.keep(input, call);
  }
}
