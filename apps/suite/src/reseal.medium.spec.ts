import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealingServices } from '#contracts';
import { createLog, Database, newId, openSealing, Seal, type Sealing, SystemClock } from '#platform';
import { refusal, startHouse, type TestHouse } from '#testing';
import { definitions } from './definitions.js';
import { loadDemo } from './demo.js';
import { resealAll } from './reseal.js';

// Real: PostgreSQL with the people of the demonstration, sealed by the first key, and residents enough for batches.
interface KeyFile {
  current: string;
  keys: Record<string, string>;
  indexKey: string;
}
type KeyName = 'first' | 'both' | 'next';

let house: TestHouse;
let folder: string;
let first: KeyFile;
const open: Database[] = [];
const residents = 906;
const fileOf = (name: KeyName) =>
  name === 'first' ? (house.env['SEAL_KEY_FILE'] ?? '') : join(folder, `${name}.json`);

beforeAll(async () => {
  house = await startHouse([]);
  await loadDemo(house.env);
  folder = await mkdtemp(join(tmpdir(), 'shunlu-reseal-'));
  first = JSON.parse(await readFile(fileOf('first'), 'utf8')) as KeyFile;
  const next = randomBytes(32).toString('base64');
  await write('both', { ...first, current: 'next', keys: { ...first.keys, next } });
  await write('next', { ...first, current: 'next', keys: { next } });
  await house.sql(
    `insert into tasks.resident select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
       'identity_index', '\\x' || encode(sha256(gen_random_uuid()::text::bytea), 'hex')))).*
     from tasks.resident r, generate_series(1, 150)`,
  );
}, 120_000);
afterAll(async () => {
  await house.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.close()));
  await house.sql('truncate tasks.sealing_run, tasks.sealed_count');
  const seal = Seal.fromFile(fileOf('first'));
  await house.sql('update tasks.resident set name_sealed = $1, phone_sealed = $2, door_sealed = $3', [
    seal.seal('示例', 'resident.name'),
    seal.seal('13800000000', 'resident.phone'),
    seal.seal('旧门牌', 'resident.door'),
  ]);
});

