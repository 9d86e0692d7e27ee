import { availableParallelism } from 'node:os';
import swc from './libs/testing/swc.mjs';

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  moduleNameMapper: {
    '^#local$': '<rootDir>/deploy/local/index.ts',
    '^#(contracts|platform|regions|testing|api-client)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.shunlu'],
};
const withServers = {
  ...shared,
  globalSetup: '<rootDir>/libs/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/global-teardown.mjs',
};
const code = '<rootDir>/{apps,libs,deploy,docs,test/house}';

/** Only `unit` runs without PostgreSQL and NATS: `npm test -- --selectProjects unit` is quick. */
export default {
  testTimeout: 30_000,
  // Most tests wait for PostgreSQL, NATS or a browser, so that two go well on the two cores of a small machine,
  // where jest would take one.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A process that loads file after file keeps their modules until it drowns in collecting garbage, and then
  // tests time out for no fault of the suite. So it is replaced when it has grown, even where it is the only one.
  workerIdleMemoryLimit: '1GB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [`${code}/**/*.spec.ts`],
      testPathIgnorePatterns: ['/node_modules/', '\\.medium\\.spec\\.ts$'],
    },
    { ...withServers, displayName: 'medium', testMatch: [`${code}/**/*.medium.spec.ts`] },
    { ...withServers, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
    {
      ...withServers,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/{bench,e2e,story,chaos,sim}/**/*.spec.ts'],
    },
  ],
};
