import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../local/folders.js';

/** The services that own a schema. */
export const databaseServices = ['volunteers', 'stations', 'tasks', 'ledger', 'reporting'] as const;

/** Both roles of every service: the owner, for migrations, and the one the service runs as. */
export const databaseRoles: string[] = databaseServices.flatMap((service) => [`${service}_owner`, service]);

/**
 * Makes the database when absent, then its roles, schemas and grants. Idempotent.
 * @param passwords by role name, one for each of `databaseRoles`
 */
export async function ensureDatabase(
  adminUrl: string,
  database: string,
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  await withClient(adminUrl, async (admin) => {
    const known = await admin.query('select from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) await admin.query(`create database ${admin.escapeIdentifier(database)}`);
  });
  const sql = await readFile(join(projectRoot, 'deploy/postgres/roles.sql'), 'utf8');
  await withClient(databaseUrl(adminUrl, database), async (client) => {
    for (const role of databaseRoles) {
      await client.query('select set_config($1, $2, false)', [`shunlu.${role}`, passwords[role]]);
    }
    await client.query(sql);
  });
}

/** The same server and user, another database. */
export function databaseUrl(url: string, database: string): string {
  const result = new URL(url);
  result.pathname = `/${database}`;
  return result.href;
}

/** The same server and database, another role. */
export function roleUrl(url: string, role: string, password: string): string {
  const result = new URL(url);
  result.username = role;
  result.password = password;
  return result.href;
}

/** Runs `work` on a connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // A query under way is rejected anyway; a server that ends between two queries must not end this process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
