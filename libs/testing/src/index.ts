export { createDatabase, type DatabaseService, type TestDatabase, testServers } from './database.js';
export { localFiles } from './files.js';
export { createNats, natsUrls, type TestNats } from './nats.js';
export { claimFaults, type ErrandSeed, seedErrands, type SeededErrands } from './tasks.builder.js';
