import type { Clock } from './clock.js';
import type { Database } from './database.js';
import { describeError, type Log } from './log.js';

const everyMs = 24 * 3_600_000;
const dayMs = 86_400_000;

/**
 * Forgets what only retries needed: events published, inbox entries and remembered answers older than
 * `days`. Events still unpublished stay, however old. It reads the tables whole: an index on the time of
 * publishing would cost every event a write for one reading a day. One replica at a time, safe to run twice.
 */
export async function prune(database: Database, clock: Clock, days: number): Promise<void> {
  const before = [new Date(clock.now().getTime() - days * dayMs)];
  await database.query('delete from outbox where published_at < $1', before);
  await database.query('delete from inbox where received_at < $1', before);
  await database.query('delete from remembered_answer where answered_at < $1', before);
}

/** Prunes once a day until the answer is called. */
export function pruneDaily(
  name: string,
  database: Database,
  clock: Clock,
  days: number,
  log: Log,
): () => void {
  const run = () => database.exclusively(`${name}.retention`, () => prune(database, clock, days));
  const timer = setInterval(() => {
    run().catch((error: unknown) => log.warn({ err: describeError(error) }, 'retention: will try again'));
  }, everyMs).unref();
  return () => clearInterval(timer);
}
