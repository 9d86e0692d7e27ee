import { describe, expect, it } from '@jest/globals';
import { arrayLiteral } from './array.literal.js';
import { newId } from './ids.js';

describe('array literal', () => {
  it('writes ids, days and numbers bare', () => {
    const id = newId();
    expect(arrayLiteral([id])).toBe(`{${id}}`);
    expect(arrayLiteral(['2026-11-22', 'errand.claimed'])).toBe('{2026-11-22,errand.claimed}');
    expect(arrayLiteral([1, -2.5, 1e21])).toBe('{1,-2.5,1e+21}');
    expect(arrayLiteral([])).toBe('{}');
  });

  it.each([
    [['']],
    [['a b']],
    [['a,b']],
    [['{}']],
    [['"']],
    [['\\']],
    [["'"]],
    [['NULL']],
    [['null']],
    [['王']],
    [['a\n']],
    [[null]],
    [[undefined]],
    [[true]],
    [[new Date(0)]],
    [[['nested']]],
    [[{}]],
    [[Number.NaN]],
    [[Number.POSITIVE_INFINITY]],
  ])('leaves %j to the driver', (elements) => {
    expect(arrayLiteral(elements)).toBeUndefined();
  });
});
