import {
  type AwardList,
  type AwardView,
  ById,
  GiveAwardInput,
  type HonourList,
  HonourListInput,
  honours,
  RevokeAwardInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

/** Awards, and the public list of those who want to stand in it. */
@Controller()
export class HonoursController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/volunteers/{volunteerId}/awards',
    honours.give,
    { zh: '授予一项荣誉，写明理由', en: 'Give an award, with the reason' },
    { creates: true },
  )
  give(input: GiveAwardInput, call: Call): Promise<AwardView> {
    return this.rpc.call(honours.give, input, call);
  }

  @Serves('GET', '/volunteers/{id}/awards', honours.listOf, {
    zh: '一名志愿者的荣誉',
    en: 'Awards of a volunteer',
  })
  listOf(input: ById, call: Call): Promise<AwardList> {
    return this.rpc.call(honours.listOf, input, call);
  }

  @Serves('POST', '/awards/{id}/revocation', honours.revoke, {
    zh: '撤销一项荣誉，写明理由',
    en: 'Revoke an award, with the reason',
  })
  revoke(input: RevokeAwardInput, call: Call): Promise<AwardView> {
    return this.rpc.call(honours.revoke, input, call);
  }

  @Serves('GET', '/open/honours', honours.list, {
    zh: '公开：荣誉榜，只列本人同意公开的成年志愿者，姓名遮住',
    en: 'Public: the honour list of adults who consent to it, names masked',
  })
  list(input: HonourListInput, call: Call): Promise<HonourList> {
    return this.rpc.call(honours.list, input, call);
  }
}
