import {
  ErrandGrabsInput,
  ErrandStepInput,
  type ErrandView,
  type GrabPage,
  grabbing,
  PageQuery,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Who wanted an errand and why they lost; giving an errand away only to whoever takes it. */
@Controller()
export class GrabbingController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/errands/{errandId}/grabs', grabbing.ofErrand, {
    zh: '抢单日志：谁、何时、为何未抢到',
    en: 'Grab log of an errand: who, when, why lost',
  })
  ofErrand(input: ErrandGrabsInput, call: Call): Promise<GrabPage> {
    return this.rpc.call(grabbing.ofErrand, input, call);
  }

  @Serves('GET', '/grabs', grabbing.mine, {
    zh: '我未抢到的任务及原因',
    en: 'What I did not get, and why',
  })
  mine(input: PageQuery, call: Call): Promise<GrabPage> {
    return this.rpc.call(grabbing.mine, input, call);
  }

  @Serves('POST', '/errands/{errandId}/keep', grabbing.keep, {
    zh: '收回“有人接手才退单”',
    en: 'Keep an errand that was offered to whoever takes over',
  })
  keep(input: ErrandStepInput, call: Call): Promise<ErrandView> {
    return this.rpc.call(grabbing.keep, input, call);
  }
}
