export default async function tearDown() {
  await globalThis.shunluTestServers?.stop();
}
