import { Controller } from '@nestjs/common';
import {
  type AgesOn,
  type AgesOnInput,
  type ById,
  volunteerFacts,
  type VolunteerNumberInput,
} from '#contracts';
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

  @Answers(volunteerFacts.withNumber)
  withNumber(input: VolunteerNumberInput): Promise<ById> {
    return this.facts.withNumber(input);
  }
}
