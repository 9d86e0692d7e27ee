import {
  type ById,
  type FeedBackInput,
  type HandleHazardInput,
  hazards,
  type ListHazardsInput,
  type ReopenHazardInput,
  type ReportHazardInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { HazardsService } from './hazards.service.js';

@Controller()
export class HazardsController {
  constructor(private readonly service: HazardsService) {}

  @Answers(hazards.report)
  report(input: ReportHazardInput, call: Call) {
    return this.service.report(input, call);
  }

  @Answers(hazards.get)
  get(input: ById, call: Call) {
    return this.service.get(input, call);
  }

  @Answers(hazards.list)
  list(input: ListHazardsInput, call: Call) {
    return this.service.list(input, call);
  }

  @Answers(hazards.handle)
  handle(input: HandleHazardInput, call: Call) {
    return this.service.handle(input, call);
  }

  @Answers(hazards.feedBack)
  feedBack(input: FeedBackInput, call: Call) {
    return this.service.feedBack(input, call);
  }

  @Answers(hazards.close)
  close(input: ById, call: Call) {
    return this.service.close(input, call);
  }

  @Answers(hazards.reopen)
  reopen(input: ReopenHazardInput, call: Call) {
    return this.service.reopen(input, call);
  }
}
