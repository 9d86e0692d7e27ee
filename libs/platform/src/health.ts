import { createServer, type Server } from 'node:http';
import { registry } from './metrics.js';

/** Answers whether a part can do its work now. */
export type Probe = () => Promise<boolean>;

export interface Readiness {
  ready: boolean;
  /** Part → whether it answers. */
  parts: Record<string, boolean>;
}

export async function checkReadiness(probes: Record<string, Probe>): Promise<Readiness> {
  const answers = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => [name, await probe().catch(() => false)] as const),
  );
  return { ready: answers.every(([, answered]) => answered), parts: Object.fromEntries(answers) };
}

/** `/healthz`, `/readyz` and `/metrics` of a service that runs in a process of its own. */
export async function startHealthServer(
  port: number,
  host: string,
  probes: Record<string, Probe>,
): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/', probes).then(([status, type, body]) => {
      response.writeHead(status, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return server;
}

async function answer(url: string, probes: Record<string, Probe>): Promise<[number, string, string]> {
  switch (url) {
    case '/healthz':
      return [200, 'application/json', '{"alive":true}'];
    case '/readyz': {
      const readiness = await checkReadiness(probes);
      return [readiness.ready ? 200 : 503, 'application/json', JSON.stringify(readiness)];
    }
    case '/metrics':
      return [200, registry.contentType, await registry.metrics()];
    default:
      return [404, 'application/json', '{}'];
  }
}
