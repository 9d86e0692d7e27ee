import pg from 'pg';
import { type Actor, ledger, type PostTransferInput } from '#contracts';
import { withClient } from '#local';
import { type BatchCall, connectNats, newId, newTraceId, RpcClient, startService } from '#platform';
import { openCity } from '#testing';
import { ledgerService } from '../../apps/ledger/src/definition.js';
import { LedgerService } from '../../apps/ledger/src/ledger.service.js';
import { PostingService } from '../../apps/ledger/src/posting.service.js';
import type { Transfer } from '../../apps/ledger/src/transfer.js';
import { alternate, type BenchResult, type Figure, figure, median, medianRatio } from './harness.js';
import { statementBench } from './statement.bench.js';
import { benchSettings, type BenchServers, type Stack, startStack } from './stack.js';

const members = 2_000;
const fundedMinutes = 500_000;
const singleConnections = 16;
/** Post at once: a city has one writer, the service has many cities. */
const postingCities = 4;
const rpcCallers = 1_024;
const secondsARound = 3;
const system: Actor = { id: 'tasks', role: 'system' };

/** A transfer more, between accounts of the city. */
type Next = () => PostTransferInput;

interface City {
  cityCode: number;
  isChained: boolean;
  /** Between two members who meet by chance. */
  random: Next;
  /** From the one account that issues to members. */
  hot: Next;
}

/**
 * Posting by the service itself, in sets against one by one, against the barest entries there are, on a hot
 * account, without its chain, and through NATS from another process. Every round has a city of its own,
 * which is audited in the end.
 */
export async function ledgerBench(
  servers: BenchServers,
  rounds: number,
  _connections: number,
  transfers: readonly number[],
): Promise<BenchResult> {
  const posted = await postingBench(servers, rounds);
  const read = await statementBench(servers, transfers);
  return {
    settings: { ...posted.settings, ...read.settings },
    figures: [...posted.figures, ...read.figures],
  };
}

/** The ledger alone: what other services do with its events is their cost. */
async function postingBench(servers: BenchServers, rounds: number): Promise<BenchResult> {
  const pool = { LEDGER_POOL_SIZE: String(singleConnections + 4) };
  const inProcess = await startStack(servers, 'ledger_in_process', pool, 'nothing');
  const overRpc = await startStack(servers, 'ledger_over_rpc', pool, 'ledger');
  const service = await startService(ledgerService, inProcess.env);
  const bare = await bareEntries(servers.postgres.adminUrl);
  const gateway = await connectNats('gateway', overRpc.env['GATEWAY_NATS_URL'] ?? '');
  const client = new RpcClient(gateway);
  const cities = new Cities();
  const posting = service.app.get(PostingService);
  const unchained = unchainedPosting(posting);
  const batches = (size: number, kind: 'random' | 'hot' = 'random') =>
    cities.with(inProcess, posting, (city) => driveBatches(posting, city[kind], size));
  try {
    const rates = await alternate(rounds, {
      single: () => cities.with(inProcess, posting, (city) => driveSingles(posting, city.random)),
      manyCities: () => cities.withMany(inProcess, posting),
      bare: () => bare.round(),
      batch256: () => batches(256),
      hot256: () => batches(256, 'hot'),
      unchained256: () =>
        cities.with(inProcess, posting, (city) => driveBatches(unchained, city.random, 256), false),
      batch512: () => cities.withSeveral(inProcess, posting, 512),
      oneCity512: () => batches(512),
      rpc: () => cities.with(overRpc, client, (city) => driveRpc(client, city.random)),
    });
    await cities.verify(service.app.get(LedgerService), client);
    return {
      settings: {
        ...benchSettings,
        rounds,
        secondsARound,
        members,
        singleConnections,
        postingCities,
        rpcCallers,
      },
      figures: postingFigures(rates),
    };
  } finally {
    await gateway.close();
    await service.stop();
    await Promise.all([bare.end(), inProcess.stop(), overRpc.stop()]);
  }
}

type Contestant =
  | 'single'
  | 'manyCities'
  | 'bare'
  | 'batch256'
  | 'hot256'
  | 'unchained256'
  | 'batch512'
  | 'oneCity512'
  | 'rpc';

