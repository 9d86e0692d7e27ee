import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { cacheFolder, natsEnvironment, natsUsers, startNats } from '#local';
import { testServers } from './database.js';

const userNames = natsUsers.map((user) => user.name);

/** The NATS addresses of a test. */
export interface TestNats {
  /** URL of a service's user, or of `provisioner`. */
  url(user: string): string;
  /** `S_NATS_URL` of all services and `NATS_PROVISION_URL`. */
  env: Record<string, string>;
}

/**
 * The server all test files of the run share: fine for reading permissions or plain requests on subjects of
 * your own. Whoever runs services or consumers takes `createNats`, or a neighbour's service answers.
 */
export function natsUrls(): TestNats {
  const { natsPort, passwords } = testServers();
  const url = (user: string) => `nats://${user}:${passwords.nats[user]}@127.0.0.1:${natsPort}`;
  return { url, env: natsEnvironment(userNames, url) };
}

/** A NATS server that a test may treat badly. */
export interface OwnNats extends TestNats {
  stop(): Promise<void>;
  /** SIGKILL: what is not on disk is lost. */
  kill(): Promise<void>;
  /** Starts it again on the same port and store. */
  start(): Promise<void>;
}

/** A NATS server of a test file's own (about 0.1 s), empty: no streams yet. Call `stop` in afterAll. */
export async function createNats(): Promise<OwnNats> {
  const { folder, passwords } = testServers();
  const dataDir = join(folder, `nats-${randomUUID()}`);
  const options = { dataDir, cacheDir: cacheFolder(), users: natsUsers, passwords: passwords.nats };
  let nats = await startNats(options);
  const { port, url } = nats;
  return {
    url,
    env: natsEnvironment(userNames, url),
    stop: () => nats.stop(),
    kill: () => {
      process.kill(nats.pid, 'SIGKILL');
      return nats.ended;
    },
    start: async () => void (nats = await startNats({ ...options, port })),
  };
}
