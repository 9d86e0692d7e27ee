import {
  type ById,
  type ChangeGoodsInput,
  type CollectGoodsInput,
  goods,
  type ListGoodsInput,
  type OfferGoodsInput,
  type OrderGoodsInput,
  type RegionPageQuery,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { GoodsService } from './goods.service.js';

/** Requests in: goods for credits. */
@Controller()
export class GoodsController {
  constructor(private readonly service: GoodsService) {}

  @Answers(goods.offer)
  offer(input: OfferGoodsInput, call: Call) {
    return this.service.offer(input, call);
  }

  @Answers(goods.change)
  change(input: ChangeGoodsInput, call: Call) {
    return this.service.change(input, call);
  }

  @Answers(goods.list)
  list(input: ListGoodsInput, call: Call) {
    return this.service.list(input, call);
  }

  @Answers(goods.order)
  order(input: OrderGoodsInput, call: Call) {
    return this.service.order(input, call);
  }

  @Answers(goods.collect)
  collect(input: CollectGoodsInput, call: Call) {
    return this.service.collect(input, call);
  }

  @Answers(goods.cancel)
  cancel(input: ById, call: Call) {
    return this.service.cancel(input, call);
  }

  @Answers(goods.listOrders)
  listOrders(input: RegionPageQuery, call: Call) {
    return this.service.listOrders(input, call);
  }
}
