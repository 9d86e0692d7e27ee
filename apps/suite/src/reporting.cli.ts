import { parseArgs } from 'node:util';
import { DomainError, errorCatalogue, reconciliation } from '#contracts';
import { ConfigError, connectNats, readConfig, RpcClient, systemCall } from '#platform';
import type { NatsConnection } from '@nats-io/transport-node';

const usage = `用法 usage: npm run reporting -- reconcile --region 120116 [--rebuild]
  与各服务自己的计数核对合计；加 --rebuild 则改正。连接 GATEWAY_NATS_URL 或本机运行的顺路。有差异时退出码为 1。
  Compares totals with their owners' own counts; --rebuild puts them right. Asks the suite that runs here, or that of
  GATEWAY_NATS_URL; exits with 1 where something differs.
`;

/** `npm run reporting -- reconcile`: prints what was found as a line of JSON, and answers the exit code. */
async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { region: { type: 'string' }, rebuild: { type: 'boolean' } },
  });
  if (positionals[0] !== 'reconcile' || !values.region || !/^\d{2,12}$/.test(values.region)) {
    process.stderr.write(usage);
    return 2;
  }
  const connection = await connected();
  if (!connection) return 2;
  try {
    const input = { region: values.region, rebuild: values.rebuild ?? false };
    const found = await new RpcClient(connection).call(reconciliation.run, input, systemCall('gateway'));
    process.stdout.write(`${JSON.stringify(found)}\n`);
    return found.fits ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { title, advice } = errorCatalogue[error.code];
    process.stderr.write(`${error.code}: ${title.zh}。${advice.zh}\n${title.en}. ${advice.en}\n`);
    return 2;
  } finally {
    await connection.close();
  }
}

/** Undefined once it has said what to set, or that nobody answers there. */
async function connected(): Promise<NatsConnection | undefined> {
  let url: string;
  try {
    url = readConfig('gateway', ['common'], process.env).natsUrl;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(
      '请设置 GATEWAY_NATS_URL，如 nats://gateway:口令@127.0.0.1:4222；本机 npm start 时 npm run reporting 会自己找到\n' +
        'set GATEWAY_NATS_URL, such as nats://gateway:password@127.0.0.1:4222; npm run reporting finds a local npm start by itself\n',
    );
    return undefined;
  }
  try {
    return await connectNats('gateway', url);
  } catch (error) {
    const { hostname, port } = new URL(url);
    const why = error instanceof Error ? error.message : '';
    process.stderr.write(
      `${hostname}:${port} 连接不上（${why}）；请核对 GATEWAY_NATS_URL，并确认 NATS 在运行\n` +
        `${hostname}:${port} cannot be reached (${why}): check GATEWAY_NATS_URL, and that NATS is running\n`,
    );
    return undefined;
  }
}

process.exitCode = await main();
