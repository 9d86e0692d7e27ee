import { ById, Done, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Nested, Region, Text, Uuid } from './fields.js';
import { Metrics } from './reporting.metrics.js';
import { periodKinds } from './reporting.periods.js';

export const subscriptionKinds = ['day', ...periodKinds] as const;
export type SubscriptionKind = (typeof subscriptionKinds)[number];

const reason = { max: 200, optional: true, description: 'Of every revision but the first.' };

export class SubscribeInput {
  @Uuid() id!: string;
  @Region({ description: 'Whose reports: of this very division.' }) region!: string;
  @Choice(subscriptionKinds) kind!: SubscriptionKind;
  @Text({ max: 500, description: 'https, without user name and password; reachable from the internet.' })
  url!: string;
}

export class Subscription {
  @Uuid() id!: string;
  @Region() region!: string;
  @Choice(subscriptionKinds) kind!: SubscriptionKind;
  @Text({ max: 500 }) url!: string;
  @Instant() createdAt!: string;
  @Instant({ optional: true }) endedAt?: string;
  @Integer({ min: 0, max: 1_000_000, description: 'Reports on their way, or to be tried again.' })
  waiting!: number;
  @Integer({ min: 0, max: 1_000_000, description: 'Reports given up after seven tries.' }) dead!: number;
}

export class NewSubscription extends Subscription {
  @Text({ max: 64, description: 'What deliveries are signed with: in this answer only.' })
  secret!: string;
}

export class SubscriptionPage {
  @ListOf(() => Subscription, { max: 100 }) items!: Subscription[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];
/** `refused`: the target lies inside a private network. `status`: it answered with something else than 2xx. */
export const deliveryFaults = ['unresolved', 'refused', 'unreachable', 'timeout', 'status'] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

export class Delivery {
  @Uuid() id!: string;
  @Day({ description: 'First day of the report.' }) from!: string;
  @Integer({ min: 1, max: 10_000 }) revision!: number;
  @Choice(deliveryStates) state!: DeliveryState;
  @Integer({ min: 0, max: 7 }) tries!: number;
  @Instant({ optional: true, description: 'When it is tried next.' }) nextAt?: string;
  @Instant({ optional: true }) deliveredAt?: string;
  @Choice(deliveryFaults, { optional: true, description: 'Why the last try failed.' }) fault?: DeliveryFault;
  @Integer({ min: 100, max: 999, optional: true, description: 'HTTP status of the last answer.' })
  status?: number;
}

export class SubscriptionDetail extends Subscription {
  @ListOf(() => Delivery, { max: 100, description: 'The newest first.' }) deliveries!: Delivery[];
}

/** The body of a delivery, as JSON. */
export class PublishedNotice {
  @Uuid({ description: 'Of the delivery: the same however often it comes.' }) id!: string;
  @Uuid() subscriptionId!: string;
  @Region() region!: string;
  @Choice(subscriptionKinds) kind!: SubscriptionKind;
  @Day() from!: string;
  @Day() to!: string;
  @Integer({ min: 1, max: 10_000 }) revision!: number;
  @Text(reason) reason?: string;
  @Instant() publishedAt!: string;
  @Nested(() => Metrics) metrics!: Metrics;
}

/** Reports sent to an address as they are published: signed, tried again, given up in the open. */
export const subscriptions = {
  create: defineRpc({
    subject: 'reporting.subscribe',
    input: SubscribeInput,
    output: NewSubscription,
    errors: [
      'access.foreignRegion',
      'idempotency.conflict',
      'region.unknown',
      'subscription.off',
      'subscription.targetRefused',
    ],
    callers: ['official', 'administrator'],
    deadlineMs: 15_000,
  }),
  list: defineRpc({
    subject: 'reporting.listSubscriptions',
    input: RegionPageQuery,
    output: SubscriptionPage,
    errors: ['access.foreignRegion', 'cursor.invalid'],
    callers: ['official', 'administrator'],
  }),
  get: defineRpc({
    subject: 'reporting.getSubscription',
    input: ById,
    output: SubscriptionDetail,
    errors: ['resource.notFound'],
    callers: ['official', 'administrator'],
  }),
  /** Nothing more is sent, also what is on its way. */
  end: defineRpc({
    subject: 'reporting.endSubscription',
    input: ById,
    output: Done,
    errors: ['resource.notFound'],
    callers: ['official', 'administrator'],
  }),
  /** What was given up is tried again, from the first try on. */
  retry: defineRpc({
    subject: 'reporting.retryDeliveries',
    input: ById,
    output: Done,
    errors: ['resource.notFound'],
    callers: ['official', 'administrator'],
  }),
};
