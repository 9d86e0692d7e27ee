export { createDatabase, type DatabaseService, type TestDatabase, testServers } from './database.js';
export { tell } from './events.js';
export { localFiles } from './files.js';
export { type House, startHouse } from './house.js';
export { type LedgerCity, openCity } from './ledger.builder.js';
export { createNats, natsUrls, type TestNats } from './nats.js';
export { refusal } from './refusal.js';
export { claimFaults, type ErrandSeed, seedErrands, type SeededErrands } from './tasks.builder.js';