/** @param rates transfers a second of each, round by round */
function postingFigures(rates: Record<Contestant, number[]>): Figure[] {
  const { single, manyCities, bare, batch256, hot256, unchained256, batch512, oneCity512, rpc } = rates;
  return [
    figure('ledger.batch256_over_single', medianRatio(batch256, single), 'ratio', { atLeast: 8 }),
    figure('ledger.batch512_over_bare_insert', medianRatio(batch512, bare), 'ratio', { atLeast: 2 }),
    figure('ledger.batch512_one_city_over_bare_insert', medianRatio(oneCity512, bare), 'ratio'),
    figure('ledger.hot_over_random', medianRatio(hot256, batch256), 'ratio', { atLeast: 0.8 }),
    figure('ledger.chain_on_over_off', medianRatio(batch256, unchained256), 'ratio', { atLeast: 0.9 }),
    figure('ledger.rpc_over_inprocess', medianRatio(rpc, oneCity512), 'ratio', { atLeast: 0.7 }),
    figure('ledger.batch256_over_single_many_cities', medianRatio(batch256, manyCities), 'ratio'),
    figure('ledger.single_per_second', median(single), 'transfers/s'),
    figure('ledger.single_many_cities_per_second', median(manyCities), 'transfers/s'),
    figure('ledger.batch256_per_second', median(batch256), 'transfers/s'),
    figure('ledger.batch512_per_second', median(batch512), 'transfers/s'),
    figure('ledger.batch512_one_city_per_second', median(oneCity512), 'transfers/s'),
    figure('ledger.rpc_per_second', median(rpc), 'transfers/s'),
    figure('ledger.bare_per_second', median(bare), 'transfers/s'),
  ];
}

/** The cities of all rounds, and the proof that each of them is right. */
class Cities {
  private readonly opened: { stack: Stack; city: City }[] = [];
  private last = 1000;

  /** Runs a round in a fresh city whose members have minutes to give. */
  async with(
    stack: Stack,
    poster: PostingService | RpcClient,
    round: (city: City) => Promise<number>,
    isChained = true,
  ): Promise<number> {
    const city = await this.open(stack, poster, isChained);
    await tidy(stack);
    return round(city);
  }

  /** One by one as well, but every connection in a city of its own, so that none waits for another's commit. */
  async withMany(stack: Stack, posting: PostingService): Promise<number> {
    const free: City[] = [];
    for (let count = 0; count < singleConnections; count++)
      free.push(await this.open(stack, posting, true, 100));
    await tidy(stack);
    return drive(singleConnections, async () => {
      const city = free.pop() as City;
      await postAll(posting, [city.random()]);
      free.push(city);
      return 1;
    });
  }

  /** Batches of several cities at once, each city waiting for its own. */
  async withSeveral(stack: Stack, posting: PostingService, size: number): Promise<number> {
    const free: City[] = [];
    for (let count = 0; count < postingCities; count++) free.push(await this.open(stack, posting, true));
    await tidy(stack);
    return drive(postingCities, async () => {
      const city = free.pop() as City;
      await postAll(posting, Array.from({ length: size }, city.random));
      free.push(city);
      return size;
    });
  }

  private async open(
    stack: Stack,
    poster: PostingService | RpcClient,
    isChained: boolean,
    size = members,
  ): Promise<City> {
    // A code that ends in 00 is a province, which has no ledger.
    if (++this.last % 100 === 0) this.last++;
    const city = await openCity(stack.adminUrl, this.last, size);
    const grants = city.people.map((id) => city.transfer(city.bank, id, fundedMinutes));
    for (let start = 0; start < grants.length; start += 500)
      await postAll(poster, grants.slice(start, start + 500));
    let turn = 0;
    const member = (place: number) => city.people[place % size] ?? city.bank;
    const opened: City = {
      ...{ cityCode: city.cityCode, isChained },
      random: () => {
        const from = ++turn * 7919;
        return city.transfer(member(from), member(from + 1 + ((turn * 31) % (size - 1))), 1 + (turn % 5));
      },
      hot: () => city.transfer(city.bank, member(++turn * 7919), 1 + (turn % 5)),
    };
    this.opened.push({ stack, city: opened });
    return opened;
  }

