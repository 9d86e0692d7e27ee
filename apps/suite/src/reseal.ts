import { Database, readConfig, reseal, Seal, type ServiceDefinition } from '#platform';
import { definitions } from './definitions.js';

/**
 * `npm run reseal`: everything sealed, of every service, under the current key of `SEAL_KEY_FILE`, while the suite
 * runs. Safe to stop and to run again. @throws ConfigError; Error naming a key that sealed something and is missing
 */
export async function resealAll(env: NodeJS.ProcessEnv, tell: (line: string) => void): Promise<void> {
  for (const definition of definitions) await resealService(definition, env, tell);
}

async function resealService(
  { name, sealed = [] }: ServiceDefinition,
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<void> {
  if (sealed.length === 0) return;
  const config = readConfig(name, ['database', 'seal'], env);
  const seal = Seal.fromFile(config.sealKeyFile);
  const database = await Database.open({ service: name, url: config.databaseUrl, poolSize: 1 });
  try {
    for (const column of sealed) {
      const rows = await reseal(database, seal, column);
      tell(`${name}.${column.table}.${column.column}\t${rows}\t→ ${seal.currentKey}`);
    }
  } finally {
    await database.close();
  }
}
