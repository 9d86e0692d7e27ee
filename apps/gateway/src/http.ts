import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Config, newTraceId } from '#platform';
import { fastify, type FastifyInstance } from 'fastify';
import helmet from 'helmet';
import { anonymousCall, type Edge } from './edge.js';
import { asDomainError, sendProblem } from './problem.js';

/**
 * The HTTP server below Nest: what it accepts (JSON of a limited size), which headers every answer
 * carries, and the hooks of the edge.
 */
export function createHttp(config: Config<'gateway'>, edge: Edge): FastifyInstance {
  const headers = securityHeaders();
  const instance = fastify({
    bodyLimit: config.bodyLimitBytes,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    requestTimeout: 30_000,
    // While it stops, requests on open connections are still answered.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    // A path that cannot be read is answered before any hook runs.
    frameworkErrors: (error, request, reply) => {
      request.call = anonymousCall(newTraceId());
      reply.headers(headers);
      sendProblem(request, reply, asDomainError(error));
    },
  });
  instance.addHook('onRequest', (_, reply, done) => {
    reply.headers(headers);
    done();
  });
  edge.install(instance);
  acceptJsonOnly(instance);
  addEntityTags(instance);
  return instance;
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
    else parse(request, body as string, done);
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