const write = (name: KeyName, file: KeyFile) => writeFile(fileOf(name), JSON.stringify(file));
const withKeys = (name: KeyName) => ({ ...house.env, SEAL_KEY_FILE: fileOf(name) });
const keysOf = async () => {
  const rows = await house.sql<{ key: string; n: number }>(
    `select split_part(sealed, '.', 1) as key, count(*)::int as n
     from (select unnest(array[name_sealed, phone_sealed, door_sealed]) as sealed from tasks.resident) all_sealed
     group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
};
const all = residents * 3;
const admin = (region = '1201') => ({ actor: { id: newId(), role: 'administrator' as const, region } });

interface Replica {
  sealing: Sealing;
  database: Database;
}

/** Of `tasks`, as a process with such keys; nothing runs by itself. */
async function replica(name: KeyName, before?: () => Promise<void>): Promise<Replica> {
  const tasks = definitions.find((one) => one.name === 'tasks');
  const database = await Database.open({ service: 'tasks', url: house.database.url('tasks'), poolSize: 3 });
  open.push(database);
  if (before) {
    const transaction = database.transaction.bind(database);
    database.transaction = (work) =>
      transaction(async (tx) => {
        const answer = await work(tx);
        await before();
        return answer;
      });
  }
  const parts = { database, clock: new SystemClock(), log: createLog('tasks', 'silent') };
  const sealing = openSealing(
    tasks as NonNullable<typeof tasks>,
    { sealKeyFile: fileOf(name) },
    parts,
  ) as Sealing;
  return { sealing, database };
}

const addRun = (kind: 'count' | 'reseal', keyId = 'next') =>
  house.sql(
    `insert into tasks.sealing_run (id, kind, key_id, asked_at, progressed_at) values ($1, $2, $3, now(), now())`,
    [newId(), kind, keyId],
  );
/** As far as it is committed. */
async function sealedSoFar(): Promise<number> {
  const [row] = await house.sql<{ sealed: number }>(
    'select max(sealed_values)::int as sealed from tasks.sealing_run',
  );
  return row?.sealed ?? 0;
}
const newest = async (sealing: Sealing) => (await sealing.read(admin())).runs[0];

describe('sealing anew', () => {
  it('knows every sealed column there is', async () => {
    const columns = await house.sql<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns
       where (column_name like '%\\_sealed' or column_name = 'sealed') and table_schema = any($1) order by 1`,
      [definitions.map(({ name }) => name)],
    );
    const declared = definitions.flatMap(({ name, sealed = [] }) =>
      sealed.map(({ table, column }) => `${name}.${table}.${column}`),
    );
    expect(declared.sort()).toEqual(columns.map(({ name }) => name));
    const sealing = definitions.filter(({ sealed }) => sealed).map(({ name }) => name);
    expect(sealing.sort()).toEqual([...sealingServices].sort());
  });

  it('by the command needs the old key, changes nothing without it and names what is left', async () => {
    const told: string[] = [];
    expect(await resealAll(withKeys('next'), (line) => told.push(line))).toBe(false);
    expect(await keysOf()).toEqual({ [first.current]: all });
    expect(told).toContain(`tasks.resident.door_sealed\t${residents}\t${first.current}`);
    expect(told).toContain(`volunteers.volunteer.name_sealed\t84\t${first.current}`);

    expect(await resealAll(withKeys('both'), (line) => told.push(line))).toBe(true);
    expect(await keysOf()).toEqual({ next: all });
    told.length = 0;
    expect(await resealAll(withKeys('both'), (line) => told.push(line))).toBe(true);
    expect(told).toEqual(['stations\t0\t→ next', 'volunteers\t0\t→ next', 'tasks\t0\t→ next']);
    // From now on the old key is not needed.
    const [row] = await house.sql<{ door: string }>('select door_sealed as door from tasks.resident limit 1');
    expect(Seal.fromFile(fileOf('next')).open(row?.door ?? '', 'resident.door')).toBe('旧门牌');
  }, 60_000);

  it('goes on where whoever worked on it died, and counts nothing twice', async () => {
    await addRun('reseal');
    const dying = await replica('both', async () => {
      if ((await sealedSoFar()) >= 1_000) throw new Error('died');
    });
    await expect(dying.sealing.work()).rejects.toThrow('died');
    const { next = 0 } = await keysOf();
    expect(next).toBeGreaterThan(0);
    expect(next).toBeLessThan(all);
    const { sealing } = await replica('both');
    expect(await newest(sealing)).toMatchObject({ step: 'sealing', sealedValues: next });
    await sealing.work();
    expect(await newest(sealing)).toMatchObject({ outcome: 'done', sealedValues: all, totalValues: all });
    expect(await keysOf()).toEqual({ next: all });
  }, 60_000);

  it('is done once, however many work on it', async () => {
    await addRun('reseal');
    const replicas = await Promise.all([1, 2, 3].map(() => replica('both')));
    await Promise.all(replicas.map(({ sealing }) => sealing.work()));
    expect(await newest((replicas[0] as Replica).sealing)).toMatchObject({
      ...{ outcome: 'done', sealedValues: all },
    });
    expect(await keysOf()).toEqual({ next: all });
  }, 60_000);

  it('leaves a row to whoever holds or changes it, keeps what is written meanwhile, and comes back', async () => {
    const seal = Seal.fromFile(fileOf('both'));
    await addRun('reseal');
    const { database } = await replica('both');
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isHolding: () => void = () => undefined;
    const holding = new Promise<void>((resolve) => (isHolding = resolve));
    const moving = database.transaction(async (tx) => {
      const [row] = await tx.query<{ id: string }>(
        'select id from resident order by city_code, id limit 1 for update',
      );
      isHolding();
      await held;
      await tx.query('update resident set door_sealed = $2 where id = $1', [
        row?.id,
        seal.seal('新门牌', 'resident.door'),
      ]);
    });
    await holding;
    const { sealing } = await replica('both', async () => {
      // The round that passed the held row is over.
      if ((await sealedSoFar()) === all - 3) release();
    });
    await sealing.work();
    await moving;
    expect(await newest(sealing)).toMatchObject({ outcome: 'done' });
    expect(await keysOf()).toEqual({ next: all });
    const doors = await house.sql<{ door: string; n: number }>(
      'select door_sealed as door from tasks.resident',
    );
    const plain = doors.map(({ door }) => seal.open(door, 'resident.door'));
    expect(plain.filter((door) => door === '新门牌')).toHaveLength(1);
    expect(plain.filter((door) => door === '旧门牌')).toHaveLength(residents - 1);
  }, 60_000);

  it('skips and tells what it cannot open, and loses nothing', async () => {
    await house.sql(`update tasks.resident set phone_sealed = 'gone.AAAA'
      where id in (select id from tasks.resident order by id limit 4)`);
    await house.sql(
      `update tasks.resident set door_sealed = $1 where id in (select id from tasks.resident order by id limit 3)`,
      [`${first.current}.${Buffer.alloc(40).toString('base64url')}`],
    );
    await house.sql(`update tasks.resident set name_sealed = '张三' where id in
      (select id from tasks.resident order by id limit 2)`);
    await addRun('reseal');
    const { sealing } = await replica('both');
    await sealing.work();
    const view = await sealing.read(admin());
    expect(view.runs[0]).toMatchObject({ outcome: 'incomplete', unreadableValues: 9 });
    const left = view.counts.filter(({ table, keyId }) => table === 'resident' && keyId !== 'next');
    expect(left.map(({ column, keyId, valueCount }) => [column, keyId, valueCount])).toEqual([
      ['door_sealed', first.current, 3],
      ['name_sealed', '?', 2],
      ['phone_sealed', 'gone', 4],
    ]);
    expect(view.keys).toEqual([
      { keyId: 'next', isCurrent: true, isInFile: true },
      { keyId: first.current, isCurrent: false, isInFile: true },
      ...['?', 'gone'].map((keyId) => ({ keyId, isCurrent: false, isInFile: false })),
    ]);
    expect(await keysOf()).toEqual({ [first.current]: 3, gone: 4, next: all - 9, 张三: 2 });
    expect(JSON.stringify(view)).not.toContain('张三');
  }, 60_000);
});

