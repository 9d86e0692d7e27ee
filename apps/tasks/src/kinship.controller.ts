import {
  type ById,
  type ConfirmKinshipInput,
  type DeclareKinshipInput,
  kinship,
  type ListKinshipInput,
  type PairInput,
  type SetBirthDayInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { KinshipService } from './kinship.service.js';

/** Requests in: who is related to whom. */
@Controller()
export class KinshipController {
  constructor(private readonly service: KinshipService) {}

  @Answers(kinship.declare)
  declare(input: DeclareKinshipInput, call: Call) {
    return this.service.declare(input, call);
  }

  @Answers(kinship.confirm)
  confirm(input: ConfirmKinshipInput, call: Call) {
    return this.service.confirm(input, call);
  }

  @Answers(kinship.end)
  end(input: ById, call: Call) {
    return this.service.end(input, call);
  }

  @Answers(kinship.list)
  list(input: ListKinshipInput, call: Call) {
    return this.service.list(input, call);
  }

  @Answers(kinship.setBirthDay)
  setBirthDay(input: SetBirthDayInput, call: Call) {
    return this.service.setBirthDay(input, call);
  }

  @Answers(kinship.getPairFacts)
  getPairFacts(input: PairInput, call: Call) {
    return this.service.pairFacts(input, call.traceId);
  }
}
