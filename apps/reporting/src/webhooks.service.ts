import type { PublishedNotice } from '#contracts';
import {
  Clock,
  type Config,
  Database,
  deterministicId,
  type Log,
  type Sent,
  postOutside,
  targetOf,
  tokens,
} from '#platform';
import { formatRegion } from '#regions';
import { Inject, Injectable } from '@nestjs/common';
import { periodOf } from './period.js';
import { metricsOf } from './published.service.js';
import * as store from './subscriptions.store.js';
import { nextTryAt, secretOf, signatureOf } from './webhook.js';

const patienceMs = 10_000;
const atOnce = 10;
const enteredAtOnce = 1_000;

/** Sends what was published to who subscribed to it, at least once each. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(tokens.config) private readonly config: Config<'webhooks'>,
    @Inject(tokens.log) private readonly log: Log,
  ) {}

  /** Everything whose time has come. Safe to run twice; whoever dies between sending and writing sends again. */
  async run(): Promise<void> {
    if (this.config.webhookKey === '') return;
    await this.enter();
    for (;;) {
      const due = await store.findDue(this.database, this.clock.now(), atOnce);
      if (due.length === 0) return;
      await Promise.all(due.map((delivery) => this.deliver(delivery)));
    }
  }

  /** What was published is looked for rather than told of: so none is forgotten, whatever dies when. */
  private async enter(): Promise<void> {
    for (;;) {
      const found = await store.findUndelivered(this.database, enteredAtOnce);
      if (found.length === 0) return;
      const rows = found.map((row) => ({
        ...row,
        id: deterministicId('report.delivery', row.subscriptionId, row.from, row.revision),
      }));
      await this.database.transaction((tx) => store.insertDeliveries(tx, rows, this.clock.now()));
    }
  }

  private async deliver(due: store.DueDelivery): Promise<void> {
    const outcome = await this.send(due);
    const now = this.clock.now();
    const [status, isTaken] =
      'status' in outcome ? [outcome.status, outcome.status >= 200 && outcome.status < 300] : [null, false];
    if (isTaken) {
      const taken = { state: 'delivered', nextAt: null, deliveredAt: now, fault: null, status } as const;
      await store.writeTried(this.database, due, taken);
      return;
    }
    const fault = 'fault' in outcome ? outcome.fault : 'status';
    const nextAt = nextTryAt(due.tries + 1, now) ?? null;
    const state = nextAt ? 'waiting' : 'dead';
    await store.writeTried(this.database, due, { state, nextAt, deliveredAt: null, fault, status });
    // Not the address: it may carry a secret of the subscriber's.
    const about = {
      subscriptionId: due.subscriptionId,
      deliveryId: due.id,
      tries: due.tries + 1,
      fault,
      status,
    };
    this.log.warn(about, nextAt ? 'webhook: will try again' : 'webhook: given up');
  }

  private async send(due: store.DueDelivery): Promise<Sent> {
    const { webhookKey, webhookTargets } = this.config;
    const target = targetOf(due.url, webhookTargets);
    if (!target) return { fault: 'refused' };
    const body = JSON.stringify(noticeOf(due));
    const headers = {
      'shunlu-delivery': due.id,
      'shunlu-signature': signatureOf(secretOf(webhookKey, due.subscriptionId), body, this.clock.now()),
    };
    return postOutside(target, body, headers, webhookTargets, patienceMs);
  }
}

function noticeOf(due: store.DueDelivery): PublishedNotice {
  const { id, subscriptionId, kind, from, revision, reason, metrics } = due;
  return {
    ...{ id, subscriptionId, region: formatRegion(due.regionCode), kind },
    ...{ from, to: periodOf(kind, from).to, revision },
    ...(reason !== null && { reason }),
    ...{ publishedAt: due.publishedAt.toISOString(), metrics: metricsOf(metrics) },
  };
}