describe('counting', () => {
  it('tells how many values of each column each key has sealed, and changes none', async () => {
    await house.sql(
      `update tasks.resident set door_sealed = $1 where id in (select id from tasks.resident order by id limit 7)`,
      [Seal.fromFile(fileOf('both')).seal('门', 'resident.door')],
    );
    const { sealing } = await replica('both');
    expect(await sealing.read(admin())).toMatchObject({ counts: [], countedAt: undefined, runs: [] });
    await addRun('count');
    await sealing.work();
    const { counts, countedKeyId } = await sealing.read(admin());
    expect(countedKeyId).toBe('next');
    const isResealed = true;
    const table = 'resident';
    const old = { table, keyId: first.current, isResealed };
    expect(counts).toEqual([
      { ...old, column: 'door_sealed', valueCount: residents - 7 },
      { table, column: 'door_sealed', keyId: 'next', valueCount: 7, isResealed },
      { ...old, column: 'name_sealed', valueCount: residents },
      { ...old, column: 'phone_sealed', valueCount: residents },
    ]);
    expect(await keysOf()).toEqual({ [first.current]: all - 7, next: 7 });
  }, 60_000);

  it('counts photos with the key they need, and leaves them', async () => {
    await house.sql(
      `set session_replication_role = replica;
       insert into tasks.photo (city_code, id, kind, hazard_id, community_code, by_id, by_role, byte_count, digest,
         taken_at, seal_key, sealed)
       values (1201, gen_random_uuid(), 'hazard', gen_random_uuid(), 120116014001, '-', 'volunteer', 1, sha256(''),
         now(), '${first.current}', '-')`,
    );
    await addRun('reseal');
    const { sealing } = await replica('both');
    await sealing.work();
    const { counts, runs } = await sealing.read(admin());
    expect(runs[0]).toMatchObject({ outcome: 'done', sealedValues: all });
    expect(counts).toContainEqual({
      ...{ table: 'photo', column: 'sealed', keyId: first.current, valueCount: 1, isResealed: false },
    });
    await house.sql('delete from tasks.photo');
  }, 60_000);
});

describe('asking for it', () => {
  it('is answered once for an id, refused while a run is under way, and written down for good', async () => {
    const { sealing, database } = await replica('both');
    const call = admin();
    const asked = { service: 'tasks' as const, id: newId(), kind: 'reseal' as const };
    const again = await Promise.all([1, 2].map(() => sealing.ask(asked, call)));
    expect(again.map(({ id }) => id)).toEqual([asked.id, asked.id]);
    const code = async (work: Promise<unknown>) => (await refusal(work)).code;
    expect(await code(sealing.ask(asked, admin()))).toBe('idempotency.conflict');
    expect(await code(sealing.ask({ ...asked, kind: 'count' }, call))).toBe('idempotency.conflict');
    const { sealing: other } = await replica('both');
    await addRun('count').catch(() => undefined);
    expect(await code(other.ask({ ...asked, id: newId() }, admin()))).toBe('sealing.underWay');
    for (const change of ['delete from sealing_run', 'update sealing_run set by_id = null'])
      await expect(database.query(change)).rejects.toThrow('permission denied');
    await sealing.work();
    await sealing.stop();
  }, 60_000);

  it('is for who answers for a whole city', async () => {
    const { sealing } = await replica('both');
    for (const region of ['120116', '120116014001']) {
      expect((await refusal(sealing.read(admin(region)))).code).toBe('access.foreignRegion');
      const asked = { service: 'tasks' as const, id: newId(), kind: 'count' as const };
      expect((await refusal(sealing.ask(asked, admin(region)))).code).toBe('access.foreignRegion');
    }
  });

  it('is not worked on with other keys than those of who asked, and superseded by the next key', async () => {
    await addRun('reseal', first.current);
    const { sealing } = await replica('both');
    await sealing.work();
    expect(await newest(sealing)).toMatchObject({ outcome: undefined, countedValues: 0 });
    await sealing.ask({ service: 'tasks', id: newId(), kind: 'count' }, admin());
    const { runs } = await sealing.read(admin());
    expect(runs.map(({ keyId }) => keyId)).toEqual(['next', first.current]);
    expect(runs[1]).toMatchObject({ outcome: 'superseded' });
    await sealing.stop();
  });
});
