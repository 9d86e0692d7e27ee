import {
  type ById,
  type CountedSteps,
  countedSteps,
  type CountedStepsInput,
  type ServedByCategory,
  type CountFactsInput,
  distributionFacts,
  type DistributionLines,
  type DistributionSums,
  type CountServedInput,
  type FactCounts,
  type HeldCount,
  heldErrands,
  type ListDistributionsInput,
  type ListFactsInput,
  type RecordFacts,
  servedFacts,
  type SumDistributionsInput,
  taskFacts,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { CountedStepsService } from './counted.steps.service.js';
import { DistributionsService } from './distributions.service.js';
import { LeavingService } from './leaving.service.js';
import { TaskFactsService } from './facts.service.js';

/** What totals are held against, and what others must know before they decide. */
@Controller()
export class TaskFactsController {
  constructor(
    private readonly facts: TaskFactsService,
    private readonly leaving: LeavingService,
    private readonly steps: CountedStepsService,
    private readonly distributions: DistributionsService,
  ) {}

  @Answers(heldErrands.count)
  countHeld(input: ById): Promise<HeldCount> {
    return this.leaving.countHeld(input);
  }

  @Answers(servedFacts.inPeriod)
  countServed(input: CountServedInput): Promise<ServedByCategory> {
    return this.facts.countServed(input);
  }

  @Answers(taskFacts.count)
  count(input: CountFactsInput): Promise<FactCounts> {
    return this.facts.count(input);
  }

  @Answers(distributionFacts.sum)
  sumDistributions(input: SumDistributionsInput): Promise<DistributionSums> {
    return this.distributions.sum(input);
  }

  @Answers(distributionFacts.list)
  listDistributions(input: ListDistributionsInput): Promise<DistributionLines> {
    return this.distributions.list(input);
  }

  @Answers(countedSteps.list)
  listSteps(input: CountedStepsInput, call: Call): Promise<CountedSteps> {
    return this.steps.list(input, call);
  }

  @Answers(taskFacts.listRecords)
  listRecords(input: ListFactsInput): Promise<RecordFacts> {
    return this.facts.listRecords(input);
  }
}
