export { openBrowser, openPage, picture, type WatchedPage } from './browser.js';
export { createDatabase, type DatabaseService, type TestDatabase, testServers } from './database.js';
export { serviceDefinition } from './definitions.js';
export { door } from './door.js';
export { allConsumed, hurryRedelivery, messagesOf, ownerOf, tell, tellBatches } from './events.js';
export { localFiles } from './files.js';
export { type HouseOptions, startHouse, type TestHouse } from './house.js';
export { type Ear, earOf, telling, tellings, type Told } from './ear.service.js';
export { type LedgerCity, openCity } from './ledger.builder.js';
export { MatchingTown } from './matching.builder.js';
export { createNats, natsUrls, type OwnNats, type TestNats } from './nats.js';
export { createPostgres, type OwnPostgres } from './postgres.js';
export {
  behaviour,
  ordinary,
  type ProbeInput,
  type ProbeOutput,
  probes,
  probeService,
} from './probe.service.js';
export { readPdf, type ReadPdf } from './pdf.js';
export { recount, type RecountScope } from './recount.js';
export { distributionFaults } from './recount.distributions.js';
export { refusal } from './refusal.js';
export { startStreet, type Street } from './serving.builder.js';
export { claimFaults, type ErrandSeed, seedErrands, type SeededErrands } from './tasks.builder.js';
export { endOfHistory, errandMoved, eventOf, randomHistory, shuffled } from './told.history.js';
export { idNumber, person } from './volunteers.builder.js';
