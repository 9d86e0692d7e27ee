export { createDatabase, type DatabaseService, type TestDatabase, testServers } from './database.js';
export { createNats, natsUrls, type TestNats } from './nats.js';
