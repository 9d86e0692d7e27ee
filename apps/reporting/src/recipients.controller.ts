import { recipients, type Recipients, type RecipientsInput } from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { RecipientsService } from './recipients.service.js';

@Controller()
export class RecipientsController {
  constructor(private readonly service: RecipientsService) {}

  @Answers(recipients.get)
  get(input: RecipientsInput, call: Call): Promise<Recipients> {
    return this.service.get(input, call);
  }
}
