import { CheckOffInput, type StopList, type StopPlaces, stops, StopsOfErrandInput } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class StopsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/errands/{errandId}/stops', stops.list, {
    zh: '多点任务各站进度',
    en: 'The stops of an errand and how far it is',
  })
  list(input: StopsOfErrandInput, call: Call): Promise<StopList> {
    return this.rpc.call(stops.list, input, call);
  }

  @Serves('POST', '/errands/{errandId}/stop-reveals', stops.reveal, {
    zh: '查看各站地点与门牌（留痕）',
    en: 'See where the stops are; every look is audited',
  })
  reveal(input: StopsOfErrandInput, call: Call): Promise<StopPlaces> {
    return this.rpc.call(stops.reveal, input, call);
  }

  @Serves('POST', '/errands/{errandId}/stop-checks', stops.checkOff, {
    zh: '本站已办',
    en: 'Check a stop off',
  })
  checkOff(input: CheckOffInput, call: Call): Promise<StopList> {
    return this.rpc.call(stops.checkOff, input, call);
  }
}
