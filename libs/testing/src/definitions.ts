import { join } from 'node:path';
import type { ServiceName } from '#contracts';
import { projectRoot } from '#local';
import type { ServiceDefinition } from '#platform';

/**
 * Another service, for a test that must meet the real one: services may not import each other. By path,
 * since no library may know the services.
 */
export async function serviceDefinition(name: ServiceName): Promise<ServiceDefinition> {
  const file = join(projectRoot, 'apps/suite/src/definitions.ts');
  const { definitions } = (await import(file)) as { definitions: ServiceDefinition[] };
  const found = definitions.find((definition) => definition.name === name);
  if (!found) throw new Error(`no service ${name}`);
  return found;
}
