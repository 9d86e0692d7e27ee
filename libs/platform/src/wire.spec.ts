import { describe, expect, it } from '@jest/globals';
import { Choices, DomainError, type FieldFault, Integer, ListOf, Nested, Text } from '#contracts';
import { newTraceId } from './ids.js';
import { failed, type Outcome, traceIdOf, traceparent, unwrap, validateInput } from './wire.js';

class Spot {
  @Integer({ min: 0, max: 9 }) x!: number;
}
class Place {
  @Nested(() => Spot) spot!: Spot;
  @Nested(() => Spot, { optional: true }) other?: Spot;
}
class Visit {
  @Text({ max: 10 }) name!: string;
  @Nested(() => Place) place!: Place;
  @ListOf(() => Spot, { max: 3 }) spots!: Spot[];
  @Choices(['a', 'b'], { max: 2 }) words!: string[];
}

const good = { name: '甲', place: { spot: { x: 1 } }, spots: [{ x: 2 }], words: ['a'] };

/** The faulty fields. */
function faultsOf(plain: unknown): string[] {
  try {
    validateInput(Visit, plain);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'request.invalid')
      return (error.data['fields'] as FieldFault[]).map(({ field }) => field);
    throw error;
  }
  return [];
}

describe('validateInput', () => {
  it('gives instances of the contract’s classes', () => {
    const visit = validateInput(Visit, structuredClone(good));
    expect(visit).toEqual(good);
    expect(visit.place.spot).toBeInstanceOf(Spot);
    expect(visit.spots[0]).toBeInstanceOf(Spot);
  });

  it.each([[null], [undefined], ['text'], [7], [[]], [[good]]])('refuses %j, which is no object', (plain) =>
    expect(faultsOf(plain)).toEqual(['']),
  );

  it('names every field that is unknown, however deep, with all others at once', () => {
    expect(
      faultsOf({
        ...good,
        name: 5,
        admin: true,
        place: { spot: { x: 1, y: 2 }, hidden: {} },
        spots: [{ x: 1 }, { x: 10, z: 0 }],
      }).sort(),
    ).toEqual(['admin', 'name', 'place.hidden', 'place.spot.y', 'spots.1.x', 'spots.1.z']);
  });

  it.each([
    ['null for an object', { place: null }],
    ['null for an optional one', { place: { spot: { x: 1 }, other: null } }],
    ['a list for an object', { place: [] }],
    ['a list of objects for an object', { place: [{ spot: { x: 1 } }] }],
    ['text for an object', { place: 'here' }],
    ['an object for a list', { spots: { 0: { x: 1 }, length: 1 } }],
    ['null in a list', { spots: [null] }],
    ['lists in a list', { spots: [[{ x: 1 }]] }],
    ['text in a list', { spots: ['x'] }],
    ['a list in a list of words', { words: [['a']] }],
    ['an object for text', { name: { length: 1 } }],
    ['a list for text', { name: ['甲'] }],
    ['a number in text', { place: { spot: { x: '1' } } }],
    ['a list for a number', { place: { spot: { x: [1] } } }],
  ])('refuses %s', (_, change) => expect(faultsOf({ ...good, ...change })).not.toEqual([]));

  it('takes no prototype from a message', () => {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const evil = `{"${name}":{"isAdmin":true,"prototype":{"isAdmin":true}}}`;
      for (const plain of [
        { ...good, ...wrap(evil) },
        { ...good, place: { ...good.place, ...wrap(evil) } },
        JSON.parse(JSON.stringify(good).replace('{', evil.replace(/\}$/, ','))) as object,
        JSON.parse(JSON.stringify(good).replace('"spot":{', `"spot":{${evil.slice(1, -1)},`)) as object,
      ]) {
        const visit = attempt(plain);
        if (visit) {
          expect(Object.keys(visit).sort()).toEqual(Object.keys(good).sort());
          for (const part of [visit, visit.place, visit.place.spot]) expect('isAdmin' in part).toBe(false);
          expect(visit.place.spot).toBeInstanceOf(Spot);
        }
      }
    }
    expect('isAdmin' in {}).toBe(false);
    expect('isAdmin' in Visit.prototype).toBe(false);
  });

  it('answers soon and briefly to a list far beyond its length', () => {
    const begin = performance.now();
    const faults = faultsOf({ ...good, spots: Array.from({ length: 20_000 }, () => ({})) });
    expect(faults).toEqual(['spots']);
    expect(faultsOf({ ...good, words: Array.from({ length: 20_000 }, () => 'c') })).toEqual(['words']);
    expect(performance.now() - begin).toBeLessThan(1_000);
  });
});

function wrap(json: string): object {
  return Object.fromEntries(Object.entries(JSON.parse(json) as object));
}

function attempt(plain: unknown): Visit | undefined {
  try {
    return validateInput(Visit, plain);
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

describe('traceparent', () => {
  it('carries a trace id there and back', () => {
    const id = newTraceId();
    expect(traceparent(id)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(traceIdOf(traceparent(id))).toBe(id);
  });

  it.each([
    undefined,
    '',
    newTraceId(),
    `01-${newTraceId()}-${'1'.repeat(16)}-01`,
    `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`,
    `00-${'A'.repeat(32)}-${'1'.repeat(16)}-01`,
    `00-${newTraceId()}-${'1'.repeat(16)}-01-more`,
    `00-${newTraceId()}\n-${'1'.repeat(16)}-01`,
  ])('is not believed when it is %p', (header) => expect(traceIdOf(header)).toBeUndefined());
});

describe('an outcome', () => {
  it('carries data or an error whole', () => {
    expect(unwrap({ data: { x: 1 } })).toEqual({ x: 1 });
    const error = new DomainError('errand.lost', { winner: '张*', nearby: [] });
    const told = JSON.parse(JSON.stringify(failed(error))) as Outcome;
    expect(() => unwrap(told)).toThrow(error);
    expect(thrownBy(told)).toMatchObject({ code: 'errand.lost', data: error.data });
  });

  it.each(['no.such', 'toString', 'constructor', '__proto__'])(
    'of the code %p, which no catalogue has, is an internal error',
    (code) => {
      expect(thrownBy({ error: { code: code as 'errand.lost', data: {} } })).toMatchObject({
        code: 'service.internal',
      });
    },
  );
});

function thrownBy(outcome: Outcome): unknown {
  try {
    return unwrap(outcome);
  } catch (error) {
    return error;
  }
}
