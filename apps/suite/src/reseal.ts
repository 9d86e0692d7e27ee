import { createLog, Database, openSealing, readConfig, type ServiceDefinition, SystemClock } from '#platform';
import { definitions } from './definitions.js';

/**
 * `npm run reseal`: everything sealed, of every service, under the current key of `SEAL_KEY_FILE`, while the suite
 * runs; the same run that administrators ask for. Safe to stop and to run again. Answers whether nothing was left:
 * what cannot be opened is told by table and key, and stays as it is. @throws ConfigError
 */
export async function resealAll(env: NodeJS.ProcessEnv, tell: (line: string) => void): Promise<boolean> {
  let isWhole = true;
  for (const definition of definitions.filter(({ sealed }) => sealed))
    isWhole = (await resealService(definition, env, tell)) && isWhole;
  return isWhole;
}

async function resealService(
  definition: ServiceDefinition,
  env: NodeJS.ProcessEnv,
  tell: (line: string) => void,
): Promise<boolean> {
  const { name } = definition;
  const config = readConfig(name, ['database', 'seal'], env);
  const database = await Database.open({ service: name, url: config.databaseUrl, poolSize: 1 });
  try {
    const parts = { database, clock: new SystemClock(), log: createLog(name, 'silent') };
    const sealing = openSealing(definition, config, parts);
    if (!sealing) return true;
    const { run, counts } = await sealing.reseal();
    tell(`${name}\t${run.sealedValues}\t→ ${run.keyId}`);
    for (const { table, column, keyId, valueCount } of counts)
      if (keyId !== run.keyId) tell(`${name}.${table}.${column}\t${valueCount}\t${keyId}`);
    return run.outcome === 'done';
  } finally {
    await database.close();
  }
}
