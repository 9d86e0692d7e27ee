import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledger, systemActor } from '#contracts';
import { newId } from '#platform';
import { openCity, startHouse, type TestHouse } from '#testing';
import { ledgerService, ledgerTool } from './definition.js';
import { silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger, the command line.
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([ledgerService]);
});
afterAll(() => house.stop());

describe('npm run ledger -- policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shunlu-policy-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const fileOf = (content: object) => {
    const file = join(folder, `${newId()}.json`);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  const tool = async (...args: string[]) => {
    const lines: string[] = [];
    const output = { result: (line: string) => lines.push(line), note: (line: string) => lines.push(line) };
    return { code: await ledgerTool(['policy', ...args], house.env, output), lines };
  };

  it('lists versions, checks a file and replays days under it', async () => {
    const { cityCode, bank, people, transfer } = await openCity(house.database.adminUrl, 6501, 1);
    const city = ['--city', String(cityCode)];
    const earned = transfer(bank, people[0] ?? '', 50);
    await house.call(
      ledger.post,
      { ...earned, code: 'earn' },
      { actor: systemActor('tasks'), traceId: '0'.repeat(32) },
    );
    await house.sql(
      `insert into ledger.earned_record (city_code, record_id, version, transfer_id, volunteer_id, service_minutes,
         verification, ended_at, service_day, credited_minutes)
       values ($1, $2, 1, $3, $4, 50, 'deviceVerified', '2026-03-02T00:30:00Z', '2026-03-02', 50)`,
      [cityCode, newId(), earned.id, people[0]],
    );
    expect(JSON.parse((await tool('list', ...city)).lines[0] ?? '')).toMatchObject({
      version: 1,
      isInForce: true,
    });
    const halves = { ...silentPolicy, rounding: { stepMinutes: 30, mode: 'down' } };
    expect(await tool('check', fileOf(halves), ...city)).toMatchObject({ code: 0 });
    const wrong = await tool('check', fileOf({ ...halves, balanceCap: 90 }), ...city);
    expect([wrong.code, ...wrong.lines.map((line) => line.split('\n')[0])]).toEqual([1, 'policy.undecided']);
    const late = { versions: [{ effectiveFrom: '2020-01-01', policy: silentPolicy }] };
    expect((await tool('check', fileOf(late), ...city)).lines[0]).toMatch(/^policy.notFuture/);
    const days = ['--from', '2026-03-01', '--to', '2026-03-31'];
    const [totals] = (await tool('dry-run', fileOf(halves), ...city, ...days)).lines;
    expect(JSON.parse(totals ?? '')).toMatchObject({ recordCount: 1, loserCount: 1, lostMinutes: 20 });
  });

  it('says what it cannot read', async () => {
    const city = ['--city', '6199'];
    expect((await tool('check', join(folder, 'none.json'), ...city)).code).toBe(2);
    expect((await tool('check', fileOf({ unit: 'hour' }), ...city)).lines[0]).toMatch(/^request.invalid/);
    for (const args of [[], ['list'], ['check', ...city], ['dry-run', 'x', ...city], ['list', '--city', '1']])
      expect((await tool(...args)).lines[0]).toMatch(/^用法/);
  });
});
