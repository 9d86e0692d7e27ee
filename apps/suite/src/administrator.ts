import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { DomainError, errorCatalogue, staffAccounts, staffList, stations, systemActor } from '#contracts';
import { connectNats, deterministicId, newTraceId, readConfig, RpcClient } from '#platform';

const usage = `用法 / usage: npm run administrator -- --user NAME --region CODE [--reset]
  为一个行政区划建立第一个管理员；--reset 则重置该辖区一名工作人员（包括管理员）的密码。
  需要 GATEWAY_NATS_URL，口令只显示一次。
  Makes the first administrator of a division; with --reset gives a member of its staff, administrators too, a
  one-time password. Needs GATEWAY_NATS_URL, shows the password once.
`;

/**
 * The first administrator of an installation, whom nobody could appoint over HTTP. Whoever may read the
 * gateway's NATS password may do this, and reset a password that no administrator may. Again with the same name:
 * refused, nothing is changed.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { user: { type: 'string' }, region: { type: 'string' }, reset: { type: 'boolean' } },
  });
  const { user, region, reset } = values;
  if (!user || !region) {
    process.stderr.write(usage);
    return 2;
  }
  const connection = await connectNats('gateway', readConfig('gateway', ['common'], process.env).natsUrl);
  const client = new RpcClient(connection);
  try {
    const password = reset ? await resetOf(client, user, region) : await made(client, user, region);
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

const call = () => ({ actor: systemActor('gateway'), traceId: newTraceId() });

async function made(client: RpcClient, user: string, region: string): Promise<string> {
  const password = randomBytes(12).toString('base64url');
  const id = deterministicId('administrator', user);
  const staff = { id, userName: user, password, displayName: user, role: 'administrator' as const, region };
  await client.call(stations.createStaff, staff, call());
  return password;
}

/** A one-time password for somebody of the region. @throws DomainError `resource.notFound` and as the contract says */
async function resetOf(client: RpcClient, user: string, region: string): Promise<string> {
  let cursor: string | undefined;
  do {
    const page = await client.call(staffList.list, { region, limit: 100, cursor }, call());
    const found = page.items.find(({ userName }) => userName === user);
    if (found) return (await client.call(staffAccounts.resetPassword, { id: found.id }, call())).password;
    cursor = page.nextCursor;
  } while (cursor);
  throw new DomainError('resource.notFound');
}

process.exitCode = await main();
