import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '#local';

/** One measured number with what it has to be. `met` is undefined where there is no target. */
export interface Figure {
  id: string;
  value: number;
  unit: string;
  target?: string;
  met?: boolean;
}

/** A target such as `>= 0.6`. */
export interface Target {
  atLeast?: number;
  atMost?: number;
}

export function figure(id: string, value: number, unit: string, target: Target = {}): Figure {
  const { atLeast, atMost } = target;
  const rounded = Number(value.toPrecision(4));
  if (atLeast === undefined && atMost === undefined) return { id, value: rounded, unit };
  const met = value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  const words = atLeast === undefined ? `<= ${atMost}` : `>= ${atLeast}`;
  return { id, value: rounded, unit, target: words, met };
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `share` of all lie at or below. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/**
 * Rounds of some seconds until the path of a request is compiled: the suite's main thread took 590, 230, 170, 160 and
 * 150 µs a claim in the first five.
 */
export const warmUpRounds = 4;

/**
 * Runs every contestant once a round, in turn, so that a drift of the machine hits all of them, and
 * answers each one's values by round. The rounds before are not counted: one, or as many as V8 needs
 * until a path is compiled, without which the first rounds measure its compiler.
 */
export async function alternate<Name extends string>(
  rounds: number,
  contestants: Record<Name, (round: number) => Promise<number>>,
  warmUps = 1,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contestants) as Name[];
  const values = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 1 - warmUps; round <= rounds; round++) {
    for (const name of names) {
      const value = await contestants[name](round);
      progress(
        `${round < 1 ? 'warm-up' : `round ${round}/${rounds}`}  ${name}: ${Math.round(value).toLocaleString('en')}`,
      );
      if (round > 0) values[name].push(value);
    }
  }
  return values;
}

/** The median of the ratios of each round: what drifts between rounds cancels out. */
export function medianRatio(above: number[], below: number[]): number {
  return median(above.map((value, round) => value / (below[round] ?? Number.NaN)));
}

export function progress(line: string): void {
  process.stdout.write(`${line}\n`);
}

export interface BenchResult {
  settings: Record<string, string | number>;
  figures: Figure[];
}

/** Prints the figures, and writes `{ machine, versions, settings, figures }` where a file is named. */
export function publish(result: BenchResult, jsonFile: string | undefined): void {
  for (const { id, value, unit, target, met } of result.figures) {
    const verdict = met === undefined ? '' : `  target ${target}  ${met ? 'met' : 'NOT MET'}`;
    progress(`${id.padEnd(34)} ${String(value).padStart(10)} ${unit.padEnd(10)}${verdict}`);
  }
  if (!jsonFile) return;
  const document = { machine: machine(), versions: versions(), ...result };
  writeFileSync(jsonFile, `${JSON.stringify(document, undefined, 2)}\n`);
}

function machine() {
  return {
    cpu: cpus()[0]?.model ?? '',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: process.platform,
  };
}

function versions() {
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  return { node: process.versions.node, shunlu: version, commit: commit() };
}

function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: projectRoot,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
