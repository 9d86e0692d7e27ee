import { migrateService, provisionStreams } from '#platform';
import { fileURLToPath } from 'node:url';
import { definitions } from './definitions.js';

/** Told as each part is done; `ran` is how many migrations it took. */
export type MigrateReport = (part: string, ran: number) => void;

/** Brings every schema and the event streams up to date; safe to run by many at once and again. */
export async function migrate(
  env: NodeJS.ProcessEnv,
  report: MigrateReport = () => undefined,
): Promise<void> {
  const schemas = definitions.map(async (definition) => {
    const ran = await migrateService(definition, env);
    report(definition.name, ran.length);
  });
  const provisionUrl = env['NATS_PROVISION_URL'];
  if (!provisionUrl) throw new Error('NATS_PROVISION_URL 未设置 / is not set');
  await Promise.all([...schemas, provisionStreams(provisionUrl).then(() => report('nats', 0))]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await migrate(process.env, (part, ran) => process.stdout.write(`${part}: ${ran}\n`));
}
