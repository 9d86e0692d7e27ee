import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordFits } from './passwords.js';

describe('passwords', () => {
  it('are kept as Argon2id with their parameters, differently each time', async () => {
    const [first, second] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await passwordFits(first, 'correct horse')).toBe(true);
    expect(await passwordFits(first, 'correct horsf')).toBe(false);
  });

  it('never fit somebody who does not exist', async () => {
    expect(await passwordFits(undefined, 'nobody has this password')).toBe(false);
  });
});
