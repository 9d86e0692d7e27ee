import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DomainError, errorCatalogue, stations, systemActor } from '#contracts';
import { connectNats, deterministicId, newTraceId, readConfig, RpcClient } from '#platform';

const usage = `用法 / usage: npm run administrator -- --user NAME --region CODE
  为一个行政区划建立第一个管理员；需要 GATEWAY_NATS_URL，口令只显示一次。
  Makes the first administrator of a division; needs GATEWAY_NATS_URL, shows the password once.
`;

/**
 * The first administrator of an installation, whom nobody could appoint over HTTP. Whoever may read the
 * gateway's NATS password may do this. Again with the same name: refused, nothing is changed.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { user: { type: 'string' }, region: { type: 'string' } },
  });
  const { user, region } = values;
  if (!user || !region) {
    process.stderr.write(usage);
    return 2;
  }
  const connection = await connectNats('gateway', readConfig('gateway', ['common'], process.env).natsUrl);
  const client = new RpcClient(connection);
  const call = { actor: systemActor('gateway'), traceId: newTraceId() };
  const password = randomBytes(12).toString('base64url');
  try {
    const id = deterministicId('administrator', user);
    const staff = { id, userName: user, password, displayName: user, role: 'administrator' as const, region };
    await client.call(stations.createStaff, staff, call);
    process.stdout.write(`${user} / ${password}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { title, advice } = errorCatalogue[error.code];
    process.stderr.write(`${title.zh}。${advice.zh}\n${title.en}. ${advice.en}\n`);
    return 1;
  } finally {
    await connection.close();
  }
}

process.exitCode = await main();
