import { Controller } from '@nestjs/common';
import {
  type DeadLetterPage,
  deadLetters,
  type ListDeadLettersInput,
  type PageQuery,
  type ReplayDeadLettersInput,
  type ReplayedDeadLetters,
  type ReplayPage,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { DeadLettersService } from './dead-letters.service.js';

@Controller()
export class DeadLettersController {
  constructor(private readonly service: DeadLettersService) {}

  @Answers(deadLetters.list)
  list(input: ListDeadLettersInput, call: Call): Promise<DeadLetterPage> {
    return this.service.list(input, call);
  }

  @Answers(deadLetters.replay)
  replay(input: ReplayDeadLettersInput, call: Call): Promise<ReplayedDeadLetters> {
    return this.service.replay(input, call);
  }

  @Answers(deadLetters.listReplays)
  listReplays(input: PageQuery, call: Call): Promise<ReplayPage> {
    return this.service.listReplays(input, call);
  }
}
