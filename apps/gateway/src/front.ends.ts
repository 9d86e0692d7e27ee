import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '#contracts';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem.js';

/** Of a path, in characters; a longer one is no id of ours. */
export const longestParameter = 200;

/** Address of each front end, and where its build lies below `dist/apps`. */
const frontEnds = { '/': 'console', '/m/': 'miniprogram' };

/**
 * Own scripts and requests only. The style sheets that antd and ECharts write in place are allowed, and
 * pictures that the page itself has fetched or drawn.
 */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
  "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Belongs to the servers: an address there that nobody answers is an error, whoever asks. */
const servers = /^(?:api|ws|verify)(?:\/|$)/;
/** The build writes a digest of the content into these names: what lies there never changes. */
const hashed = /^assets\/|\.[0-9a-f]{8,}\.\w+$/;

/**
 * Serves what `npm run build` made of the front ends. A page's own addresses (`/needs/…`) all answer its
 * index.html, to browsers that ask for a page; anything else that is not there stays a problem.
 */
export function serveFrontEnds(instance: FastifyInstance, builds: string): void {
  const built = Object.entries(frontEnds).filter(([, name]) => existsSync(join(builds, name, 'index.html')));
  if (built.length === 0) return;
  void instance.register(fastifyStatic, { root: builds, serve: false, preCompressed: true });
  for (const [address, name] of built) {
    const root = join(builds, name);
    const files = new Set(
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/')),
    );
    instance.get<Wildcard>(`${address}*`, { config: { open: true } }, (request, reply) =>
      serve(root, files, request, reply),
    );
  }
}

interface Wildcard {
  Params: { '*': string };
}

function serve(
  root: string,
  files: ReadonlySet<string>,
  request: FastifyRequest<Wildcard>,
  reply: FastifyReply,
): void {
  const { params, headers } = request;
  const file = params['*'];
  // Without a wildcard behind it the router would have refused it so.
  if (servers.test(file) && file.split('/').some(({ length }) => length > longestParameter))
    return sendProblem(request, reply, new DomainError('request.malformed'));
  const wantsPage = headers.accept?.includes('text/html') ?? false;
  const isThere = isFile(file) && files.has(file);
  if (!isThere && file !== '' && (isFile(file) || !wantsPage || servers.test(file)))
    return reply.callNotFound();
  reply.header('content-security-policy', pagePolicy);
  const age = isThere && hashed.test(file) ? { maxAge: '365d', immutable: true } : { maxAge: 0 };
  void reply.sendFile(isThere ? file : 'index.html', root, age);
}

function isFile(path: string): boolean {
  return /\.\w+$/.test(path);
}
