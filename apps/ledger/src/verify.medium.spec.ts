import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Actor, ledger } from '#contracts';
import { withClient } from '#local';
import { ManualClock } from '#platform';
import { type LedgerCity, openCity, startHouse, testServers, type TestHouse } from '#testing';
import { ledgerService, ledgerTool } from './definition.js';
import { HeadsService } from './heads.service.js';
import type { VerifyResult } from './verify.js';

// Real: PostgreSQL, NATS, the ledger, files of heads. Rows are tampered with past every guard.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let folder: string;
let city: LedgerCity;
let lastCity = 5301;

beforeAll(async () => {
  folder = await mkdtemp(join(testServers().folder, 'verify-'));
  house = await startHouse([ledgerService], { clock, env: { LEDGER_HEADS_DIR: folder } });
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Forty transfers on the first day, five on the second, three since. */
beforeEach(async () => {
  city = await openCity(house.database.adminUrl, lastCity++, 2);
  const { bank, people, transfer } = city;
  for (const count of [40, 5, 3]) {
    const moves = Array.from({ length: count }, (_, index) => transfer(bank, people[index % 2]!, 10));
    await Promise.all(moves.map((move) => house.ask(ledger.post, move, system)));
    if (count === 3) continue;
    clock.advanceMinutes(24 * 60);
    await house.services[0]!.app.get(HeadsService).publishDue();
  }
});

async function tool(...args: string[]) {
  const lines: string[] = [];
  const notes: string[] = [];
  const code = await ledgerTool([...args], house.env, {
    result: (line) => lines.push(line),
    note: (line) => notes.push(line),
  });
  return { code, notes, results: lines.map((line) => JSON.parse(line) as VerifyResult) };
}

const verify = (...more: string[]) => tool('verify', '--city', String(city.cityCode), ...more);

/** Changes as a superuser who switches the triggers off. */
async function tamper(sql: string): Promise<void> {
  await withClient(house.database.adminUrl, async (client) => {
    await client.query('set session_replication_role = replica');
    await client.query('set search_path = ledger');
    await client.query(sql.replace('$city', `city_code = ${city.cityCode}`));
  });
}

const firstFault = async (...more: string[]) => {
  const { code, results } = await verify(...more);
  expect(code).toBe(1);
  return results[0]?.faults[0];
};

describe('npm run ledger -- verify', () => {
  it('finds every row in the chain and every head in the rows', async () => {
    const { code, results } = await verify();
    expect(code).toBe(0);
    expect(results).toEqual([
      expect.objectContaining({
        ...{
          cityCode: city.cityCode,
          transferCount: 48,
          headCount: 2,
          publishedCount: 2,
          faults: [],
          fits: true,
        },
      }),
    ]);
  });

  it('checks all cities where none is named', async () => {
    const { results } = await tool('verify');
    expect(results.map(({ cityCode }) => cityCode)).toContain(city.cityCode);
    expect(results.length).toBeGreaterThan(1);
  });

  it.each([
    [
      'a changed row',
      'update transfer set minutes = 11 where $city and sequence = 7',
      { check: 'chain', sequence: 7 },
    ],
    ['a lost row', 'delete from transfer where $city and sequence = 20', { check: 'gap', sequence: 20 }],
    ['a lost last row', 'delete from transfer where $city and sequence = 48', { check: 'end', sequence: 48 }],
    [
      'lost rows of a day',
      'delete from transfer where $city and sequence > 40',
      { check: 'gap', sequence: 41 },
    ],
    [
      'a changed head',
      `update ledger_head_day set merkle_root = chain_seal where $city and first_sequence = 1`,
      { check: 'published' },
    ],
    ['a lost head', 'delete from ledger_head_day where $city and first_sequence = 1', { check: 'line' }],
    [
      'another salt',
      `update ledger_head_day set salt = chain_seal where $city and first_sequence = 1`,
      { check: 'bundle', sequence: 1, lastSequence: 16 },
    ],
  ] as const)('names %s', async (_, sql, fault) => {
    await tamper(sql);
    expect(await firstFault()).toMatchObject(fault);
  });

  it('names the sixteen rows among which a whole chain was rewritten', async () => {
    const rows = await house.sql<{ link: Buffer }>(
      'select chain_hash as link from ledger.transfer where city_code = $1 order by sequence',
      [city.cityCode],
    );
    await rewriteFrom(
      20,
      rows.map(({ link }) => link),
    );
    expect(await firstFault()).toEqual({
      ...{ check: 'bundle', day: expect.stringMatching(/^2026-/) as unknown, sequence: 17, lastSequence: 32 },
    });
  });

  it('finds a head that was published otherwise, or is gone, by the file alone', async () => {
    const kept = await mkdtemp(join(testServers().folder, 'kept-'));
    const name = `${city.cityCode}.jsonl`;
    await cp(join(folder, name), join(kept, name));
    const text = await readFile(join(kept, name), 'utf8');
    const [first = ''] = text.split('\n');
    const { day, headHash } = JSON.parse(first) as { day: string; headHash: string };
    await writeFile(join(kept, name), text.replaceAll(headHash, 'a'.repeat(64)));
    expect(await firstFault('--heads', kept)).toEqual({ check: 'published', day });
    await writeFile(join(kept, name), text.replaceAll(day, '2025-12-31'));
    expect(await firstFault('--heads', kept)).toEqual({ check: 'missing', day: '2025-12-31' });
    await rm(kept, { recursive: true });
  });

  it('audits, shows the newest head, and says when it cannot look', async () => {
    const named = ['--city', String(city.cityCode)];
    expect(await tool('audit', ...named)).toMatchObject({ code: 0, results: [{ consistent: true }] });
    expect(await tool('head', ...named)).toMatchObject({
      code: 0,
      results: [{ firstSequence: 41, transferCount: 5 }],
    });
    await tamper('update account set credited_minutes = credited_minutes + 1 where $city');
    expect(await tool('audit', ...named)).toMatchObject({ code: 1, results: [{ consistent: false }] });
    for (const args of [
      [],
      ['verify', '--city', '12'],
      ['mend'],
      ['verify', '--heads', '/nowhere'],
      ['verify', 'x'],
    ]) {
      const { code, notes } = await tool(...args);
      expect([code, notes.length]).toEqual([2, 1]);
    }
  });
});

/** Gives a row other minutes and every later one the link that follows, as who holds the database could. */
async function rewriteFrom(sequence: number, links: Buffer[]): Promise<void> {
  const { chainHash } = await import('./chain.js');
  const { readRange } = await import('./heads.store.js');
  await tamper(`update transfer set minutes = 11 where $city and sequence = ${sequence}`);
  let link = links[sequence - 2]!;
  const reader = {
    query: <Row extends object>(text: string, values: unknown[] = []) =>
      house.sql<Row>(text.replace('from transfer', 'from ledger.transfer'), values),
  };
  for (const row of await readRange(reader, city.cityCode, sequence, 48)) {
    link = chainHash(link, city.cityCode, row);
    const hex = `'\\x${link.toString('hex')}'`;
    await tamper(`update transfer set chain_hash = ${hex} where $city and sequence = ${row.sequence}`);
  }
  await tamper(`update ledger_head set chain_hash = '\\x${link.toString('hex')}' where $city`);
}
