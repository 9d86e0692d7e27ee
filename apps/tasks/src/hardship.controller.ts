import { hardship, type HardshipInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { HardshipService } from './hardship.service.js';

@Controller()
export class HardshipController {
  constructor(private readonly service: HardshipService) {}

  @Answers(hardship.count)
  count(input: HardshipInput, call: Call) {
    return this.service.count(input, call);
  }
}
