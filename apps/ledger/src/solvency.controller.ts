import { solvency, type Solvency, type SolvencyInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { SolvencyService } from './solvency.service.js';

/** Requests of officials. */
@Controller()
export class SolvencyController {
  constructor(private readonly service: SolvencyService) {}

  @Answers(solvency.getSolvency)
  getSolvency(input: SolvencyInput, call: Call): Promise<Solvency> {
    return this.service.getSolvency(input, call.actor);
  }
}
