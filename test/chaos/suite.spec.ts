import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import {
  type LedgerAudit,
  type Reconciliation,
  type ServiceName,
  serviceNames,
  services,
  type Totals,
} from '#contracts';
import { freePort, poll, projectRoot } from '#local';
import { newId, readConfig } from '#platform';
import { parseRegion } from '#regions';
import {
  allConsumed,
  claimFaults,
  createPostgres,
  hurryRedelivery,
  type OwnPostgres,
  seedErrands,
  type SeededErrands,
  startHouse,
  type TestHouse,
} from '#testing';
import { AccessTokens } from '../../apps/gateway/src/access.tokens.js';
import { subdistrict } from '../../apps/suite/src/demo.data.js';
import { loadDemo } from '../../apps/suite/src/demo.js';
import { randomOf } from '../sim/ledger/history.js';
import { Client } from './client.js';
import { differences, isSettled, recountTables } from './recount.js';
import { ServiceProcess } from './service.process.js';
import { Town } from './town.js';

// Real: a PostgreSQL of this file's own that keeps what it committed, NATS, the suite as it is deployed, clients over
// HTTP who repeat what was not answered.
const seed = Number(process.env['CHAOS_SEED'] ?? 20260302);
const consumers = serviceNames.filter((name): name is ServiceName => services[name].consumes.length > 0);
const random = randomOf(seed);
let house: TestHouse;
let postgres: OwnPostgres;
let suite: ServiceProcess;
let tokens: AccessTokens;
let seeded: SeededErrands;
let url: string;

beforeAll(async () => {
  postgres = await createPostgres('volunteers', 'stations', 'tasks', 'ledger', 'reporting');
  house = await startHouse([], { database: postgres });
  await loadDemo(house.env);
  // What a killed process had fetched would otherwise come again after half a minute only.
  await hurryRedelivery(house.nats, ...consumers);
  seeded = await seedErrands(house.database.adminUrl, {
    errands: 3_000,
    volunteers: 200,
    slots: 2,
    lanes: 100,
    from: new Date(Date.now() + 4 * 3_600_000),
  });
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const settings = {
    ACTIVE_CLAIM_LIMIT: '100',
    ACCESS_TOKEN_MINUTES: '60',
    REQUESTS_PER_MINUTE: '100000000',
    NODE_ENV: 'production',
    PORT: String(port),
  };
  const { tokenKeyFile } = readConfig('gateway', ['gateway'], house.env);
  tokens = await AccessTokens.open(tokenKeyFile, 60, 5);
  suite = new ServiceProcess('suite', { ...house.env, ...settings });
  await suite.start();
}, 120_000);
afterAll(async () => {
  await suite.kill();
  await house.stop();
});

const strikes = {
  suite: async () => {
    await suite.kill();
    await suite.start();
  },
  postgres: async () => {
    await postgres.kill();
    await postgres.start();
  },
  nats: async () => {
    await house.nats.kill();
    await house.nats.start();
  },
};
const plan: (keyof typeof strikes)[] = [
  'suite',
  'postgres',
  'suite',
  'suite',
  'nats',
  'suite',
  'postgres',
  'suite',
];

async function as(role: 'official' | 'administrator', region: string): Promise<Client> {
  const session = { sessionId: newId(), refreshToken: '', refreshExpiresAt: '' };
  return new Client(url, await tokens.issue({ ...session, actorId: newId(), role, region }), false);
}

/** Waits until so many more requests have been answered. */
function untilAnswered(more: number): Promise<true> {
  const goal = Client.answered + more;
  return poll(
    () => Promise.resolve(Client.answered >= goal || undefined),
    60_000,
    () => new Error(`the town stands still after ${Client.answered} answers`),
  );
}

describe(`a town whose suite, PostgreSQL and NATS are killed (seed ${seed})`, () => {
  it('loses, doubles and miscounts nothing', async () => {
    const town = new Town(url, tokens, seeded, random);
    const day = town.live(12, 6);
    const dayFailed = day.then(() => new Promise<never>(() => undefined));
    for (const strike of plan) {
      await Promise.race([untilAnswered(60 + random(240)), dayFailed]);
      await strikes[strike]();
    }
    await Promise.race([untilAnswered(100), dayFailed]);
    town.close();
    await day;
    await poll(
      async () => {
        for (const name of consumers) await allConsumed(house.nats, name);
        return (await isSettled(house.database.adminUrl)) || undefined;
      },
      30_000,
      () => new Error('events are still on their way'),
    );

    const { told } = town;
    expect(Client.repeated).toBeGreaterThan(0);
    expect(told.claims.size).toBeGreaterThan(100);
    expect(told.records.size).toBeGreaterThan(10);
    expect(await differences(house.database.adminUrl, told)).toEqual([]);
    expect(await claimFaults(house.database.adminUrl)).toEqual([]);

    const { code, last } = parseRegion(subdistrict);
    const official = await as('official', '120116');
    const totals = await official.get<Totals>(`/reports/totals?region=${subdistrict}`);
    expect(totals.body?.metrics).toEqual(
      await recountTables(house.database.adminUrl, [code, last], seeded.errandIds),
    );
    const administrator = await as('administrator', '12');
    const reconciled = { region: '120116' };
    const compared = await administrator.post<Reconciliation>('/reports/reconcile', reconciled);
    // Seeded errands were posted by nobody; the demo's people are all in their registers.
    expect(compared.body?.differences).toEqual([]);
    await house.sql('update reporting.day_counter set errands_claimed = 0, home_attested_minutes = 7');
    await house.sql('delete from reporting.counted_record');
    await administrator.post('/reports/reconcile', { ...reconciled, rebuild: true });
    const rebuilt = await official.get<Totals>(`/reports/totals?region=${subdistrict}`);
    expect(rebuilt.body?.metrics).toEqual(totals.body?.metrics);
    const audit = await administrator.get<LedgerAudit>('/ledger/audit?region=1201');
    expect(audit.body).toMatchObject({ consistent: true, transferCount: told.records.size });
    expect(await run('dead-letters.js', 'list')).toEqual({ exitCode: 0, output: '' });
    const { exitCode, output } = await run('reporting.cli.js', 'reconcile', '--region', '120116');
    expect([exitCode, (JSON.parse(output) as Reconciliation).differences]).toEqual([0, []]);

    await suite.stop();
    await suite.start();
    expect((await official.get<Totals>(`/reports/totals?region=${subdistrict}`)).body?.metrics).toEqual(
      totals.body?.metrics,
    );
  }, 300_000);
});

async function run(command: string, ...args: string[]): Promise<{ exitCode: number | null; output: string }> {
  const child = spawn(process.execPath, [join(projectRoot, 'dist/apps/suite/src', command), ...args], {
    env: { ...process.env, ...house.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (text) => (output += String(text)));
  await once(child, 'exit');
  return { exitCode: child.exitCode, output };
}
