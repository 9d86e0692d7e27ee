import { openData, type OpenMonth, type OpenMonthInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { OpenService } from './open.service.js';

@Controller()
export class OpenController {
  constructor(private readonly service: OpenService) {}

  @Answers(openData.get)
  get(input: OpenMonthInput, call: Call): Promise<OpenMonth> {
    return this.service.get(input, call);
  }
}
