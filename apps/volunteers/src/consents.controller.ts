import { Controller } from '@nestjs/common';
import {
  type ConsentList,
  consents,
  type GiveConsentInput,
  type Nothing,
  type WithdrawConsentInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { ConsentsService } from './consents.service.js';

@Controller()
export class ConsentsController {
  constructor(private readonly service: ConsentsService) {}

  @Answers(consents.list)
  list(_: Nothing, call: Call): Promise<ConsentList> {
    return this.service.list(call);
  }

  @Answers(consents.give)
  give(input: GiveConsentInput, call: Call): Promise<ConsentList> {
    return this.service.give(input, call);
  }

  @Answers(consents.withdraw)
  withdraw(input: WithdrawConsentInput, call: Call): Promise<ConsentList> {
    return this.service.withdraw(input, call);
  }
}
