import { register } from 'node:module';

/** Starts the servers of this test run; their addresses travel to the workers in SHUNLU_TEST. */
export default async function setUp() {
  register('./loader.mjs', import.meta.url);
  const { startServers } = await import('./src/servers.ts');
  globalThis.shunluTestServers = await startServers();
}
