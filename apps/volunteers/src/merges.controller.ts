import {
  type DecideMergeInput,
  type ListMergesInput,
  type MergePage,
  merges,
  type MergeView,
  type ProposeMergeInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { MergesService } from './merges.service.js';

@Controller()
export class MergesController {
  constructor(private readonly service: MergesService) {}

  @Answers(merges.propose)
  propose(input: ProposeMergeInput, call: Call): Promise<MergeView> {
    return this.service.propose(input, call);
  }

  @Answers(merges.decide)
  decide(input: DecideMergeInput, call: Call): Promise<MergeView> {
    return this.service.decide(input, call);
  }

  @Answers(merges.list)
  list(input: ListMergesInput, call: Call): Promise<MergePage> {
    return this.service.list(input, call);
  }
}
