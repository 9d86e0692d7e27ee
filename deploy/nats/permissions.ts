import { services } from '#contracts';

/** A NATS user with the subjects it may use; everything else is refused. */
export interface NatsUser {
  name: string;
  publish: string[];
  subscribe: string[];
  /** May answer a request on the inbox the requester named, once. */
  canReply: boolean;
}

/** The user that creates streams and consumers; only `migrate` and `dead-letters` hold its password. */
export const provisioner = 'provisioner';

const rpc = 'shunlu.rpc.v1';
const events = 'shunlu.evt.v1';
const deadLetters = 'shunlu.dead.v1';
const stream = 'EVENTS';

/** Where administrators see dead letters and have them delivered again; it decides on all roles anyway. */
const lettersAt = 'stations';
const letterKeeping = [
  ...['INFO', 'MSG.GET', 'MSG.DELETE'].map((what) => `$JS.API.STREAM.${what}.DEAD`),
  `${events}.replay.*`,
];

/** One user per service and the provisioner, with the traffic that the contracts declare and no other. */
export const natsUsers: readonly NatsUser[] = [
  gatewayUser(),
  ...Object.entries(services).flatMap(([name, { calls, asks, publishes }]) =>
    name === 'gateway'
      ? []
      : [serviceUser(name, asks ? subjects(asks) : calls.map(requestsOf), subjects(publishes))],
  ),
  provisionerUser(),
];

function subjects(contracts: readonly { subject: string }[]): string[] {
  return contracts.map(({ subject }) => subject);
}

function requestsOf(service: string): string {
  return `${rpc}.${service}.>`;
}

function serviceUser(name: string, requests: readonly string[], publishes: readonly string[]): NatsUser {
  return {
    name,
    publish: [
      ...requests,
      ...publishes,
      `${deadLetters}.${name}.>`,
      '$JS.API.INFO',
      `$JS.API.STREAM.INFO.${stream}`,
      `$JS.API.CONSUMER.INFO.${stream}.${name}`,
      `$JS.API.CONSUMER.MSG.NEXT.${stream}.${name}`,
      `$JS.ACK.${stream}.${name}.>`,
      ...(name === lettersAt ? letterKeeping : []),
    ],
    // An inbox prefix of its own: with a shared one, any service could read the replies of all others.
    subscribe: [`${rpc}.${name}.>`, inbox(name)],
    canReply: true,
  };
}

/** The edge asks everybody, answers nobody, and hears events in passing for its WebSocket hints. */
function gatewayUser(): NatsUser {
  return {
    name: 'gateway',
    publish: [`${rpc}.>`],
    subscribe: [inbox('gateway'), `${events}.>`],
    canReply: false,
  };
}

/** Makes streams; also brings dead letters back, each to the one service that could not take it. */
function provisionerUser(): NatsUser {
  return {
    name: provisioner,
    publish: ['$JS.API.>', `${events}.replay.*`],
    subscribe: [inbox(provisioner)],
    canReply: false,
  };
}

function inbox(name: string): string {
  return `_INBOX_${name}.>`;
}

/** The environment variable that holds a user's NATS password in compose and Kubernetes. */
export function passwordVariable(user: string): string {
  return `NATS_PASSWORD_${user.toUpperCase()}`;
}

/** The `authorization` block of a NATS configuration. `password` gives a literal or a `$VARIABLE`. */
export function authorization(users: readonly NatsUser[], password: (user: string) => string): string {
  const list = (subjects: string[]) =>
    `[\n${subjects.map((subject) => `          "${subject}"`).join('\n')}\n        ]`;
  const blocks = users.map(
    (user) => `    {
      user: ${user.name}
      password: ${password(user.name)}
      permissions {
        publish: ${list(user.publish)}
        subscribe: ${list(user.subscribe)}${user.canReply ? '\n        allow_responses: true' : ''}
      }
    }`,
  );
  return `authorization {\n  users: [\n${blocks.join('\n')}\n  ]\n}\n`;
}
