import {
  type ById,
  type CountedSteps,
  countedSteps,
  type CountedStepsInput,
  type ServedByCategory,
  type CountFactsInput,
  type CountServedInput,
  type FactCounts,
  type HeldCount,
  heldErrands,
  type ListFactsInput,
  type RecordFacts,
  servedFacts,
  taskFacts,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { CountedStepsService } from './counted.steps.service.js';
import { LeavingService } from './leaving.service.js';
import { TaskFactsService } from './facts.service.js';

/** What totals are held against, and what others must know before they decide. */
@Controller()
export class TaskFactsController {
  constructor(
    private readonly facts: TaskFactsService,
    private readonly leaving: LeavingService,
    private readonly steps: CountedStepsService,
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

  @Answers(countedSteps.list)
  listSteps(input: CountedStepsInput, call: Call): Promise<CountedSteps> {
    return this.steps.list(input, call);
  }

  @Answers(taskFacts.listRecords)
  listRecords(input: ListFactsInput): Promise<RecordFacts> {
    return this.facts.listRecords(input);
  }
}
