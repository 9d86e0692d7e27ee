import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serviceNames } from '#contracts';
import { databaseServices, natsUsers, natsVersion, passwordVariable, projectRoot } from '#local';
import { allVariables } from '#platform';

const compose = await readFile(join(projectRoot, 'docker-compose.yml'), 'utf8');
const known = [...allVariables(), 'NATS_PROVISION_URL'];

/** The lines of one service, by the file's own indentation. */
function block(service: string): string {
  return new RegExp(`^  ${service}:\\n((?: {4}.*\\n|\\n)+)`, 'm').exec(compose)?.[1] ?? '';
}
const variables = (service: string) =>
  [...block(service).matchAll(/^ {6}([A-Z][A-Z0-9_]*):/gm)].flatMap(([, name]) => (name ? [name] : []));

describe('docker-compose.yml', () => {
  it.each([...serviceNames, 'migrate'])('gives %s no setting that it would not read', (service) => {
    const names = variables(service).filter((name) => name !== 'SERVICE');
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });

  it.each(databaseServices)('gives %s its own addresses, and its owner only to migrate', (service) => {
    const own = service.toUpperCase();
    expect(variables(service)).toEqual(expect.arrayContaining([`${own}_NATS_URL`, `${own}_DATABASE_URL`]));
    expect(block(service)).not.toMatch(/_owner|provisioner/);
    expect(variables('migrate')).toContain(`${own}_MIGRATION_DATABASE_URL`);
  });

  it('passes NATS every password its configuration asks for', () => {
    expect(variables('nats')).toEqual(natsUsers.map(({ name }) => passwordVariable(name)));
  });

  it('runs the NATS release that the local launcher would fetch', () => {
    expect(block('nats')).toContain(`image: nats:${natsVersion}-alpine`);
  });
});
