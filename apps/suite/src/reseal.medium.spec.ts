import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database, reseal, Seal } from '#platform';
import { startHouse, type TestHouse } from '#testing';
import { definitions } from './definitions.js';
import { loadDemo } from './demo.js';
import { resealAll } from './reseal.js';

// Real: PostgreSQL with the people of the demonstration, sealed by the first key.
interface KeyFile {
  current: string;
  keys: Record<string, string>;
  indexKey: string;
}

let house: TestHouse;
let folder: string;
let first: KeyFile;
const fileOf = (name: string) => join(folder, `${name}.json`);

beforeAll(async () => {
  house = await startHouse([]);
  await loadDemo(house.env);
  folder = await mkdtemp(join(tmpdir(), 'shunlu-reseal-'));
  first = JSON.parse(await readFile(house.env['SEAL_KEY_FILE'] ?? '', 'utf8')) as KeyFile;
  const next = randomBytes(32).toString('base64');
  await write('both', { ...first, current: 'next', keys: { ...first.keys, next } });
  await write('next', { ...first, current: 'next', keys: { next } });
}, 120_000);
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true });
});

const write = (name: string, file: KeyFile) => writeFile(fileOf(name), JSON.stringify(file));
const withKeys = (name: string) => ({ ...house.env, SEAL_KEY_FILE: fileOf(name) });
const keysOf = async () => {
  const rows = await house.sql<{ key: string; n: number }>(
    `select split_part(sealed, '.', 1) as key, count(*)::int as n from (
       select unnest(array[name_sealed, id_number_sealed, phone_sealed]) as sealed from volunteers.volunteer
       union all select unnest(array[name_sealed, phone_sealed, door_sealed]) from tasks.resident) all_sealed
     group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
};

describe('sealing anew', () => {
  it('knows every sealed column there is', async () => {
    const columns = await house.sql<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
       where column_name like '%\\_sealed' and table_schema = any($1) order by 1`,
      [definitions.map(({ name }) => name)],
    );
    const declared = definitions.flatMap(({ name, sealed = [] }) =>
      sealed.map(({ table, column }) => `${name}.${table}.${column}`),
    );
    expect(declared.sort()).toEqual(columns.map(({ name }) => name));
  });

  it('needs the old key, changes nothing without it, and goes on where it stopped', async () => {
    const sealed = await keysOf();
    expect(Object.keys(sealed)).toEqual([first.current]);
    const total = sealed[first.current] ?? 0;
    expect(total).toBe(84 * 3 + 6 * 3);
    await expect(resealAll(withKeys('next'), () => undefined)).rejects.toThrow(`seal key ${first.current}`);
    expect(await keysOf()).toEqual(sealed);

    // Half of it, as a run that was stopped would leave it.
    const seal = Seal.fromFile(fileOf('both'));
    const database = await Database.open({
      service: 'volunteers',
      url: house.database.url('volunteers'),
      poolSize: 1,
    });
    const names = definitions
      .flatMap(({ sealed: all = [] }) => all)
      .find(({ table }) => table === 'volunteer');
    expect(await reseal(database, seal, names as NonNullable<typeof names>)).toBe(84);
    await database.close();
    expect(await keysOf()).toEqual({ [first.current]: total - 84, next: 84 });

    const told: string[] = [];
    await resealAll(withKeys('both'), (line) => told.push(line));
    expect(await keysOf()).toEqual({ next: total });
    expect(told.find((line) => line.startsWith('volunteers.volunteer.name_sealed'))).toContain('\t0\t');
    expect(told.find((line) => line.startsWith('tasks.resident.door_sealed'))).toContain('\t6\t');

    // From now on the old key is not needed.
    const [row] = await house.sql<{ door: string }>('select door_sealed as door from tasks.resident limit 1');
    expect(Seal.fromFile(fileOf('next')).open(row?.door ?? '', 'resident.door')).toContain('号楼');
  });

  it('leaves a row to whoever changes it meanwhile', async () => {
    const seal = Seal.fromFile(fileOf('both'));
    const column = { table: 'resident', column: 'door_sealed', purpose: 'resident.door' };
    const old = Seal.fromFile(house.env['SEAL_KEY_FILE'] ?? '').seal('旧门牌', column.purpose);
    await house.sql('update tasks.resident set door_sealed = $1', [old]);
    const database = await Database.open({ service: 'tasks', url: house.database.url('tasks'), poolSize: 2 });
    // Between its reading and its writing somebody moves.
    const moved = seal.seal('新门牌', column.purpose);
    let isFirst = true;
    const query = database.query.bind(database);
    database.query = (async (text: never, values: never) => {
      if (String(text).startsWith('update') && isFirst) {
        isFirst = false;
        await house.sql(
          'update tasks.resident set door_sealed = $1 where id = (select min(id::text)::uuid from tasks.resident)',
          [moved],
        );
      }
      return query(text, values);
    }) as never;
    expect(await reseal(database, seal, column)).toBe(5);
    await database.close();
    const doors = await house.sql<{ door: string }>('select door_sealed as door from tasks.resident');
    expect(doors.map(({ door }) => seal.open(door, column.purpose)).sort()).toEqual([
      '新门牌',
      ...Array<string>(5).fill('旧门牌'),
    ]);
  });
});
