import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './folders.js';

/** What apps/suite/src/migrate.ts exports. */
export interface Migration {
  migrate(env: NodeJS.ProcessEnv): Promise<unknown>;
}

/** Imports a part of the suite by path: only the suite may import the services, and deploy/ not even the suite. */
export function suitePart<T>(name: string): Promise<T> {
  return import(pathToFileURL(join(projectRoot, `dist/apps/suite/src/${name}.js`)).href) as Promise<T>;
}
