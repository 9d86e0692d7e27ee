import { type ById, employment, type EmploymentView, type SaveEmploymentInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { EmploymentService } from './employment.service.js';

@Controller()
export class EmploymentController {
  constructor(private readonly service: EmploymentService) {}

  @Answers(employment.save)
  save(input: SaveEmploymentInput, call: Call): Promise<EmploymentView> {
    return this.service.save(input, call);
  }

  @Answers(employment.get)
  get(input: ById, call: Call): Promise<EmploymentView> {
    return this.service.get(input, call);
  }
}
