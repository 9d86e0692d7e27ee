import { Controller } from '@nestjs/common';
import { type AgesOn, type AgesOnInput, volunteerFacts } from '#contracts';
import { Answers } from '#platform';
import { FactsService } from './facts.service.js';

/** Requests of other services in. */
@Controller()
export class FactsController {
  constructor(private readonly facts: FactsService) {}

  @Answers(volunteerFacts.agesOn)
  agesOn(input: AgesOnInput): Promise<AgesOn> {
    return this.facts.agesOn(input);
  }
}
