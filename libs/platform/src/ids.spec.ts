import { describe, expect, it } from '@jest/globals';
import { deterministicId, newId, newTraceId } from './ids.js';

const uuid = (version: number) =>
  new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`);

describe('ids', () => {
  it('sort by the time they were made, also within a millisecond, and never repeat', () => {
    const ids = Array.from({ length: 5_000 }, newId);
    for (const id of ids) expect(id).toMatch(uuid(7));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('follow from their parts', () => {
    expect(deterministicId('a', 1)).toBe(deterministicId('a', 1));
    expect(deterministicId('a', 1)).toMatch(uuid(5));
    expect(new Set([deterministicId('a', 'b'), deterministicId('ab'), deterministicId('b', 'a')]).size).toBe(
      3,
    );
  });

  it('of traces have 16 bytes', () => {
    expect(newTraceId()).toMatch(/^[0-9a-f]{32}$/);
    expect(newTraceId()).not.toBe(newTraceId());
  });
});
