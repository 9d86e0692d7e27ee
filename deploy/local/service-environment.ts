import { databaseRoles, databaseServices, databaseUrl, roleUrl } from '../postgres/roles.js';
import { provisioner } from '../nats/permissions.js';
import { randomSecret } from './folders.js';

/** Passwords by Postgres role and by NATS user. */
export interface Passwords {
  postgres: Record<string, string>;
  nats: Record<string, string>;
}

/** New random passwords for every Postgres role and the given NATS users. */
export function makePasswords(natsUserNames: readonly string[]): Passwords {
  const draw = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, randomSecret()]));
  return { postgres: draw(databaseRoles), nats: draw(natsUserNames) };
}

/** `S_DATABASE_URL` and `S_MIGRATION_DATABASE_URL` of every service, for one database. */
export function databaseEnvironment(
  adminUrl: string,
  database: string,
  passwords: Passwords['postgres'],
): Record<string, string> {
  const env: Record<string, string> = {};
  const url = databaseUrl(adminUrl, database);
  for (const service of databaseServices) {
    const owner = `${service}_owner`;
    env[`${service.toUpperCase()}_DATABASE_URL`] = roleUrl(url, service, passwords[service]!);
    env[`${service.toUpperCase()}_MIGRATION_DATABASE_URL`] = roleUrl(url, owner, passwords[owner]!);
  }
  return env;
}

/** `S_NATS_URL` of every user, and `NATS_PROVISION_URL`. */
export function natsEnvironment(
  userNames: readonly string[],
  url: (user: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    userNames.map((user) => [
      user === provisioner ? 'NATS_PROVISION_URL' : `${user.toUpperCase()}_NATS_URL`,
      url(user),
    ]),
  );
}
