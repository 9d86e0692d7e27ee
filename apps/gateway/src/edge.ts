import { anonymous, DomainError, type Actor } from '#contracts';
import { type Call, type Config, headerNames, type Log, metrics, newTraceId, traceIdOf } from '#platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessTokens } from './access.tokens.js';
import { type Endpoint, mayCall } from './endpoint.js';
import { languageOf } from './language.js';
import { addressKey, RateLimit } from './rate.limit.js';

const bearer = /^Bearer +([\w.~+/=-]+)$/i;
const printable = /^[\x20-\x7e]{1,200}$/;

/** A call of nobody yet. */
export function anonymousCall(traceId: string): Call {
  return { actor: anonymous, traceId };
}

/**
 * What happens to every request before its body is read: trace, rate limit, identity, role. These are
 * hooks of Fastify and not guards of Nest, so that who is refused costs no parsing, and nobody an await.
 */
export class Edge {
  private readonly requests: RateLimit;
  private readonly signIns: RateLimit;
  private readonly files: RateLimit;

  constructor(
    private readonly tokens: AccessTokens,
    config: Config<'gateway'>,
    private readonly log: Log,
  ) {
    this.requests = new RateLimit(config.requestsPerMinute);
    this.signIns = new RateLimit(config.signInsPerMinute);
    this.files = new RateLimit(config.filesPerMinute);
  }

  install(instance: FastifyInstance): void {
    instance.addHook('onRoute', (route) => {
      const { bodyLimitBytes } = route.config?.endpoint ?? {};
      if (bodyLimitBytes) route.bodyLimit = bodyLimitBytes;
    });
    instance.decorateRequest('call');
    instance.addHook('onRequest', (request, reply, done) => {
      const traceId = traceIdOf(header(request, headerNames.trace)) ?? newTraceId();
      request.call = anonymousCall(traceId);
      reply.header('trace-id', traceId);
      try {
        const later = this.admit(request);
        if (later) later.then(() => done(), done);
        else done();
      } catch (error) {
        done(error as Error);
      }
    });
    instance.addHook('onResponse', (request, reply, done) => {
      this.record(request, reply);
      done();
    });
  }

  /** Counts one request of an address and says whether it is one too many. @throws DomainError `request.tooMany` */
  countAddress(address: string): void {
    take(this.requests, addressKey(address));
  }

  /** Decides at once where it can; a promise only for a token not seen before. */
  private admit(request: FastifyRequest): Promise<void> | undefined {
    const { endpoint, open, uncounted } = request.routeOptions.config;
    if (uncounted) return undefined;
    if (open || request.is404) {
      this.countAddress(request.ip);
      return undefined;
    }
    if (!endpoint) throw new DomainError('auth.required');
    if (endpoint.isPublic) {
      this.countAddress(request.ip);
      if (endpoint.signsIn) take(this.signIns, addressKey(request.ip));
      return undefined;
    }
    const token = bearer.exec(request.headers.authorization ?? '')?.[1];
    const identity = token === undefined ? undefined : this.tokens.recall(token);
    if (identity) return this.enter(request, endpoint, identity.actor);
    this.countAddress(request.ip);
    if (token !== undefined)
      return this.tokens.verify(token).then(({ actor }) => this.enter(request, endpoint, actor));
    throw new DomainError(request.headers.authorization ? 'auth.tokenInvalid' : 'auth.required');
  }

  private enter(request: FastifyRequest, endpoint: Endpoint, actor: Actor): undefined {
    take(this.requests, actor.id);
    if (!mayCall(endpoint, actor.role)) throw new DomainError('access.denied');
    if (endpoint.isHeavy) take(this.files, actor.id);
    request.call.actor = actor;
    if (endpoint.method === 'POST') request.call.key = idempotencyKey(request);
  }

  private record(request: FastifyRequest, reply: FastifyReply): void {
    const { method } = request;
    // The pattern, never the address as sent: that carries ids.
    const route = request.routeOptions.url ?? 'none';
    const milliseconds = reply.elapsedTime;
    const status = reply.statusCode;
    metrics.httpSeconds.observe({ method, route, status }, milliseconds / 1000);
    const entry = {
      traceId: request.call.traceId,
      method,
      route,
      status,
      ms: Math.round(milliseconds * 10) / 10,
    };
    if (status >= 500) this.log.warn(entry, 'http');
    else this.log.info(entry, 'http');
  }
}

function take(limit: RateLimit, caller: string): void {
  const seconds = limit.take(caller, Date.now());
  if (seconds > 0) throw new DomainError('request.tooMany', { seconds });
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name.toLowerCase()];
  return typeof value === 'string' ? value : undefined;
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = header(request, headerNames.key);
  if (key === undefined || printable.test(key)) return key;
  const wording = {
    zh: '须为 1 至 200 个可打印的 ASCII 字符',
    en: 'must be 1 to 200 printable ASCII characters',
  };
  const rule = wording[languageOf(request.headers['accept-language'])];
  throw new DomainError('request.invalid', { fields: [{ field: headerNames.key, rules: [rule] }] });
}
