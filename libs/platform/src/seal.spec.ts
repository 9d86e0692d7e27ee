import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Seal } from './seal.js';

const newKey = () => randomBytes(32).toString('base64');
const file = { current: 'k1', keys: { k1: newKey() }, indexKey: newKey() };
const seal = new Seal(file);
const phone = 'resident.phone';

describe('a seal', () => {
  it.each(['', '张小三', '138-0000-0000', '𠮷'.repeat(1000), 'a\0b\n'])('opens what it sealed: %p', (plain) =>
    expect(seal.open(seal.seal(plain, phone), phone)).toBe(plain),
  );

  it('shows neither the value nor that two values are equal', () => {
    const [one, two] = [seal.seal('13800001234', phone), seal.seal('13800001234', phone)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.split('.')[1] ?? '', 'base64url').toString('latin1')).not.toContain('13800');
  });

  it('opens for its own purpose only', () => {
    const sealed = seal.seal('13800001234', phone);
    for (const other of ['resident.name', 'resident.phon', `${phone} `, ''])
      expect(() => seal.open(sealed, other)).toThrow();
  });

  it('refuses whatever was changed, in any byte', () => {
    const [key, body = ''] = seal.seal('甲', phone).split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => seal.open(`${key}.${changed.toString('base64url')}`, phone)).toThrow();
    }
  });

  it('refuses whatever was cut short, down to a tag of a few bytes', () => {
    for (const plain of ['', '甲']) {
      const [key, body = ''] = seal.seal(plain, phone).split('.');
      const bytes = Buffer.from(body, 'base64url');
      for (let length = 0; length < bytes.length; length++)
        expect(() => seal.open(`${key}.${bytes.subarray(0, length).toString('base64url')}`, phone)).toThrow();
    }
    for (const text of ['', '.', 'k1', 'k1.', 'no dot at all'])
      expect(() => seal.open(text, phone)).toThrow();
  });

  it('opens with an old key what was sealed before the keys were changed, and not without it', () => {
    const before = seal.seal('甲', phone);
    const rotated = new Seal({ ...file, current: 'k2', keys: { ...file.keys, k2: newKey() } });
    expect(rotated.open(before, phone)).toBe('甲');
    const after = rotated.seal('甲', phone);
    expect(after.startsWith('k2.')).toBe(true);
    expect(rotated.open(after, phone)).toBe('甲');
    expect(() => seal.open(after, phone)).toThrow('k2');
    const forgotten = new Seal({ ...file, current: 'k2', keys: { k2: newKey() } });
    expect(() => forgotten.open(before, phone)).toThrow('k1');
    expect(rotated.blindIndex('甲', phone)).toEqual(seal.blindIndex('甲', phone));
  });

  it('finds equal values of one purpose by an index that tells nothing without its key', () => {
    const index = (value: string, purpose = phone, by = seal) =>
      by.blindIndex(value, purpose).toString('hex');
    expect(index('1')).toBe(index('1'));
    const others = [
      index('2'),
      index('1', 'other'),
      index('1', phone, new Seal({ ...file, indexKey: newKey() })),
    ];
    expect(new Set([index('1'), ...others]).size).toBe(4);
    expect(index('1')).toHaveLength(64);
  });
});

describe('a seal key file', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'shunlu-seal-'))));
  afterAll(() => rm(folder, { recursive: true }));

  const shortKey = randomBytes(31).toString('base64');
  it.each([
    ['the current key is not there', { ...file, current: 'k9' }, 'k9'],
    ['a key is too short', { ...file, keys: { k1: shortKey } }, 'keys.k1'],
    ['the index key is too short', { ...file, indexKey: shortKey }, 'indexKey'],
    ['the index key is missing', { current: 'k1', keys: file.keys }, 'indexKey'],
    ['a key is no text', { ...file, keys: { k1: 7 } }, 'keys.k1'],
    ['there are no keys', { current: 'k1', indexKey: file.indexKey }, 'keys'],
    ['it is null', null, 'keys'],
    [
      'a dot in the id would hide where the id ends',
      { ...file, current: 'k.1', keys: { 'k.1': newKey() } },
      'k.1',
    ],
  ])('is refused by name when %s', async (_, content, named) => {
    const path = join(folder, 'seal.json');
    await writeFile(path, JSON.stringify(content));
    expect(() => Seal.fromFile(path)).toThrow(named);
    expect(messageOf(() => Seal.fromFile(path))).not.toContain(shortKey);
  });

  it('is not quoted when it is no JSON: it holds keys', async () => {
    const path = join(folder, 'broken.json');
    await writeFile(path, `${file.keys.k1}${JSON.stringify(file)}`);
    const message = messageOf(() => Seal.fromFile(path));
    expect(message).toContain(path);
    for (let at = 0; at < 40; at += 4) expect(message).not.toContain(file.keys.k1.slice(at, at + 4));
    expect(messageOf(() => Seal.fromFile(join(folder, 'absent.json')))).toContain('ENOENT');
  });

  it('opens what another process sealed with it', async () => {
    const path = join(folder, 'good.json');
    await writeFile(path, JSON.stringify(file));
    expect(Seal.fromFile(path).open(seal.seal('甲', phone), phone)).toBe('甲');
  });
});

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('expected a refusal');
}
