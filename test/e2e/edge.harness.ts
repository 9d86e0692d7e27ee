import { readFile } from 'node:fs/promises';
import {
  type Actor,
  DomainError,
  type EventContract,
  type EventEnvelope,
  type RpcContract,
  type ServiceName,
} from '#contracts';
import { connectNats, failed, headerNames, newId, type Outcome, type Probe } from '#platform';
import { createNats, localFiles } from '#testing';
import type { Msg, NatsConnection } from '@nats-io/transport-node';
import { importJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { startGateway } from '../../apps/gateway/src/definition.js';

/** What reached a service, besides the input. */
export interface Received {
  actor: Actor;
  key?: string;
}

export type Responder = (input: never, received: Received) => object | Promise<object>;

/** A gateway over a real NATS, where a test answers for the services and so sees exactly what reaches them. */
export interface EdgeBench {
  url: string;
  key: JWK;
  answer(contract: RpcContract<object, object>, responder: Responder): Promise<void>;
  publish<D extends object>(contract: EventContract<D>, events: D[]): Promise<void>;
  stop(): Promise<void>;
}

export async function startEdge(
  env: Record<string, string> = {},
  probes: Record<string, Probe> = {},
): Promise<EdgeBench> {
  const nats = await createNats();
  const files = await localFiles();
  const unlimited = {
    REQUESTS_PER_MINUTE: '100000',
    SIGN_INS_PER_MINUTE: '100000',
    FILES_PER_MINUTE: '100000',
  };
  const settings = { ...nats.env, ...files, PORT: '0', LOG_LEVEL: 'silent', ...unlimited, ...env };
  const gateway = await startGateway(settings, probes);
  const connections = new Map<string, Promise<NatsConnection>>();
  const connectionOf = (service: ServiceName) => {
    const known = connections.get(service) ?? connectNats(service, nats.url(service));
    connections.set(service, known);
    return known;
  };
  return {
    url: gateway.url,
    key: JSON.parse(await readFile(files['TOKEN_KEY_FILE'] as string, 'utf8')) as JWK,
    answer: async (contract, responder) => {
      const connection = await connectionOf(contract.subject.split('.')[3] as ServiceName);
      connection.subscribe(contract.subject, {
        callback: (_, message) =>
          void respond(contract, responder, message).then((answer) =>
            message.respond(JSON.stringify(answer)),
          ),
      });
      await connection.flush();
    },
    publish: async (contract, events) => {
      const connection = await connectionOf(contract.owner);
      const envelopes: EventEnvelope[] = events.map((data) => ({
        id: newId(),
        subject: contract.subject,
        cityCode: Number((data as { communityCode: string }).communityCode.slice(0, 4)),
        occurredAt: new Date().toISOString(),
        traceId: '1'.repeat(32),
        data,
      }));
      connection.publish(contract.subject, JSON.stringify(envelopes));
      await connection.flush();
    },
    stop: async () => {
      await gateway.stop();
      for (const connection of connections.values()) await (await connection).close();
      await nats.stop();
    },
  };
}

async function respond(
  contract: RpcContract<object, object>,
  responder: Responder,
  message: Msg,
): Promise<Outcome | Outcome[]> {
  if (contract.batched) {
    const items = message.json<[Actor, string, string | null, never][]>();
    return Promise.all(
      items.map(([actor, , key, input]) => outcome(responder, input, { actor, key: key ?? undefined })),
    );
  }
  const header = (name: string) => decodeURIComponent(message.headers?.get(name) ?? '');
  const actor = JSON.parse(header(headerNames.actor)) as Actor;
  return outcome(responder, message.json<never>(), { actor, key: header(headerNames.key) || undefined });
}

async function outcome(responder: Responder, input: never, received: Received): Promise<Outcome> {
  try {
    return { data: await responder(input, received) };
  } catch (error) {
    if (error instanceof DomainError) return failed(error);
    throw error;
  }
}

/** Claims of an access token as the gateway issues them. */
export function claimsOf(actor: Partial<Actor> = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    sub: actor.id ?? newId(),
    role: actor.role ?? 'volunteer',
    region: actor.region,
    org: actor.organisationId,
    sid: actor.sessionId ?? newId(),
    iss: 'shunlu',
    aud: 'shunlu-api',
    iat: now,
    exp: now + 600,
  };
}

export async function sign(
  key: JWK,
  claims: JWTPayload,
  header: Record<string, unknown> = {},
): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid, ...header })
    .sign(await importJWK(key, 'EdDSA'));
}
