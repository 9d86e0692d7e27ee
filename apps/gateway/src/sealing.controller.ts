import {
  AskSealingInput,
  ReadSealingInput,
  registerSealing,
  type SealingRunView,
  type SealingView,
  serviceSealing,
  stationSealing,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Each answers for its own, so that one that does not answer hides no other. */
const keepers = { volunteers: registerSealing, tasks: serviceSealing, stations: stationSealing };

/** Which keys have sealed how much, and sealing it anew with the current one. */
@Controller()
export class SealingController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/sealing/{service}', registerSealing.read, {
    zh: '一个服务的密封数据各用哪个密钥、各有多少，以及轮换进度；不含密钥',
    en: 'How many values of a service each key has sealed, and how far the rotation is; no key',
  })
  read(input: ReadSealingInput, call: Call): Promise<SealingView> {
    return this.rpc.call(keepers[input.service].read, input, call);
  }

  @Serves(
    'POST',
    '/sealing/{service}/runs',
    registerSealing.ask,
    {
      zh: '清点一个服务的密封数据，或用当前密钥重新密封旧密钥的数据（后台进行，不停机）',
      en: 'Count what a service keeps sealed, or seal anew what an old key has sealed, while it runs',
    },
    { creates: true },
  )
  ask(input: AskSealingInput, call: Call): Promise<SealingRunView> {
    return this.rpc.call(keepers[input.service].ask, input, call);
  }
}
