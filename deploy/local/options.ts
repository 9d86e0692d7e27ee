import { parseArgs } from 'node:util';
import { problem } from './problem.js';

/** What the command line and the environment ask of the launcher. */
export interface LaunchOptions {
  /** One process per service instead of one for all. */
  isSplit: boolean;
  /** Begin afresh: remove databases, messages and secrets first. */
  isReset: boolean;
  /** Do not ask before a reset. */
  isConfirmed: boolean;
  host: string;
  port: number;
}

const usage = `npm start -- [--split] [--reset [--yes]]
  --split   每个服务一个进程  one process per service
  --reset   清空本地数据后重新开始（先询问）  begin afresh; asks first
  --yes     不再询问  do not ask
  PORT=3000  HOST=127.0.0.1  SHUNLU_DATA_DIR=…  NATS_URL=…  NATS_SERVER_BIN=…`;

/** Reads the command line. Error: a `problem` with the usage. */
export function launchOptions(args: string[], env: NodeJS.ProcessEnv): LaunchOptions {
  const port = Number(env['PORT'] || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw problem(
      `PORT=${env['PORT']} 不是 1 到 65535 的端口号。`,
      `PORT=${env['PORT']} is no port from 1 to 65535.`,
    );
  }
  const host = env['HOST'] || '127.0.0.1';
  try {
    const { values } = parseArgs({
      args,
      options: { split: { type: 'boolean' }, reset: { type: 'boolean' }, yes: { type: 'boolean' } },
    });
    return { isSplit: !!values.split, isReset: !!values.reset, isConfirmed: !!values.yes, host, port };
  } catch (error) {
    throw problem(`无法识别的参数。用法：\n${usage}`, (error as Error).message);
  }
}
