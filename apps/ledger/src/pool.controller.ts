import {
  type FundPoolInput,
  leaving,
  type LeavingView,
  type ListFundingsInput,
  pool,
  type PoolFunding,
  type PoolFundingPage,
  type SettleLeavingInput,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { LeavingService } from './leaving.service.js';
import { PoolService } from './pool.service.js';

/** Requests in: what comes into the public pool, and what becomes of the accounts people leave behind. */
@Controller()
export class PoolController {
  constructor(
    private readonly pools: PoolService,
    private readonly leavings: LeavingService,
  ) {}

  @Answers(pool.fund)
  fund(input: FundPoolInput, call: Call): Promise<PoolFunding> {
    return this.pools.fund(input, call);
  }

  @Answers(pool.list)
  list(input: ListFundingsInput): Promise<PoolFundingPage> {
    return this.pools.list(input);
  }

  @Answers(leaving.settle)
  settle(input: SettleLeavingInput, call: Call): Promise<LeavingView> {
    return this.leavings.settle(input, call);
  }
}
