import {
  type Nothing,
  type OwnStars,
  type SetStarStepsInput,
  stars,
  type StarSteps,
  type StarStepsInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { StarsService } from './stars.service.js';

@Controller()
export class StarsController {
  constructor(private readonly service: StarsService) {}

  @Answers(stars.set)
  set(input: SetStarStepsInput, call: Call): Promise<StarSteps> {
    return this.service.set(input, call);
  }

  @Answers(stars.get)
  get(input: StarStepsInput): Promise<StarSteps> {
    return this.service.get(input);
  }

  @Answers(stars.own)
  own(_: Nothing, call: Call): Promise<OwnStars> {
    return this.service.own(call);
  }
}
