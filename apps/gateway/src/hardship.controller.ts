import { hardship, type HardshipCount, HardshipInput } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class HardshipController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/reports/hardship', hardship.count, {
    zh: '困难群体人数（一人只计一次）',
    en: 'Residents in hardship, each counted once',
  })
  count(input: HardshipInput, call: Call): Promise<HardshipCount> {
    return this.rpc.call(hardship.count, input, call);
  }
}
