import {
  ById,
  ChangeGoodsInput,
  CollectGoodsInput,
  goods,
  type GoodsOrderPage,
  type GoodsOrderView,
  type GoodsPage,
  type GoodsView,
  ListGoodsInput,
  OfferGoodsInput,
  OrderGoodsInput,
  RegionPageQuery,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class GoodsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/goods',
    goods.offer,
    { zh: '社工站提供可兑换物品', en: 'A station offers goods for credits' },
    { creates: true },
  )
  offer(input: OfferGoodsInput, call: Call): Promise<GoodsView> {
    return this.rpc.call(goods.offer, input, call);
  }

  @Serves('GET', '/goods', goods.list, { zh: '可兑换物品', en: 'Goods for credits' })
  list(input: ListGoodsInput, call: Call): Promise<GoodsPage> {
    return this.rpc.call(goods.list, input, call);
  }

  @Serves('POST', '/goods/{id}/change', goods.change, {
    zh: '更改价格、库存或撤下',
    en: 'Change price or stock, or withdraw',
  })
  change(input: ChangeGoodsInput, call: Call): Promise<GoodsView> {
    return this.rpc.call(goods.change, input, call);
  }

  @Serves(
    'POST',
    '/goods/{goodsId}/orders',
    goods.order,
    { zh: '用时间积分兑换物品', en: 'Order goods for credits' },
    { creates: true },
  )
  order(input: OrderGoodsInput, call: Call): Promise<GoodsOrderView> {
    return this.rpc.call(goods.order, input, call);
  }

  @Serves('GET', '/goods-orders', goods.listOrders, { zh: '兑换单', en: 'Orders of goods' })
  listOrders(input: RegionPageQuery, call: Call): Promise<GoodsOrderPage> {
    return this.rpc.call(goods.listOrders, input, call);
  }

  @Serves('POST', '/goods-orders/{id}/collection', goods.collect, {
    zh: '凭取货码领取',
    en: 'Hand the goods over against the code',
  })
  collect(input: CollectGoodsInput, call: Call): Promise<GoodsOrderView> {
    return this.rpc.call(goods.collect, input, call);
  }

  @Serves('POST', '/goods-orders/{id}/cancellation', goods.cancel, { zh: '取消兑换', en: 'Cancel an order' })
  cancel(input: ById, call: Call): Promise<GoodsOrderView> {
    return this.rpc.call(goods.cancel, input, call);
  }
}
