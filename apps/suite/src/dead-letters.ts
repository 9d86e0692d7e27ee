import { serviceNames, type ServiceName } from '#contracts';
import { connectNats, type DeadLetter, DeadLetters } from '#platform';

const usage = `用法 / usage: npm run dead-letters -- list|replay [SERVICE]
  list    列出各服务无法处理的事件 / shows events that a service could not handle, oldest first
  replay  原因排除后重新投递 / delivers them again to that service, when the cause is mended
  需要 NATS_PROVISION_URL / needs NATS_PROVISION_URL
`;

/** Shows or brings back what consumers put into the dead-letter stream; see {@link DeadLetters}. */
async function main(command: string | undefined, service: string | undefined): Promise<number> {
  const url = process.env['NATS_PROVISION_URL'];
  const isService = service === undefined || (serviceNames as readonly string[]).includes(service);
  if (!url || !isService || (command !== 'list' && command !== 'replay')) {
    process.stderr.write(usage);
    return 2;
  }
  const connection = await connectNats('provisioner', url);
  try {
    const letters = await DeadLetters.open(connection);
    const of = service as ServiceName | undefined;
    if (command === 'replay') {
      const count = await letters.replay(of);
      process.stdout.write(`重新投递 ${count} 条 / ${count} delivered again\n`);
    } else for await (const letter of letters.list(of)) process.stdout.write(`${lineOf(letter)}\n`);
    return 0;
  } finally {
    await connection.close();
  }
}

function lineOf({ sequence, at, service, subject, events, reason }: DeadLetter): string {
  return `${sequence}\t${at.toISOString()}\t${service}\t${subject} × ${events}\t${reason}`;
}

process.exitCode = await main(process.argv[2], process.argv[3]);
