import type { ServiceName } from '#contracts';
import { connect, type NatsConnection } from '@nats-io/transport-node';

/** The stream that keeps every event, and the one that keeps what no consumer could take. */
export const eventStream = 'EVENTS';
export const eventSubjects = 'shunlu.evt.v1.>';
export const deadStream = 'DEAD';
export const deadSubjects = 'shunlu.dead.v1.>';

/** Where a service puts an event it cannot take; the event's own subject follows the service's name. */
export function deadSubject(service: string, eventSubject: string): string {
  return `shunlu.dead.v1.${service}.${eventSubject.replace('shunlu.evt.v1.', '')}`;
}

/** Dead letters come back on a subject that only the service that failed listens to. */
export function replaySubject(service: string): string {
  return `shunlu.evt.v1.replay.${service}`;
}

/** Each user has an inbox prefix of its own, so that nobody can read another's answers. */
export function inboxPrefix(user: string): string {
  return `_INBOX_${user}`;
}

/** Connects with the credentials in the URL; reconnects for ever, since Postgres keeps the truth meanwhile. */
export async function connectNats(name: ServiceName | 'provisioner', url: string): Promise<NatsConnection> {
  const { hostname, port, username, password } = new URL(url);
  return connect({
    servers: `${hostname}:${port || 4222}`,
    user: decodeURIComponent(username),
    pass: decodeURIComponent(password),
    name: `shunlu-${name}`,
    inboxPrefix: inboxPrefix(name),
    noAsyncTraces: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: false,
    timeout: 10_000,
  });
}
