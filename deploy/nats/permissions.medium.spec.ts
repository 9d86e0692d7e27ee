import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect, type NatsConnection, PermissionViolationError } from '@nats-io/transport-node';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#local';
import { createNats } from '#testing';
import { composeConfiguration } from './conf.js';

describe('NATS permissions', () => {
  let server: Awaited<ReturnType<typeof createNats>>;
  const connections = new Map<string, NatsConnection>();
  const as = (user: string) => connections.get(user)!;
  beforeAll(async () => {
    server = await createNats();
    for (const user of ['gateway', 'volunteers', 'stations', 'tasks', 'ledger', 'provisioner']) {
      const { username, password, host } = new URL(server.url(user));
      const options = { servers: host, user: username, pass: password, inboxPrefix: `_INBOX_${user}` };
      connections.set(user, await connect(options));
    }
  });
  afterAll(async () => {
    await Promise.all([...connections.values()].map((connection) => connection.close()));
    await server.stop();
  });

  /** The server reports refusals on the connection, out of band: after the next round trip they are there. */
  async function refusal(
    user: string,
    act: (connection: NatsConnection) => void,
  ): Promise<string | undefined> {
    const seen: string[] = [];
    const statuses = as(user).status();
    const listening = (async () => {
      for await (const status of statuses) {
        if (status.type === 'error' && status.error instanceof PermissionViolationError) {
          seen.push(`${status.error.operation} ${status.error.subject}`);
        }
      }
    })();
    act(as(user));
    await as(user).flush();
    (statuses as unknown as { stop(): void }).stop();
    await listening;
    return seen[0];
  }

  const publishing = (subject: string) => (connection: NatsConnection) => connection.publish(subject, '');
  const subscribing = (subject: string) => (connection: NatsConnection) => {
    connection.subscribe(subject, { callback: () => undefined });
  };

  it.each([
    ['ledger', 'shunlu.rpc.v1.tasks.claim'],
    ['ledger', 'shunlu.rpc.v1.tasks.confirmRecord'],
    ['gateway', 'shunlu.evt.v1.errand.claimed'],
    ['gateway', '$JS.API.STREAM.DELETE.EVENTS'],
    ['volunteers', 'shunlu.evt.v1.errand.claimed'],
    ['tasks', 'shunlu.dead.v1.ledger.x'],
    ['tasks', '$JS.API.CONSUMER.MSG.NEXT.EVENTS.ledger'],
    ['tasks', '$JS.API.STREAM.PURGE.EVENTS'],
    ['tasks', '_INBOX_gateway.guess'],
    ['provisioner', 'shunlu.rpc.v1.tasks.claim'],
    ['provisioner', 'shunlu.evt.v1.errand.claimed'],
    ['ledger', 'shunlu.evt.v1.replay.ledger'],
    ['gateway', 'shunlu.evt.v1.replay.ledger'],
    ['ledger', '$JS.API.STREAM.MSG.GET.DEAD'],
    ['gateway', '$JS.API.STREAM.MSG.DELETE.DEAD'],
    ['stations', '$JS.API.STREAM.MSG.GET.EVENTS'],
    ['stations', 'shunlu.evt.v1.errand.claimed'],
  ])('refuses %s to publish %s', async (user, subject) => {
    expect(await refusal(user, publishing(subject))).toBe(`publish ${subject}`);
  });

  it.each([
    ['tasks', 'shunlu.evt.v1.errand.claimed'],
    ['tasks', 'shunlu.rpc.v1.stations.getResponsible'],
    ['tasks', 'shunlu.rpc.v1.ledger.holdForErrand'],
    ['gateway', 'shunlu.rpc.v1.tasks.claim'],
    ['ledger', '$JS.API.CONSUMER.MSG.NEXT.EVENTS.ledger'],
    ['provisioner', '$JS.API.STREAM.CREATE.EVENTS'],
    ['ledger', 'shunlu.dead.v1.ledger.serviceRecord.confirmed'],
    ['provisioner', 'shunlu.evt.v1.replay.ledger'],
    ['stations', 'shunlu.evt.v1.replay.ledger'],
    ['stations', '$JS.API.STREAM.MSG.GET.DEAD'],
  ])('lets %s publish %s', async (user, subject) => {
    expect(await refusal(user, publishing(subject))).toBeUndefined();
  });

  it.each([
    ['ledger', 'shunlu.rpc.v1.tasks.>'],
    ['ledger', 'shunlu.evt.v1.>'],
    ['tasks', '_INBOX_gateway.>'],
    ['tasks', '_INBOX.>'],
    ['gateway', 'shunlu.rpc.v1.tasks.>'],
    ['provisioner', 'shunlu.evt.v1.>'],
  ])('refuses %s to subscribe to %s', async (user, subject) => {
    expect(await refusal(user, subscribing(subject))).toBe(`subscription ${subject}`);
  });

  it('lets a service answer a request, though it may not publish to that inbox by itself', async () => {
    const subscription = as('tasks').subscribe('shunlu.rpc.v1.tasks.claim', {
      callback: (_, message) => void message.respond('won'),
    });
    await as('tasks').flush();
    const reply = await as('gateway').request('shunlu.rpc.v1.tasks.claim', '', { timeout: 2000 });
    expect(reply.string()).toBe('won');
    subscription.unsubscribe();
  });

  it('gives the gateway events in passing', async () => {
    const heard = new Promise<string>((done) => {
      as('gateway').subscribe('shunlu.evt.v1.>', {
        max: 1,
        callback: (_, message) => done(message.subject),
      });
    });
    await as('gateway').flush();
    as('tasks').publish('shunlu.evt.v1.errand.claimed', '');
    expect(await heard).toBe('shunlu.evt.v1.errand.claimed');
  });
});

describe('deploy/nats/nats.conf', () => {
  it('is what the contracts say', async () => {
    expect(await readFile(join(projectRoot, 'deploy/nats/nats.conf'), 'utf8')).toBe(composeConfiguration());
  });
});
