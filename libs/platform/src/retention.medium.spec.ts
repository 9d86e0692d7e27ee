import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createDatabase, type TestDatabase } from '#testing';
import { ManualClock } from './clock.js';
import { Database } from './database.js';
import { newId } from './ids.js';
import { prune } from './retention.js';

// Real: PostgreSQL, as the application role of tasks.
const clock = new ManualClock(new Date('2026-03-31T00:00:00Z'));
let testDatabase: TestDatabase;
let database: Database;

beforeAll(async () => {
  testDatabase = await createDatabase();
  database = await Database.open({ service: 'tasks', url: testDatabase.url('tasks'), poolSize: 2 });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

it('forgets what is older than the days, and never an event that was not published', async () => {
  const [sentLongAgo, sentLately, neverSent] = [newId(), newId(), newId()];
  const old = '2026-02-28T23:59:00Z';
  await database.query(
    `insert into outbox (city_code, id, subject, events, event_count, occurred_at, published_at) values
      (1201, $1, 's', '[{}]', 1, $4, $4), (1201, $2, 's', '[{}]', 1, $4, $5), (1201, $3, 's', '[{}]', 1, $4, null)`,
    [sentLongAgo, sentLately, neverSent, old, '2026-03-01T00:01:00Z'],
  );
  await database.query(
    'insert into inbox (city_code, id, received_at) values (1201, $1, $3), (1201, $2, $4)',
    [sentLongAgo, sentLately, old, '2026-03-01T00:01:00Z'],
  );
  await database.query(
    `insert into remembered_answer (actor_id, key, subject, input_hash, answered_at) values ('a', 'k', 's', '', $1)`,
    [old],
  );
  await prune(database, clock, 30);
  await prune(database, clock, 30);
  const kept = await database.query<{ id: string }>('select id from outbox order by id');
  expect(kept.map(({ id }) => id)).toEqual([sentLately, neverSent].sort());
  expect(await database.query('select id from inbox')).toEqual([{ id: sentLately }]);
  expect(await database.query('select 1 from remembered_answer')).toEqual([]);
});
