import { parseArgs } from 'node:util';
import { createLog, Database, Outbox, readConfig, SystemClock } from '#platform';
import { Importer, type ImportWish } from './import.service.js';
import { PostingService } from './posting.service.js';
import { exitCodes, type ToolOutput } from './tool.output.js';

const usualSource = 'import';

/**
 * `npm run ledger -- import`: brings the books of another time bank along; see docs/guides/operator.md. Answers 0
 * where every line was taken, 1 where some were refused, 2 where it could not be done. What moved is told
 * by the running ledger, from its outbox.
 */
export async function importTool(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: ToolOutput,
  usage: string,
): Promise<number> {
  const wish = read(args);
  if (!wish) {
    output.note(usage);
    return exitCodes.failed;
  }
  const { databaseUrl } = readConfig('ledger', ['database'], env);
  const database = await Database.open({ service: 'ledger', url: databaseUrl, poolSize: 2 });
  try {
    const clock = new SystemClock();
    const outbox = new Outbox('ledger', database, undefined, clock, createLog('ledger', 'silent'));
    const posting = new PostingService(database, outbox, clock);
    const result = await new Importer(database, posting, clock, wish, output).run();
    output.result(JSON.stringify(result));
    return result.refused === 0 ? exitCodes.fits : exitCodes.differs;
  } catch (error) {
    output.note(error instanceof Error ? error.message : String(error));
    return exitCodes.failed;
  } finally {
    await database.close();
  }
}

function read(args: readonly string[]): ImportWish | undefined {
  try {
    const options = {
      city: { type: 'string' },
      source: { type: 'string' },
      apply: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...rest] = positionals;
    const { city = '', source = usualSource, apply = false } = values;
    const isUsable = /^[1-9]\d{3}$/.test(city) && /^[a-z][a-z0-9-]{0,19}$/.test(source);
    if (file === undefined || rest.length > 0 || !isUsable) return undefined;
    return { file, cityCode: Number(city), source, applies: apply };
  } catch {
    return undefined;
  }
}
