import { type ById, type ListTemplatesInput, type SaveTemplateInput, templates } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { TemplatesService } from './templates.service.js';

@Controller()
export class TemplatesController {
  constructor(private readonly service: TemplatesService) {}

  @Answers(templates.save)
  save(input: SaveTemplateInput, call: Call) {
    return this.service.save(input, call);
  }

  @Answers(templates.list)
  list(input: ListTemplatesInput) {
    return this.service.list(input);
  }

  @Answers(templates.versions)
  versions(input: ById, call: Call) {
    return this.service.versions(input, call);
  }
}
