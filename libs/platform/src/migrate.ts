import type { DatabaseOptions } from './database.js';
import { dataSource } from './database.js';

/**
 * Brings one service's schema up to date as its owner role. Replicas that start together wait for each
 * other on an advisory lock. Answers the names of the migrations that ran.
 */
export async function migrateSchema(options: DatabaseOptions): Promise<string[]> {
  const source = await dataSource({ ...options, poolSize: 2 }).initialize();
  const runner = source.createQueryRunner();
  const lock = [`shunlu.migrate.${options.service}`];
  try {
    await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', lock);
    try {
      const ran = await source.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } finally {
      await runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', lock);
    }
  } finally {
    await runner.release();
    await source.destroy();
  }
}
