import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '#local';
import { createDatabase, createPostgres, type TestDatabase } from './index.js';

describe('a test database', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await createDatabase()));
  afterAll(() => database.drop());

  const query = (url: string, sql: string) =>
    withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);

  it('lets the owner make tables that its service may fill but not alter', async () => {
    await query(database.ownerUrl('tasks'), 'create table probe (id bigserial primary key, note text)');
    await query(database.url('tasks'), `insert into probe (note) values ('a')`);
    expect(await query(database.url('tasks'), 'select note from probe')).toEqual([{ note: 'a' }]);
    await expect(query(database.url('tasks'), 'alter table probe add x int')).rejects.toThrow(
      'must be owner',
    );
    await expect(query(database.url('tasks'), 'create table y ()')).rejects.toThrow('permission denied');
  });

  it('hides a schema from every other service, its owner included', async () => {
    for (const url of [database.url('ledger'), database.ownerUrl('ledger')]) {
      await expect(query(url, 'select from tasks.probe')).rejects.toThrow(
        'permission denied for schema tasks',
      );
    }
  });

  it('sorts and encodes in the same way on every machine', async () => {
    const [row] = await query(
      database.adminUrl,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale
         from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8' });
  });
});

describe('a PostgreSQL of a test’s own', () => {
  it('is killed without a last word: what was committed is there again, what had no log is not', async () => {
    const postgres = await createPostgres();
    const query = (sql: string) =>
      withClient(postgres.adminUrl, async (client) => (await client.query<{ n: number }>(sql)).rows);
    try {
      await query('create table kept (n int); create unlogged table lost (n int)');
      for (const [round, strike] of ([postgres.kill, postgres.quit] as const).entries()) {
        await query(`insert into kept values (${round}); insert into lost values (${round})`);
        await strike();
        await expect(query('select 1')).rejects.toThrow();
        await postgres.start();
        expect(await query('select count(*)::int as n from kept')).toEqual([{ n: round + 1 }]);
        expect(await query('select n from lost')).toEqual([]);
      }
    } finally {
      await postgres.drop();
    }
  }, 60_000);
});
