import { parseArgs } from 'node:util';
import { alertsBench } from './alerts.bench.js';
import { claimBench } from './claim.bench.js';
import { consoleBench } from './console.bench.js';
import { feedBench } from './feed.bench.js';
import { growthBench } from './growth.bench.js';
import { type BenchResult, progress, publish } from './harness.js';
import { Keeper } from './keeper.js';
import { ledgerBench } from './ledger.bench.js';
import { phoneBench } from './phone.bench.js';
import { registerBench } from './register.bench.js';
import { reportBench } from './report.bench.js';
import { type BenchServers, startBenchServers } from './stack.js';

type Bench = (
  servers: BenchServers,
  rounds: number,
  connections: number,
  transfers: readonly number[],
  volunteers: readonly number[],
  errands: readonly number[],
  people: readonly number[],
) => Promise<BenchResult>;
const benches: Record<string, Bench> = {
  claim: claimBench,
  ledger: ledgerBench,
  feed: (servers, rounds, _connections, _transfers, _volunteers, [open = 0, closed = 0]) =>
    feedBench(servers, rounds, open, closed),
  alerts: alertsBench,
  report: (servers, rounds, _connections, _transfers, volunteers) => reportBench(servers, rounds, volunteers),
  register: (servers, rounds, connections, _transfers, _volunteers, _errands, [digests = 0, lines = 0]) =>
    registerBench(servers, rounds, connections, digests, lines),
  phone: (servers, rounds) => phoneBench(servers, rounds),
  growth: growthBench,
  console: consoleBench,
};
/** Sizes of the ledgers whose statements are read; a hundred million take some 40 GB and an hour. */
const usualTransfers = '1000000,10000000';
const mostTransfers = 100_000_000;
/** Volunteers of the countries whose totals are read, whole millions; a hundred million take some 12 GB. */
const usualVolunteers = '1000000,100000000';

/** Errands that are open and closed beside each other when the feed is read; eleven million take some 5 GB. */
const usualErrands = '1000000,10000000';

/** ID numbers among which one is looked up, and lines of the roll that is read in. */
const usualPeople = '10000000,1000000';

const usage = `用法 / usage: npm run bench -- ${Object.keys(benches).join(' | ')} [--rounds 5] [--connections 256] [--transfers ${usualTransfers} | none] [--volunteers ${usualVolunteers}] [--errands ${usualErrands}] [--people ${usualPeople}] [--json FILE]\n`;

async function main(keeper: Keeper): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      connections: { type: 'string' },
      transfers: { type: 'string' },
      volunteers: { type: 'string' },
      errands: { type: 'string' },
      people: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const unknown = positionals.filter((name) => !(name in benches));
  const rounds = Number(values.rounds ?? 5);
  const connections = Number(values.connections ?? 256);
  const sizes = values.transfers ?? usualTransfers;
  const transfers = sizes === 'none' ? [] : sizes.split(',').map(Number);
  const volunteers = (values.volunteers ?? usualVolunteers).split(',').map(Number);
  const errands = (values.errands ?? usualErrands).split(',').map(Number);
  const people = (values.people ?? usualPeople).split(',').map(Number);
  if (
    unknown.length > 0 ||
    people.length !== 2 ||
    !people.every((count) => Number.isInteger(count) && count >= 10_000 && count <= 10_000_000) ||
    errands.length !== 2 ||
    !errands.every((count) => Number.isInteger(count) && count >= 10_000) ||
    !Number.isInteger(rounds) ||
    rounds < 1 ||
    !transfers.every((size) => Number.isInteger(size) && size >= 1_000 && size <= mostTransfers) ||
    !volunteers.every((size) => size >= 1_000_000 && size % 1_000_000 === 0 && size <= mostTransfers) ||
    !(connections >= 1 && connections <= 1024)
  ) {
    process.stderr.write(usage);
    return 2;
  }
  const servers = await startBenchServers(keeper);
  const all: BenchResult = { settings: {}, figures: [] };
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue;
      progress(`== ${name}`);
      const { settings, figures } = await bench(
        servers,
        rounds,
        connections,
        transfers,
        volunteers,
        errands,
        people,
      );
      Object.assign(all.settings, settings);
      all.figures.push(...figures);
    }
  } finally {
    await servers.stop();
  }
  publish(all, values.json);
  return all.figures.every(({ met }) => met !== false) ? 0 : 1;
}

const keeper = new Keeper();
// What is still open when it was killed must not hold the process.
process.exit(await keeper.run(() => main(keeper)));
