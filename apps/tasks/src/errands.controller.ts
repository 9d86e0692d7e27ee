import {
  type ById,
  type CheckInInput,
  type CheckOutInput,
  type ClaimInput,
  errands,
  type ErrandStepInput,
  holding,
  type Nothing,
  type ReleaseInput,
} from '#contracts';
import { Answers, AnswersBatch, type BatchCall, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { ClaimsService } from './claims.service.js';
import { ErrandsService } from './errands.service.js';
import { ServingService } from './serving.service.js';

@Controller()
export class ErrandsController {
  constructor(
    private readonly errands: ErrandsService,
    private readonly claims: ClaimsService,
    private readonly serving: ServingService,
  ) {}

  @Answers(errands.get)
  get(input: ById, call: Call) {
    return this.errands.get(input, call);
  }

  @Answers(holding.list)
  listHeld(_: Nothing, call: Call) {
    return this.errands.listHeld(call);
  }

  @AnswersBatch(errands.claim)
  claim(items: BatchCall<ClaimInput>[]) {
    return this.claims.claim(items);
  }

  @Answers(errands.release)
  release(input: ReleaseInput, call: Call) {
    return this.claims.release(input, call);
  }

  @Answers(errands.checkIn)
  checkIn(input: CheckInInput, call: Call) {
    return this.serving.checkIn(input, call);
  }

  @Answers(errands.checkOut)
  checkOut(input: CheckOutInput, call: Call) {
    return this.serving.checkOut(input, call);
  }

  @Answers(errands.revealContact)
  revealContact(input: ErrandStepInput, call: Call) {
    return this.serving.revealContact(input, call);
  }
}
