import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import {
  connectNats,
  createLog,
  nestLogger,
  type Probe,
  projectRoot,
  readConfig,
  RpcClient,
} from '#platform';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessTokens } from './access.tokens.js';
import { Edge } from './edge.js';
import { serveFrontEnds } from './front.ends.js';
import { GatewayModule } from './gateway.module.js';
import { HintServer } from './hint.server.js';
import { createHttp } from './http.js';
import { SessionWatch } from './session.watch.js';

const restingMs = 20;

export interface RunningGateway {
  name: 'gateway';
  /** Where it listens, without a slash at the end. */
  url: string;
  ready: Probe;
  stop(): Promise<void>;
}

/**
 * Starts the edge. It answers when the promise resolves; `probes` are further parts that `/readyz` asks,
 * such as the services that run in the same process.
 * @throws ConfigError
 */
export async function startGateway(
  env: NodeJS.ProcessEnv,
  probes: Record<string, Probe> = {},
): Promise<RunningGateway> {
  const config = readConfig('gateway', ['common', 'gateway'], env);
  const { accessTokenMinutes, clockSkewSeconds, tokenKeyFile } = config;
  const log = createLog('gateway', config.logLevel);
  const accessTokens = await AccessTokens.open(tokenKeyFile, accessTokenMinutes, clockSkewSeconds);
  const connection = await connectNats('gateway', config.natsUrl);
  const rpc = new RpcClient(connection, config.rpcBatching);
  const edge = new Edge(accessTokens, config, log);
  const hints = new HintServer(rpc, accessTokens, edge, log);
  const watch = new SessionWatch(rpc, accessTokens, hints, log);
  const ready = async () => {
    await connection.flush();
    return true;
  };
  const adapter = createHttp(config, edge);
  serveFrontEnds(adapter.getInstance(), join(projectRoot, 'dist/apps'));
  const app = await NestFactory.create<NestFastifyApplication>(
    GatewayModule.with({
      config,
      log,
      rpc,
      accessTokens,
      hints,
      watch,
      probes: { gateway: ready, ...probes },
    }),
    adapter,
    { logger: nestLogger(log), bodyParser: false, abortOnError: false },
  );
  hints.start(connection);
  watch.start();
  await app.listen(config.port, config.host);
  hints.listen(app.getHttpServer(), adapter.getInstance());
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    name: 'gateway',
    url: `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`,
    ready,
    stop: async () => {
      watch.stop();
      hints.stop();
      await closeDoor(app, config.shutdownMs);
      await connection.drain();
    },
  };
}

/** Requests under way may finish; a connection is closed as soon as it rests, and each when it takes too long. */
async function closeDoor(app: NestFastifyApplication, limitMs: number): Promise<void> {
  const server: Server = app.getHttpServer();
  const resting = setInterval(() => server.closeIdleConnections(), restingMs);
  const late = setTimeout(() => server.closeAllConnections(), limitMs);
  await app.close();
  clearInterval(resting);
  clearTimeout(late);
}
