import {
  type DonationInput,
  type ErrandPrice,
  type ErrandPriceInput,
  type GiftInput,
  type GivenView,
  type HoldForErrandInput,
  redemption,
} from '#contracts';
import { Answers, AnswersBatch, type BatchCall, type Call, type Outcome } from '#platform';
import { Controller } from '@nestjs/common';
import { GiftsService } from './gifts.service.js';
import { RedemptionService } from './redemption.service.js';

/** Requests in: credits for service, gifts and donations. */
@Controller()
export class RedemptionController {
  constructor(
    private readonly service: RedemptionService,
    private readonly gifts: GiftsService,
  ) {}

  @Answers(redemption.priceErrand)
  priceErrand(input: ErrandPriceInput): Promise<ErrandPrice> {
    return this.service.price(input);
  }

  @AnswersBatch(redemption.holdForErrand)
  holdForErrand(items: BatchCall<HoldForErrandInput>[]): Promise<Outcome<ErrandPrice>[]> {
    return this.service.hold(items);
  }

  @Answers(redemption.gift)
  gift(input: GiftInput, call: Call): Promise<GivenView> {
    return this.gifts.gift(input, call);
  }

  @Answers(redemption.donate)
  donate(input: DonationInput, call: Call): Promise<GivenView> {
    return this.gifts.donate(input, call);
  }
}
