import {
  ById,
  type Done,
  type NewSubscription,
  RegionPageQuery,
  SubscribeInput,
  type SubscriptionDetail,
  type SubscriptionPage,
  subscriptions,
} from '#contracts';
import { type Call, RpcClient } from '#platform';
import { Controller } from '@nestjs/common';
import { Serves } from './endpoint.js';

@Controller()
export class SubscriptionsController {
  constructor(private readonly rpc: RpcClient) {}

  @Serves(
    'POST',
    '/reports/subscriptions',
    subscriptions.create,
    {
      zh: '订阅已发布的报告：签名后推送到你的地址',
      en: 'Have published reports sent to your address, signed',
    },
    { creates: true },
  )
  create(input: SubscribeInput, call: Call): Promise<NewSubscription> {
    return this.rpc.call(subscriptions.create, input, call);
  }

  @Serves('GET', '/reports/subscriptions', subscriptions.list, {
    zh: '辖区内的报告订阅',
    en: 'Subscriptions to reports of your region',
  })
  list(input: RegionPageQuery, call: Call): Promise<SubscriptionPage> {
    return this.rpc.call(subscriptions.list, input, call);
  }

  @Serves('GET', '/reports/subscriptions/{id}', subscriptions.get, {
    zh: '一个订阅与最近的推送',
    en: 'A subscription and its newest deliveries',
  })
  get(input: ById, call: Call): Promise<SubscriptionDetail> {
    return this.rpc.call(subscriptions.get, input, call);
  }

  @Serves('POST', '/reports/subscriptions/{id}/end', subscriptions.end, {
    zh: '结束订阅',
    en: 'End a subscription',
  })
  end(input: ById, call: Call): Promise<Done> {
    return this.rpc.call(subscriptions.end, input, call);
  }

  @Serves('POST', '/reports/subscriptions/{id}/retry', subscriptions.retry, {
    zh: '重新推送已放弃的报告',
    en: 'Send again what was given up',
  })
  retry(input: ById, call: Call): Promise<Done> {
    return this.rpc.call(subscriptions.retry, input, call);
  }
}
