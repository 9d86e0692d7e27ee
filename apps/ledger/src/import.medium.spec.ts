import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Actor, ledger } from '#contracts';
import { newId } from '#platform';
import { startHouse, testServers, type TestHouse } from '#testing';
import { ledgerService, ledgerTool } from './definition.js';
import type { ImportResult } from './import.service.js';

// Real: the tool, PostgreSQL, and the ledger that runs beside it.
const system: Actor = { id: 'tasks', role: 'system' };
const owners = Array.from({ length: 20 }, newId);
let house: TestHouse;
let folder: string;
let city = 6100;

beforeAll(async () => {
  folder = await mkdtemp(join(testServers().folder, 'import-'));
  house = await startHouse([ledgerService]);
});
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  city++;
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Refusal {
  line: number;
  id?: string;
  field: string;
  zh: string;
  en: string;
}

async function run(lines: readonly string[], ...options: string[]) {
  const file = join(folder, `${newId()}.csv`);
  await writeFile(file, ['id,ownerId,kind,minutes,day', ...lines].join('\n'));
  const [results, notes]: [string[], string[]] = [[], []];
  const code = await ledgerTool(['import', file, '--city', String(city), ...options], house.env, {
    result: (line) => results.push(line),
    note: (line) => notes.push(line),
  });
  const all = results.map((line) => JSON.parse(line) as Refusal | ImportResult);
  return { code, notes, result: all.at(-1) as ImportResult, refusals: all.slice(0, -1) as Refusal[] };
}

const goodLine = (place: number) => `L${place},${owners[place % owners.length]},opening,${1 + (place % 90)},`;
const minutesOf = (places: number[]) => places.reduce((sum, place) => sum + 1 + (place % 90), 0);
const places = (count: number) => Array.from({ length: count }, (_, place) => place);

async function transfers() {
  const [row] = await house.sql<{ count: number; sum: number }>(
    'select count(*)::int as count, coalesce(sum(minutes), 0)::int as sum from ledger.transfer where city_code = $1',
    [city],
  );
  return row;
}

describe('npm run ledger -- import', () => {
  it('reports the bad lines by number and reason, and the rest goes on', async () => {
    const lines = places(3_000).map(goodLine);
    lines[700] = `L700,${owners[0]},opening,0,`;
    lines[1_801] = '����';
    const good = places(3_000).filter((place) => place !== 700 && place !== 1_801);
    const { code, result, refusals } = await run(lines, '--apply');
    expect(code).toBe(1);
    expect(refusals).toEqual([
      {
        line: 702,
        field: 'minutes',
        zh: '须为 1 至 1000000 的整数',
        en: 'must be a whole number from 1 to 1000000',
      },
      expect.objectContaining({ line: 1_803, field: '' }),
    ]);
    const sum = minutesOf(good);
    expect(result).toEqual({
      lines: 3_000,
      posted: 2_998,
      known: 0,
      refused: 2,
      postedMinutes: sum,
      applied: true,
    });
    expect(await transfers()).toEqual({ count: 2_998, sum });
    const audit = await house.ask(ledger.audit, { region: String(city) }, system);
    expect(audit).toMatchObject({ consistent: true, transferCount: 2_998, issuedMinutes: sum });
  });

  it('tries everything and keeps nothing without --apply', async () => {
    const lines = [...places(600).map(goodLine), `x,${owners[0]},opening,-1,`];
    const { code, result } = await run(lines);
    expect([code, result.posted, result.refused, result.applied]).toEqual([1, 600, 1, false]);
    expect(await transfers()).toEqual({ count: 0, sum: 0 });
  });

  it('is run again after it was broken off, and posts each line once', async () => {
    await run(places(1_200).map(goodLine), '--apply');
    const again = await run(places(2_000).map(goodLine), '--apply');
    expect(again.result).toMatchObject({ posted: 800, known: 1_200, refused: 0 });
    expect(again.code).toBe(0);
    expect(await transfers()).toEqual({ count: 2_000, sum: minutesOf(places(2_000)) });
  });

  it('tells a line whose id came with other content, and lines of two sources apart', async () => {
    const line = `L1,${owners[1]},opening,30,`;
    const { refusals } = await run([line, `L1,${owners[1]},opening,31,`, line], '--apply');
    expect(refusals).toEqual([
      {
        line: 3,
        id: 'L1',
        field: 'ledger.transferConflict',
        zh: '同一编号的转账内容不同',
        en: 'A transfer with this id has other content',
      },
    ]);
    expect((await run([line], '--apply', '--source', 'other-bank')).result.posted).toBe(1);
    expect(await transfers()).toEqual({ count: 2, sum: 60 });
  });

  it('keeps the day of a service, and tells the ledger’s listeners', async () => {
    await run([`S1,${owners[2]},earned,45,2024-05-06`], '--apply');
    const [row] = await house.sql<{ code: string; reference: string; day: string }>(
      `select code, reference, to_char(effective_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
       from ledger.transfer where city_code = $1`,
      [city],
    );
    expect(row).toEqual({ code: 'earn', reference: 'import:import.S1', day: '2024-05-06' });
    const told = await house.sql('select from ledger.outbox_event where city_code = $1', [city]);
    expect(told).toHaveLength(1);
  });

  it('holds no more of a long file at its end than at its beginning, and names the one bad line', async () => {
    const count = 60_000;
    const lines = places(count).map(goodLine);
    const marked = [1_000, 59_000];
    for (const place of marked) lines[place] = `L${place},${owners[0]},opening,many,`;
    const file = join(folder, `${newId()}.csv`);
    await writeFile(file, ['id,ownerId,kind,minutes,day', ...lines.splice(0)].join('\n'));
    const heapBytes: number[] = [];
    const refused: Refusal[] = [];
    const code = await ledgerTool(['import', file, '--city', String(city)], house.env, {
      result: (line) => {
        collectGarbage();
        heapBytes.push(process.memoryUsage().heapUsed);
        refused.push(JSON.parse(line) as Refusal);
      },
      note: () => undefined,
    });
    expect(code).toBe(1);
    expect(refused.slice(0, -1)).toEqual(
      marked.map((place) => expect.objectContaining({ line: place + 2, field: 'minutes' })),
    );
    expect(refused.at(-1)).toMatchObject({
      lines: count,
      posted: count - marked.length,
      refused: marked.length,
    });
    const [early = 0, late = 0] = heapBytes;
    // Held, 58,000 lines or their postings would be 20 MB and more.
    expect((late - early) / 2 ** 20).toBeLessThan(8);
  }, 120_000);

  it('says what it cannot do', async () => {
    const [bad, missing] = [join(folder, 'bad.csv'), join(folder, 'none.csv')];
    await writeFile(bad, 'name,minutes\n');
    const notes: string[] = [];
    const output = { result: () => undefined, note: (line: string) => void notes.push(line) };
    for (const args of [
      ['import'],
      ['import', bad],
      ['import', bad, '--city', '12'],
      ['import', bad, '--city', '1201'],
      ['import', missing, '--city', '1201'],
    ])
      expect(await ledgerTool(args, house.env, output)).toBe(2);
    expect(notes).toHaveLength(5);
    expect(notes[3]).toMatch(/^id: 首行须为列名 .* \/ the first line must name the columns/);
  });
});
