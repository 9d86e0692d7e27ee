import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';
import { definitions } from '../../apps/suite/src/definitions.js';

const words = readFileSync(join(projectRoot, 'apps/console/src/system/sealing.terms.ts'), 'utf8');

describe('what is sealed', () => {
  it.each(definitions.flatMap(({ name, sealed = [] }) => sealed.map((column) => [name, column] as const)))(
    'of %s is called in words: %j',
    (_, { table, column }) => {
      for (const part of [table, column])
        expect(words).toMatch(new RegExp(`^  ${part}: \\['.+', '.+'\\],$`, 'm'));
    },
  );
});
