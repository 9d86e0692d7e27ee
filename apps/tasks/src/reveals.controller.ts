import { type ListRevealsInput, type RevealPage, reveals } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { RevealsService } from './reveals.service.js';

@Controller()
export class RevealsController {
  constructor(private readonly service: RevealsService) {}

  @Answers(reveals.list)
  list(input: ListRevealsInput, call: Call): Promise<RevealPage> {
    return this.service.list(input, call);
  }
}
