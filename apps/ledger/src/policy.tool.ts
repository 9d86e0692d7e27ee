import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { AdoptPoliciesInput, DomainError, dryRunEffects, Policy, type ProposedPolicy } from '#contracts';
import { Database, readConfig, shanghaiDay, SystemClock, validateInput } from '#platform';
import { adoptionFaults, policyFaults, type PolicyFault } from './adoption.js';
import { assertPeriod } from './dry.run.service.js';
import { replayDays } from './dry.run.store.js';
import { PoliciesService, proposalOf, wordingOf } from './policies.service.js';
import { readPolicies } from './policies.store.js';
import { exitCodes, type ToolOutput } from './tool.output.js';
import type { Effect } from './trial.js';
import { onSnapshot } from './verify.store.js';

const cityForm = /^[1-9]\d{3}$/;
const dayForm = /^\d{4}-\d\d-\d\d$/;
const shownLines = 100;

type Wish = NonNullable<ReturnType<typeof read>>;

/**
 * `npm run ledger -- policy`: lists a city's versions, checks a file, replays past days under one; changes
 * nothing. A file holds a policy, or `versions` as they are adopted. Answers 0 where all is well, 1 where
 * the file has a fault, 2 where it could not be done. The ages of volunteers are not known here: under a
 * policy that asks for them nobody is credited.
 */
export async function policyTool(
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
  let database: Database | undefined;
  try {
    const { databaseUrl } = readConfig('ledger', ['database'], env);
    database = await Database.open({ service: 'ledger', url: databaseUrl, poolSize: 2 });
    return await commands[wish.command](database, wish, output);
  } catch (error) {
    output.note(error instanceof DomainError ? faultText(error) : String(error));
    return exitCodes.failed;
  } finally {
    await database?.close();
  }
}

type Command = (database: Database, wish: Wish, output: ToolOutput) => Promise<number>;

const commands: Record<'list' | 'check' | 'dry-run', Command> = {
  list: async (database, { cityCode }, output) => {
    const { versions } = await new PoliciesService(database, new SystemClock()).list({ cityCode });
    for (const version of versions) output.result(JSON.stringify(version));
    return exitCodes.fits;
  },
  check: async (database, { cityCode, file }, output) => {
    const versions = await readVersions(file);
    const today = shanghaiDay(new SystemClock().now());
    const faults =
      versions instanceof Policy
        ? policyFaults(versions)
        : adoptionFaults(await readPolicies(database, cityCode), versions.map(proposalOf), today);
    return report(faults, output);
  },
  'dry-run': async (database, { cityCode, file, from, to, effect }, output) => {
    const versions = await readVersions(file);
    const policy = versions instanceof Policy ? versions : versions[0]?.policy;
    if (!policy || !from || !to) return exitCodes.failed;
    assertPeriod(from, to);
    const faults = policyFaults(policy);
    if (faults.length > 0) return report(faults, output);
    const run = { cityCode, from, to, policy, effect, limit: shownLines };
    const unknownAges = (asked: readonly unknown[]) => Promise.resolve(asked.map(() => null));
    const { totals, lines, hasMore } = await onSnapshot(database, (tx) => replayDays(tx, run, unknownAges));
    output.result(JSON.stringify(totals));
    for (const line of lines) output.result(JSON.stringify(line));
    if (hasMore) output.note(`只列出前 ${shownLines} 人 / the first ${shownLines} people only`);
    return exitCodes.fits;
  },
};

/** @throws DomainError `request.invalid` */
async function readVersions(file: string): Promise<Policy | ProposedPolicy[]> {
  const plain: unknown = JSON.parse(await readFile(file, 'utf8'));
  const isList = typeof plain === 'object' && plain !== null && 'versions' in plain;
  if (!isList) return validateInput(Policy, plain);
  return validateInput(AdoptPoliciesInput, { cityCode: 1000, ...plain }).versions;
}

function report(faults: readonly PolicyFault[], output: ToolOutput): number {
  for (const fault of faults) {
    const { zh, en } = wordingOf(fault);
    output.result(`${fault.code}\n  ${zh}\n  ${en}`);
  }
  if (faults.length === 0) output.result('可以采用 / can be adopted');
  return faults.length === 0 ? exitCodes.fits : exitCodes.differs;
}

function faultText({ code, data }: DomainError): string {
  return `${code} ${JSON.stringify(data)}`;
}

function read(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { city: text, from: text, to: text, effect: text } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [command = '', file = '', ...rest] = positionals;
    const { city = '', from, to, effect = 'changed' } = values;
    const isUsable =
      Object.hasOwn(commands, command) &&
      (command === 'list') === (file === '') &&
      rest.length === 0 &&
      cityForm.test(city) &&
      (command !== 'dry-run' || [from, to].every((day) => dayForm.test(day ?? ''))) &&
      dryRunEffects.includes(effect as Effect);
    if (!isUsable) return undefined;
    return {
      command: command as keyof typeof commands,
      ...{ file, cityCode: Number(city), from, to, effect: effect as Effect },
    };
  } catch {
    return undefined;
  }
}
