import {
  type AwardList,
  type AwardView,
  type ById,
  type GiveAwardInput,
  type HonourList,
  type HonourListInput,
  honours,
  type RevokeAwardInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { HonoursService } from './honours.service.js';

@Controller()
export class HonoursController {
  constructor(private readonly service: HonoursService) {}

  @Answers(honours.give)
  give(input: GiveAwardInput, call: Call): Promise<AwardView> {
    return this.service.give(input, call);
  }

  @Answers(honours.revoke)
  revoke(input: RevokeAwardInput, call: Call): Promise<AwardView> {
    return this.service.revoke(input, call);
  }

  @Answers(honours.listOf)
  listOf(input: ById, call: Call): Promise<AwardList> {
    return this.service.listOf(input, call);
  }

  @Answers(honours.list)
  list(input: HonourListInput): Promise<HonourList> {
    return this.service.list(input);
  }
}
