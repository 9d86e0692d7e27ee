import type { ServiceTraffic } from './permissions.js';

/** The traffic of each service. */
export const services: Record<string, ServiceTraffic> = {
  gateway: { calls: ['volunteers', 'stations', 'tasks', 'ledger', 'reporting'], publishes: [], consumes: [] },
  volunteers: { calls: [], publishes: ['shunlu.evt.v1.volunteer.registered'], consumes: [] },
  stations: { calls: [], publishes: ['shunlu.evt.v1.station.opened'], consumes: [] },
  tasks: {
    calls: ['volunteers', 'stations', 'ledger'],
    publishes: ['shunlu.evt.v1.errand.claimed'],
    consumes: [],
  },
  ledger: { calls: [], publishes: ['shunlu.evt.v1.transfer.posted'], consumes: [] },
  reporting: { calls: [], publishes: [], consumes: [] },
};
