import { Nothing, type OwnStars, SetStarStepsInput, stars, type StarSteps, StarStepsInput } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Stars of volunteers, by the steps of where they live. */
@Controller()
export class StarsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/me/stars', stars.own, {
    zh: '我的星级与距下一星级',
    en: 'My stars, and how far the next is',
  })
  own(input: Nothing, call: Call): Promise<OwnStars> {
    return this.rpc.call(stars.own, input, call);
  }

  @Serves('GET', '/star-steps', stars.get, {
    zh: '某地的星级标准（小时）',
    en: 'Hours of each star that hold in a division',
  })
  get(input: StarStepsInput, call: Call): Promise<StarSteps> {
    return this.rpc.call(stars.get, input, call);
  }

  @Serves('POST', '/star-steps', stars.set, {
    zh: '制定本市、本区的星级标准',
    en: 'Set the hours of each star of a city or county',
  })
  set(input: SetStarStepsInput, call: Call): Promise<StarSteps> {
    return this.rpc.call(stars.set, input, call);
  }
}
