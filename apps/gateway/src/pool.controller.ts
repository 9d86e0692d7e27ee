import {
  FundPoolInput,
  leaving,
  type LeavingView,
  ListFundingsInput,
  pool,
  type PoolFunding,
  type PoolFundingPage,
  SettleLeavingInput,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class PoolController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/cities/{cityCode}/pool-fundings',
    pool.fund,
    { zh: '向公共时间池注入时间积分', en: 'Put credits of the city into its public pool' },
    { creates: true },
  )
  fund(input: FundPoolInput, call: Call): Promise<PoolFunding> {
    return this.rpc.call(pool.fund, input, call);
  }

  @Serves('GET', '/cities/{cityCode}/pool-fundings', pool.list, {
    zh: '本市向公共时间池的历次注入及原因',
    en: 'What a city put into its public pool, and why',
  })
  list(input: ListFundingsInput, call: Call): Promise<PoolFundingPage> {
    return this.rpc.call(pool.list, input, call);
  }

  @Serves('POST', '/accounts/{ownerId}/leaving', leaving.settle, {
    zh: '账户持有人去世或迁出：按政策结清账户',
    en: 'Settle the account of who died or left the region, as the policy says',
  })
  settle(input: SettleLeavingInput, call: Call): Promise<LeavingView> {
    return this.rpc.call(leaving.settle, input, call);
  }
}
