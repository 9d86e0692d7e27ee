import {
  type ById,
  type Done,
  type NewSubscription,
  type RegionPageQuery,
  type SubscribeInput,
  type SubscriptionDetail,
  type SubscriptionPage,
  subscriptions,
} from '#contracts';
import { Answers, type Call } from '#platform';
import { Controller } from '@nestjs/common';
import { SubscriptionsService } from './subscriptions.service.js';

@Controller()
export class SubscriptionsController {
  constructor(private readonly service: SubscriptionsService) {}

  @Answers(subscriptions.create)
  create(input: SubscribeInput, call: Call): Promise<NewSubscription> {
    return this.service.create(input, call);
  }

  @Answers(subscriptions.list)
  list(input: RegionPageQuery, call: Call): Promise<SubscriptionPage> {
    return this.service.list(input, call);
  }

  @Answers(subscriptions.get)
  get(input: ById, call: Call): Promise<SubscriptionDetail> {
    return this.service.get(input, call);
  }

  @Answers(subscriptions.end)
  end(input: ById, call: Call): Promise<Done> {
    return this.service.end(input, call);
  }

  @Answers(subscriptions.retry)
  retry(input: ById, call: Call): Promise<Done> {
    return this.service.retry(input, call);
  }
}
