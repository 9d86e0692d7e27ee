import { ListRevealsInput, type RevealPage, reveals } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class RevealsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves('GET', '/reveals', reveals.list, {
    zh: '谁看过我的姓名、电话、门牌',
    en: 'Who looked at my name, telephone and door',
  })
  list(input: ListRevealsInput, call: Call): Promise<RevealPage> {
    return this.rpc.call(reveals.list, input, call);
  }
}
