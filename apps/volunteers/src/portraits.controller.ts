import { Controller } from '@nestjs/common';
import {
  type ById,
  type Done,
  type Nothing,
  portraits,
  type PortraitSet,
  type PortraitView,
  type SealedPortrait,
  type SetPortraitInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { PortraitsService } from './portraits.service.js';

@Controller()
export class PortraitsController {
  constructor(private readonly service: PortraitsService) {}

  @Answers(portraits.set)
  set(input: SetPortraitInput, call: Call): Promise<PortraitSet> {
    return this.service.set(input, call);
  }

  @Answers(portraits.remove)
  remove(_: Nothing, call: Call): Promise<Done> {
    return this.service.remove(call);
  }

  @Answers(portraits.own)
  own(_: Nothing, call: Call): Promise<PortraitView> {
    return this.service.own(call);
  }

  @Answers(portraits.sealed)
  sealed(input: ById): Promise<SealedPortrait> {
    return this.service.sealed(input);
  }
}
