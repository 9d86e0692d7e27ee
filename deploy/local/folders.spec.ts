import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { randomSecret, readOrMake } from './folders.js';

describe('readOrMake', () => {
  it('gives all who ask at once the same content, and leaves nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shunlu-folders-'));
    try {
      const file = join(folder, 'key');
      const contents = await Promise.all(Array.from({ length: 8 }, () => readOrMake(file, randomSecret)));
      expect(new Set(contents).size).toBe(1);
      expect(await readdir(folder)).toEqual(['key']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
