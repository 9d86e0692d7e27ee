import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#contracts';
import { decodeCursor, encodeCursor } from './cursor.js';
import { newId } from './ids.js';

const encode = (text: string) => Buffer.from(text).toString('base64url');

describe('a cursor', () => {
  it('gives back what it was made of, and fits into an address', () => {
    const id = newId();
    const cursor = encodeCursor(120116014001, id);
    expect(decodeCursor(cursor, 'integer', 'uuid')).toEqual([120116014001, id]);
    expect(decodeCursor(encodeCursor(0), 'integer')).toEqual([0]);
    expect(encodeURIComponent(cursor)).toBe(cursor);
  });

  it.each([
    ['nothing', ''],
    ['no base64', '!!!'],
    ['no JSON', encode('[')],
    ['no list', encode('{"length":1,"0":1}')],
    ['null', encode('null')],
    ['too few', encode('[]')],
    ['too many', encode(`["${newId()}",1]`)],
    ['another kind', encode('[1]')],
    // Each of these would reach PostgreSQL and be refused there, which is a 500.
    ['no id', encode('["x"]')],
    ['an id and more', encode(`["${newId()}\\u0000"]`)],
    ['an id in a list', encode(`[["${newId()}"]]`)],
  ])('of %s is invalid', (_, cursor) =>
    expect(() => decodeCursor(cursor, 'uuid')).toThrow(new DomainError('cursor.invalid')),
  );

  it.each(['[1e999]', '[1.5]', '[9007199254740993]', '["1"]', '[null]', '[true]'])(
    'of %s is no whole number',
    (keys) => expect(() => decodeCursor(encode(keys), 'integer')).toThrow(new DomainError('cursor.invalid')),
  );
});
