import { parseArgs } from 'node:util';
import { DomainError, errorCatalogue, reconciliation } from '#contracts';
import { connectNats, readConfig, RpcClient, systemCall } from '#platform';

const usage = `用法 usage: npm run reporting -- reconcile --region 120116 [--rebuild]
  与各服务自己的计数核对合计；加 --rebuild 则改正。需要 GATEWAY_NATS_URL。有差异时退出码为 1。
  Compares totals with their owners' own counts; --rebuild puts them right. Needs GATEWAY_NATS_URL; exits with 1 where something differs.
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
  const connection = await connectNats('gateway', readConfig('gateway', ['common'], process.env).natsUrl);
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

process.exitCode = await main();
