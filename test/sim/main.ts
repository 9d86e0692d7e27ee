import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Assumptions, type Scenario, scenarios, usualAssumptions } from './matching/assumptions.js';
import type { Figures } from './matching/figures.js';
import { simulate } from './matching/simulate.js';
import { strategies } from './matching/strategies.js';

const usage = `用法 / usage: npm run sim -- ${Object.keys(scenarios).join(' | ')} [--seed 1] [--half-read 10] [--leave-share 0.1] [--json FILE]\n`;

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
  figures: Record<string, Figures>;
  lead: Record<string, { fillRatePoints: number; alertsPerClaimRatio: number }>;
  won: boolean;
}

function play(scenario: Scenario, seed: number, assumptions: Assumptions): Result {
  print(
    `== ${scenario.name}: ${scenario.couriers} couriers, ${scenario.needsPerDay} needs a day, ${scenario.days} day(s)`,
  );
  print(`${''.padEnd(14)}${columns.map(([heading]) => heading.padStart(14)).join('')}`);
  const begin = performance.now();
  const figures: Record<string, Figures> = {};
  for (const strategy of strategies) {
    const made = simulate(scenario, strategy, assumptions, seed);
    figures[strategy.name] = made;
    print(`${strategy.name.padEnd(14)}${columns.map(([, of]) => of(made).padStart(14)).join('')}`);
  }
  const { phased, ...others } = figures as Record<string, Figures> & { phased: Figures };
  const lead = Object.fromEntries(
    Object.entries(others).map(([name, other]) => [
      name,
      {
        fillRatePoints: (phased.fillRate - other.fillRate) * 100,
        alertsPerClaimRatio: phased.alertsPerClaim / other.alertsPerClaim,
      },
    ]),
  );
  for (const [name, { fillRatePoints, alertsPerClaimRatio }] of Object.entries(lead))
    print(
      `phased against ${name}: fill rate ${fillRatePoints >= 0 ? '+' : ''}${fillRatePoints.toFixed(1)} points, ` +
        `${alertsPerClaimRatio.toFixed(2)}× the alerts a claim`,
    );
  const won = Object.values(lead).every((each) => each.fillRatePoints > 0 && each.alertsPerClaimRatio < 1);
  const seconds = (performance.now() - begin) / 1000;
  print(
    `${won ? 'phased wins on both' : 'phased does NOT win on both against all'} (${seconds.toFixed(0)} s)\n`,
  );
  return { scenario, seconds, figures, lead, won };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function main(): number {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      'half-read': { type: 'string' },
      'leave-share': { type: 'string' },
      json: { type: 'string' },
    },
  });
  const seed = Number(values.seed ?? 1);
  const halfRead = Number(values['half-read'] ?? usualAssumptions.alertsUntilHalfRead);
  const leaveShare = Number(values['leave-share'] ?? usualAssumptions.leaveShare);
  const assumptions = { ...usualAssumptions, alertsUntilHalfRead: halfRead, leaveShare };
  if (
    positionals.some((name) => !(name in scenarios)) ||
    !Number.isInteger(seed) ||
    !(halfRead > 0) ||
    !(leaveShare >= 0)
  ) {
    process.stderr.write(usage);
    return 2;
  }
  const results = Object.entries(scenarios)
    .filter(([name]) => positionals.length === 0 || positionals.includes(name))
    .map(([, scenario]) => play(scenario, seed, assumptions));
  if (values.json)
    writeFileSync(values.json, `${JSON.stringify({ seed, assumptions, results }, undefined, 2)}\n`);
  return results.every(({ won }) => won) ? 0 : 1;
}

process.exitCode = main();