  /** @throws Error when a number is missing, a counter drifts, or a member is below nothing */
  async verify(service: LedgerService, client: RpcClient): Promise<void> {
    for (const { stack, city } of this.opened) {
      const region = String(city.cityCode);
      const isOverRpc = stack !== this.opened[0]?.stack;
      const audit = isOverRpc
        ? await client.call(ledger.audit, { region }, { actor: system, traceId: newTraceId() })
        : await service.audit({ region }, system);
      const fits = audit.sumsToZero && audit.countersMatch && audit.gapless && audit.statementsFit;
      if (!fits || (city.isChained && !audit.consistent))
        throw new Error(`broken invariants: ${JSON.stringify(audit)}`);
      const below = await withClient(stack.adminUrl, (admin) =>
        admin.query(
          `select 1 from ledger.account where city_code = $1 and kind = 'personal'
             and credited_minutes - debited_minutes < 0`,
          [city.cityCode],
        ),
      );
      if (below.rowCount) throw new Error(`${below.rowCount} negative balances in ${region}`);
    }
  }
}

async function tidy(stack: Stack): Promise<void> {
  await withClient(stack.adminUrl, (client) =>
    client.query('vacuum analyze ledger.transfer, ledger.account'),
  );
}

/** The same service, but linking nothing. */
function unchainedPosting(posting: PostingService): PostingService {
  const link = Buffer.alloc(32, 1);
  const linksOf = (_head: Buffer, _cityCode: number, transfers: readonly Transfer[]) =>
    transfers.map(() => link);
  return Object.assign(Object.create(posting) as PostingService, { linksOf });
}

function callOf(input: PostTransferInput): BatchCall<PostTransferInput> {
  return { input, actor: system, traceId: newTraceId() };
}

async function postAll(poster: PostingService | RpcClient, inputs: PostTransferInput[]): Promise<void> {
  if (poster instanceof RpcClient) {
    await Promise.all(
      inputs.map((input) => poster.call(ledger.post, input, { actor: system, traceId: newTraceId() })),
    );
    return;
  }
  const outcomes = await poster.post(inputs.map(callOf));
  const refused = outcomes.find((outcome) => 'error' in outcome);
  if (refused) throw new Error(`not posted: ${JSON.stringify(refused)}`);
}

/** Calls `step` over and over on so many lanes; answers transfers a second. */
async function drive(lanes: number, step: () => Promise<number>): Promise<number> {
  const begin = performance.now();
  const until = begin + secondsARound * 1000;
  const lane = async () => {
    let done = 0;
    while (performance.now() < until) done += await step();
    return done;
  };
  const counts = await Promise.all(Array.from({ length: lanes }, lane));
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - begin) / 1000);
}

function driveBatches(posting: PostingService, next: Next, size: number): Promise<number> {
  return drive(1, async () => {
    await postAll(posting, Array.from({ length: size }, next));
    return size;
  });
}

function driveSingles(posting: PostingService, next: Next): Promise<number> {
  return drive(singleConnections, async () => {
    await postAll(posting, [next()]);
    return 1;
  });
}

function driveRpc(client: RpcClient, next: Next): Promise<number> {
  return drive(rpcCallers, async () => {
    await client.call(ledger.post, next(), { actor: system, traceId: newTraceId() });
    return 1;
  });
}

/** The floor: two entries a transaction, prepared, no accounts, no checks, over sixteen connections. */
async function bareEntries(adminUrl: string) {
  const clients = await Promise.all(
    Array.from({ length: singleConnections }, async () => {
      const client = new pg.Client({ connectionString: adminUrl });
      await client.connect();
      return client;
    }),
  );
  const [first] = clients as [pg.Client];
  const round = async () => {
    await first.query('drop table if exists bare_entry');
    await first.query(`create table bare_entry (
      id bigint generated always as identity primary key, transfer_id uuid, account_id uuid, minutes int)`);
    const accounts = Array.from({ length: members }, newId);
    let turn = 0;
    const free = [...clients];
    return drive(singleConnections, async () => {
      const client = free.pop() as pg.Client;
      const [from, to] = [accounts[++turn % members], accounts[(turn * 7919) % members]];
      await client.query({
        name: 'bare',
        text: 'insert into bare_entry (transfer_id, account_id, minutes) values ($1, $2, -$4::int), ($1, $3, $4)',
        values: [newId(), from, to, 1 + (turn % 5)],
      });
      free.push(client);
      return 1;
    });
  };
  return { round, end: () => Promise.all(clients.map((client) => client.end())) };
}
