import {
  type ById,
  type Delivery,
  DomainError,
  type Done,
  type NewSubscription,
  type RegionPageQuery,
  type SubscribeInput,
  type Subscription,
  type SubscriptionDetail,
  type SubscriptionPage,
  subscriptions,
} from '#contracts';
import {
  type Call,
  Clock,
  type Config,
  ConfigError,
  Database,
  decodeCursor,
  encodeCursor,
  leadsInside,
  listScope,
  once,
  sees,
  targetOf,
  tokens,
  type Tx,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { RegionDirectory } from './region.directory.js';
import * as store from './subscriptions.store.js';
import { secretOf } from './webhook.js';

const pageSize = 20;
const leastKeyLength = 32;

/** Who is sent which published reports. */
@Injectable()
export class SubscriptionsService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'webhooks'>,
  ) {
    const { length } = config.webhookKey;
    if (length > 0 && length < leastKeyLength)
      throw new ConfigError([
        `WEBHOOK_KEY: 至少 ${leastKeyLength} 字 / at least ${leastKeyLength} characters`,
      ]);
  }

  /** @throws DomainError see the contract */
  async create(input: SubscribeInput, call: Call): Promise<NewSubscription> {
    const { webhookKey, webhookTargets } = this.config;
    const region = listScope(call.actor, input.region);
    if (webhookKey === '') throw new DomainError('subscription.off');
    await this.directory.get(region.code, call.traceId);
    const target = targetOf(input.url, webhookTargets);
    if (!target || (await leadsInside(target, webhookTargets)))
      throw new DomainError('subscription.targetRefused');
    const { id, kind } = input;
    const row = { cityCode: region.cityCode, id, regionCode: region.code, kind, url: target.href };
    // Only the id is remembered: the secret is kept nowhere.
    await this.database.transaction((tx) =>
      once(tx, call, subscriptions.create.subject, input, async () => {
        await store.insertSubscription(tx, { ...row, createdBy: call.actor.id, createdAt: this.clock.now() });
        return { id };
      }),
    );
    const known = await store.findSubscription(this.database, id);
    const isSame =
      known?.regionCode === row.regionCode &&
      known.kind === kind &&
      known.url === row.url &&
      known.createdBy === call.actor.id;
    if (!isSame) throw new DomainError('idempotency.conflict');
    return { ...shown(known), secret: secretOf(webhookKey, id) };
  }

  /** @throws DomainError `access.foreignRegion`, `cursor.invalid` */
  async list({ region, limit = pageSize, cursor }: RegionPageQuery, call: Call): Promise<SubscriptionPage> {
    const scope = listScope(call.actor, region);
    const before = cursor ? decodeCursor(cursor, 'uuid')[0] : null;
    const rows = await store.listSubscriptions(this.database, scope, before, limit + 1);
    const page = rows.slice(0, limit);
    return {
      items: page.map(shown),
      ...(rows.length > limit && { nextCursor: encodeCursor(page.at(-1)?.id ?? '') }),
    };
  }

  /** @throws DomainError `resource.notFound` */
  async get({ id }: ById, call: Call): Promise<SubscriptionDetail> {
    const row = await this.visible(this.database, id, call);
    const deliveries = await store.listDeliveries(this.database, row);
    return { ...shown(row), deliveries: deliveries.map(shownDelivery) };
  }

  /** @throws DomainError `resource.notFound` */
  end({ id }: ById, call: Call): Promise<Done> {
    return this.change(id, call, store.endSubscription);
  }

  /** @throws DomainError `resource.notFound` */
  retry({ id }: ById, call: Call): Promise<Done> {
    return this.change(id, call, store.reviveDeliveries);
  }

  private change(
    id: string,
    call: Call,
    work: (tx: Tx, row: store.SubscriptionRow, now: Date) => Promise<void>,
  ): Promise<Done> {
    return this.database.transaction(async (tx) => {
      await work(tx, await this.visible(tx, id, call), this.clock.now());
      return { id };
    });
  }

  private async visible(
    reader: Pick<Tx, 'query'>,
    id: string,
    { actor }: Call,
  ): Promise<store.SubscriptionRow> {
    const row = await store.findSubscription(reader, id);
    if (!row || !sees(actor, row.regionCode)) throw new DomainError('resource.notFound');
    return row;
  }
}

function shown(row: store.SubscriptionRow): Subscription {
  const { id, kind, url, waiting, dead, endedAt } = row;
  return {
    ...{ id, region: formatRegion(row.regionCode), kind, url, createdAt: row.createdAt.toISOString() },
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...{ waiting, dead },
  };
}

function shownDelivery({ id, from, revision, state, tries, ...rest }: store.DeliveryRow): Delivery {
  const { nextAt, deliveredAt, fault, status } = rest;
  return {
    ...{ id, from, revision, state, tries },
    ...(nextAt && { nextAt: nextAt.toISOString() }),
    ...(deliveredAt && { deliveredAt: deliveredAt.toISOString() }),
    ...(fault && { fault }),
    ...(status !== null && { status }),
  };
}
