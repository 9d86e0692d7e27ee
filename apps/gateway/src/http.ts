import { createHash } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { DomainError } from '#contracts';
import { type Config, newTraceId } from '#platform';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { anonymousCall, type Edge } from './edge.js';
import { longestParameter } from './front.ends.js';
import { asDomainError, problemOf, problemType, sendProblem } from './problem.js';

const headers = securityHeaders();

/**
 * The HTTP server below Nest: what it accepts (JSON of a limited size), which headers every answer
 * carries, and the hooks of the edge.
 */
export function createHttp(config: Config<'gateway'>, edge: Edge): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestTimeout: 30_000,
    // While it stops, requests on open connections are still answered.
    return503OnClosing: false,
    routerOptions: { maxParamLength: longestParameter },
    frameworkErrors: refuseUnreadablePath,
    clientErrorHandler: refuseGarbage,
  });
  // After the adapter's own hook, so that browsers may read a refusal too.
  if (config.corsOrigins.length > 0) allowOrigins(adapter, config.corsOrigins);
  const instance = adapter.getInstance();
  instance.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers);
    done();
  });
  edge.install(instance);
  acceptJsonOnly(instance);
  addEntityTags(instance);
  return adapter;
}

function allowOrigins(adapter: FastifyAdapter, origins: readonly string[]): void {
  adapter.enableCors({
    origin: [...origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type', 'accept-language', 'idempotency-key', 'if-none-match'],
    exposedHeaders: ['etag', 'retry-after', 'trace-id'],
    maxAge: 600,
  });
}

/** The router answers these before any hook has run. */
function refuseUnreadablePath(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  request.call = anonymousCall(newTraceId());
  reply.headers(headers);
  sendProblem(request, reply, asDomainError(error));
}

/** What is not even HTTP never becomes a request; it is answered on the bare connection. */
function refuseGarbage(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const code = error.code === 'HPE_HEADER_OVERFLOW' ? 'request.tooLarge' : 'request.malformed';
  const problem = problemOf(new DomainError(code), newTraceId(), 'zh');
  const body = JSON.stringify(problem);
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: ${problemType}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

/**
 * Helmet's headers, asked for once: they are the same for every answer, and asking each time costs more
 * than the rest of the edge. What only concerns browsers of the last decade is left out.
 */
function securityHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  const apply = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    xDownloadOptions: false,
    xDnsPrefetchControl: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
  const collector = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  apply({} as IncomingMessage, collector as unknown as ServerResponse, () => undefined);
  return headers;
}

/** An empty body counts as none, so that a POST whose fields are all optional needs no `{}`. */
function acceptJsonOnly(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body as string, done);
  });
}

/** Answers of tagged routes are revalidated by `If-None-Match` (RFC 9110, 13.1.2); the others are not kept. */
function addEntityTags(instance: FastifyInstance): void {
  instance.addHook('onSend', (request, reply, payload, done) => {
    const { endpoint, tagged } = request.routeOptions.config;
    if (!(endpoint?.tagged ?? tagged) || reply.statusCode !== 200 || typeof payload !== 'string') {
      if (endpoint && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
      return done(null, payload);
    }
    const tag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.headers({
      etag: tag,
      'cache-control': endpoint?.isPublic === false ? 'private, no-cache' : 'no-cache',
    });
    const known = request.headers['if-none-match'];
    if (known?.split(',').some((text) => text.trim().replace(/^W\//, '') === tag) || known?.trim() === '*') {
      reply.status(304);
      return done(null, '');
    }
    done(null, payload);
  });
}
