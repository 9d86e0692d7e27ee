import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { playApart } from './matching/apart.js';
import { type Assumptions, type Scenario, scenarios, usualAssumptions } from './matching/assumptions.js';
import { type Figures, meanOf } from './matching/figures.js';
import { strategies } from './matching/strategies.js';

const usage = `用法 / usage: npm run sim -- ${Object.keys(scenarios).join(' | ')} [--seed 1 | 11-15] [--assume NAME=NUMBER …] [--json FILE]\n`;

const columns: [heading: string, of: (figures: Figures) => string][] = [
  ['fill rate', ({ fillRate }) => percent(fillRate)],
  ['claim p50', ({ waitP50Minutes }) => `${waitP50Minutes.toFixed(1)} min`],
  ['claim p95', ({ waitP95Minutes }) => `${waitP95Minutes.toFixed(1)} min`],
  ['alerts/claim', ({ alertsPerClaim }) => alertsPerClaim.toFixed(2)],
  ['no errand', ({ shareWithoutErrand }) => percent(shareWithoutErrand)],
  ['Gini', ({ gini }) => gini.toFixed(3)],
];

/** A scenario with what each strategy made of it, and by how much Shunlu's is better than each other. */
interface Result {
  scenario: Scenario;
  seconds: number;
  /** Means over the seeds. */
  figures: Record<string, Figures>;
  bySeed: Record<string, Figures[]>;
  lead: Record<string, { fillRatePoints: number; alertsPerClaimRatio: number }>;
  /** Seeds in which phased is better than every other on fill rate and on alerts per claim. */
  wonSeeds: number;
}

async function play(scenario: Scenario, seeds: readonly number[], assumptions: Assumptions): Promise<Result> {
  print(
    `== ${scenario.name}: ${scenario.couriers} couriers, ${scenario.needsPerDay} needs a day, ${scenario.days} day(s)`,
  );
  print(`${''.padEnd(14)}${columns.map(([heading]) => heading.padStart(14)).join('')}`);
  const begin = performance.now();
  const bySeed: Record<string, Figures[]> = {};
  const figures: Record<string, Figures> = {};
  const playing = strategies.map(({ name }) => {
    const played = playApart({ scenario, strategy: name, assumptions, seeds });
    // Whoever fails while another is waited for is told of in its turn.
    played.catch(() => undefined);
    return { name, played };
  });
  for (const { name, played } of playing) {
    const { made, seconds } = await played;
    bySeed[name] = made;
    const mean = (figures[name] = meanOf(made));
    const cells = columns.map(([, of]) => of(mean).padStart(14)).join('');
    print(`${name.padEnd(14)}${cells}  (${seconds.toFixed(0)} s)`);
  }
  const { phased, ...others } = figures as Record<string, Figures> & { phased: Figures };
  const lead = Object.fromEntries(
    Object.entries(others).map(([name, other]) => [name, leadOf(phased, other)]),
  );
  for (const [name, { fillRatePoints, alertsPerClaimRatio }] of Object.entries(lead))
    print(
      `phased against ${name}: fill rate ${fillRatePoints >= 0 ? '+' : ''}${fillRatePoints.toFixed(1)} points, ` +
        `${alertsPerClaimRatio.toFixed(2)}× the alerts a claim`,
    );
  const wonSeeds = seeds.filter((_, index) => hasWon(bySeed, index)).length;
  const seconds = (performance.now() - begin) / 1000;
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  print(
    `phased wins on both against all in ${wonSeeds} of ${seeds.length} seed(s) ` +
      `(${seconds.toFixed(0)} s, at most ${peakMiB.toFixed(0)} MiB)\n`,
  );
  return { scenario, seconds, figures, bySeed, lead, wonSeeds };
}

function leadOf(phased: Figures, other: Figures): { fillRatePoints: number; alertsPerClaimRatio: number } {
  return {
    fillRatePoints: (phased.fillRate - other.fillRate) * 100,
    alertsPerClaimRatio: phased.alertsPerClaim / other.alertsPerClaim,
  };
}

function hasWon({ phased, ...others }: Record<string, Figures[]>, index: number): boolean {
  const won = phased?.[index];
  return Object.values(others).every((made) => {
    const other = made[index];
    if (!won || !other) return false;
    const { fillRatePoints, alertsPerClaimRatio } = leadOf(won, other);
    return fillRatePoints > 0 && alertsPerClaimRatio < 1;
  });
}

/** `3` is one seed, `11-15` are five; undefined where it is neither. */
function seedsOf(text: string): number[] | undefined {
  const [, first, last = first] = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (!(from <= to) || to - from >= 100) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** The usual assumptions with some numbers replaced, told as `leaveShare=0`; undefined where one is none of them. */
function assumptionsOf(told: readonly string[]): Assumptions | undefined {
  const numbers = Object.entries(usualAssumptions).filter(([, value]) => typeof value === 'number');
  const replaced = told.map((each): [string, number] => {
    const [name = '', value = ''] = each.split('=');
    return [name, value === '' ? Number.NaN : Number(value)];
  });
  const areKnown = replaced.every(([name, value]) => value >= 0 && numbers.some(([known]) => known === name));
  return areKnown ? { ...usualAssumptions, ...Object.fromEntries(replaced) } : undefined;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      assume: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
    },
  });
  const seeds = seedsOf(values.seed);
  const assumptions = assumptionsOf(values.assume);
  if (positionals.some((name) => !(name in scenarios)) || !seeds || !assumptions) {
    process.stderr.write(usage);
    return 2;
  }
  const results: Result[] = [];
  for (const [name, scenario] of Object.entries(scenarios))
    if (positionals.length === 0 || positionals.includes(name))
      results.push(await play(scenario, seeds, assumptions));
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ seeds, assumptions, results }, undefined, 2)}\n`);
  return results.every(({ wonSeeds }) => wonSeeds === seeds.length) ? 0 : 1;
}

process.exitCode = await main();
