import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Database, readConfig } from '#platform';
import { HeadsFile } from './heads.file.js';
import { publicHead } from './heads.js';
import { readCities, readLastHead } from './heads.store.js';
import { importTool } from './import.tool.js';
import { policyTool } from './policy.tool.js';
import { exitCodes, type ToolOutput } from './tool.output.js';
import { auditCity, onSnapshot, type Progress, verifyCity } from './verify.store.js';

const usage = `用法 usage: npm run ledger -- <verify|audit|head> [--city 1201] [--heads folder]
           npm run ledger -- import FILE --city 1201 [--source name] [--apply]
           npm run ledger -- policy list --city 1201
           npm run ledger -- policy check FILE --city 1201
           npm run ledger -- policy dry-run FILE --city 1201 --from 2026-01-01 --to 2026-03-31 [--effect lose]
  verify  逐行核对哈希链与已发布的每日摘要  every row against the chain and the published heads
  audit   重算每个账户                      every account's counters and balances too
  head    最近一日的摘要                    the newest head
  import  带入其他时间银行的余额与所得（未加 --apply 只试不存）
          balances and earnings of another time bank; without --apply all is tried, nothing kept
  policy  本市政策各版本；检查政策文件；按文件试算过去一段时间（只读）
          versions of a city's policy; a file checked; past days replayed under it. Reads only
`;

const { fits, differs, failed } = exitCodes;

/** `npm run ledger`: reads one snapshot of the database and changes nothing, but for `import`. Answers the exit code. */
export async function ledgerTool(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  output: ToolOutput,
): Promise<number> {
  if (args[0] === 'import') return importTool(args.slice(1), env, output, usage);
  if (args[0] === 'policy') return policyTool(args.slice(1), env, output, usage);
  const wish = read(args);
  if (!wish) {
    output.note(usage);
    return failed;
  }
  const { databaseUrl, headsDir } = readConfig('ledger', ['database', 'ledger'], env);
  const database = await Database.open({ service: 'ledger', url: databaseUrl, poolSize: 2 });
  try {
    const cities = wish.city === undefined ? await readCities(database) : [wish.city];
    const folder = wish.heads ?? headsDir;
    if (wish.heads !== undefined && !existsSync(folder))
      throw new Error(`${folder}: 没有这个目录 / no such folder`);
    let code: number = fits;
    for (const cityCode of cities)
      if (!(await commands[wish.command](database, cityCode, folder, output))) code = differs;
    return code;
  } catch (error) {
    output.note(error instanceof Error ? error.message : String(error));
    return failed;
  } finally {
    await database.close();
  }
}

type Command = (database: Database, cityCode: number, folder: string, output: ToolOutput) => Promise<boolean>;

const commands: Record<'verify' | 'audit' | 'head', Command> = {
  verify: async (database, cityCode, folder, output) => {
    const published = await new HeadsFile(folder).published(cityCode);
    if (published.size === 0)
      output.note(`${cityCode}: 没有摘要文件，只核对数据库 / no file of heads, the database alone`);
    const result = await onSnapshot(database, (tx) =>
      verifyCity(tx, cityCode, published, progressTo(output)),
    );
    output.result(
      JSON.stringify({ ...result, publishedCount: published.size, fits: result.faults.length === 0 }),
    );
    return result.faults.length === 0;
  },
  audit: async (database, cityCode, _folder, output) => {
    const result = await onSnapshot(database, (tx) => auditCity(tx, cityCode));
    output.result(JSON.stringify(result));
    return result.consistent;
  },
  head: async (database, cityCode, _folder, output) => {
    const head = await readLastHead(database, cityCode);
    output.result(JSON.stringify(head ? publicHead(head) : { cityCode }));
    return true;
  },
};

function read(args: readonly string[]) {
  try {
    const options = { city: { type: 'string' }, heads: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command = '', ...rest] = positionals;
    if (!isCommand(command) || rest.length > 0 || !/^[1-9]\d{3}$/.test(values.city ?? '1000'))
      return undefined;
    return {
      command,
      city: values.city === undefined ? undefined : Number(values.city),
      heads: values.heads,
    };
  } catch {
    return undefined;
  }
}

function isCommand(word: string): word is keyof typeof commands {
  return Object.hasOwn(commands, word);
}

const notedRows = 100_000;

function progressTo(output: ToolOutput): Progress {
  let noted = 0;
  return (cityCode, sequence) => {
    if (sequence - noted < notedRows) return;
    noted = sequence;
    output.note(`${cityCode}: ${sequence}`);
  };
}
