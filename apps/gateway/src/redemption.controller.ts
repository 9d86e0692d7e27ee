import { DonationInput, GiftInput, type GivenView, redemption } from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class RedemptionController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/gifts',
    redemption.gift,
    { zh: '把时间积分转赠给亲友', en: 'Give credits to a relative' },
    { creates: true },
  )
  gift(input: GiftInput, call: Call): Promise<GivenView> {
    return this.rpc.call(redemption.gift, input, call);
  }

  @Serves(
    'POST',
    '/donations',
    redemption.donate,
    { zh: '把时间积分捐入公共时间池', en: 'Donate credits to the public pool' },
    { creates: true },
  )
  donate(input: DonationInput, call: Call): Promise<GivenView> {
    return this.rpc.call(redemption.donate, input, call);
  }
}
