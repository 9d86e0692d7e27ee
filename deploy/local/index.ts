export { cacheFolder, dataFolder, makeTraversable, projectRoot, randomSecret } from './folders.js';
export { type Nats, type NatsOptions, probeJetStream, startNats, stopOrphanNats } from './nats.js';
export { findNatsServer, natsVersion } from './nats-binary.js';
export { freePort, type Postgres, type PostgresOptions, startPostgres, stopOrphan } from './postgres.js';
export { childrenOf, commandLine, isAlive, poll, run, stopProcess } from './processes.js';
export { problem } from './problem.js';
export { type StandIn, standInFile, startStandIn } from './stand-in.js';
export {
  databaseEnvironment,
  makePasswords,
  natsEnvironment,
  type Passwords,
} from './service-environment.js';
export {
  databaseRoles,
  databaseServices,
  databaseUrl,
  ensureDatabase,
  roleUrl,
  withClient,
} from '../postgres/roles.js';
export {
  authorization,
  natsUsers,
  type NatsUser,
  passwordVariable,
  provisioner,
} from '../nats/permissions.js';
export { localSecrets } from './secrets.js';
export { nodeArguments } from './programs.js';
