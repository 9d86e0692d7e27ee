import { randomUUID } from 'node:crypto';
import { databaseEnvironment, type databaseServices, databaseUrl, withClient } from '#local';
import { templateDatabase, type TestServers } from './servers.js';

/** The servers of this run. Error: a test that needs them was put into the unit project. */
export function testServers(): TestServers {
  const servers = process.env['SHUNLU_TEST'];
  if (!servers) throw new Error('no test servers: name the file *.medium.spec.ts, or put it under test/e2e');
  return JSON.parse(servers) as TestServers;
}

/** A migrated database of a test's own. */
export interface TestDatabase {
  name: string;
  /** Superuser URL of this database: sees everything, for assertions across schemas. */
  adminUrl: string;
  /** URL of a service's application role (DML only). */
  url(service: DatabaseService): string;
  /** URL of a service's owner role. */
  ownerUrl(service: DatabaseService): string;
  /** `S_DATABASE_URL` and `S_MIGRATION_DATABASE_URL` of all services. */
  env: Record<string, string>;
  /** Drops the database, closing what is still connected. */
  drop(): Promise<void>;
}

export type DatabaseService = (typeof databaseServices)[number];

/** Clones the migrated template (tens of milliseconds). Call `drop` in afterAll. */
export async function createDatabase(): Promise<TestDatabase> {
  const { adminUrl, passwords } = testServers();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(adminUrl, async (admin) => {
    await admin.query(`create database ${name} template ${templateDatabase}`);
    // Rights on a database, unlike those within, are not cloned.
    await admin.query(`revoke all on database ${name} from public`);
    await admin.query(`grant connect on database ${name} to ${Object.keys(passwords.postgres).join(', ')}`);
  });
  const env = databaseEnvironment(adminUrl, name, passwords.postgres);
  return {
    name,
    adminUrl: databaseUrl(adminUrl, name),
    url: (service) => env[`${service.toUpperCase()}_DATABASE_URL`]!,
    ownerUrl: (service) => env[`${service.toUpperCase()}_MIGRATION_DATABASE_URL`]!,
    env,
    drop: () =>
      withClient(adminUrl, async (admin) => {
        await admin.query(`drop database ${name} with (force)`);
      }),
  };
}
