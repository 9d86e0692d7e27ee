import {
  type CountFactsInput,
  type FactCounts,
  type ListFactsInput,
  type RecordFacts,
  taskFacts,
} from '#contracts';
import { Answers } from '#platform';
import { Controller } from '@nestjs/common';
import { TaskFactsService } from './facts.service.js';

/** What totals are held against. */
@Controller()
export class TaskFactsController {
  constructor(private readonly facts: TaskFactsService) {}

  @Answers(taskFacts.count)
  count(input: CountFactsInput): Promise<FactCounts> {
    return this.facts.count(input);
  }

  @Answers(taskFacts.listRecords)
  listRecords(input: ListFactsInput): Promise<RecordFacts> {
    return this.facts.listRecords(input);
  }
}
