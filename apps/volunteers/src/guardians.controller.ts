import { Controller } from '@nestjs/common';
import {
  type ById,
  type Done,
  type GiveGuardianConsentInput,
  type GuardianConsentList,
  type GuardianConsentView,
  guardians,
  type Nothing,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { GuardiansService } from './guardians.service.js';

@Controller()
export class GuardiansController {
  constructor(private readonly service: GuardiansService) {}

  @Answers(guardians.give)
  give(input: GiveGuardianConsentInput, call: Call): Promise<GuardianConsentView> {
    return this.service.give(input, call);
  }

  @Answers(guardians.withdraw)
  withdraw(input: ById, call: Call): Promise<GuardianConsentView> {
    return this.service.withdraw(input, call);
  }

  @Answers(guardians.listOf)
  listOf(input: ById, call: Call): Promise<GuardianConsentList> {
    return this.service.listOf(input, call);
  }

  @Answers(guardians.comeOfAge)
  comeOfAge(input: Nothing, call: Call): Promise<Done> {
    return this.service.comeOfAge(input, call);
  }
}
