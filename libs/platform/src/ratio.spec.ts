import { describe, expect, it } from '@jest/globals';
import { costPerErrandFen, ratioOf } from './ratio.js';

describe('a ratio', () => {
  it('has two decimals, half up', () => {
    expect(ratioOf(1, 3, 100)).toBe(33.33);
    expect(ratioOf(2, 3, 100)).toBe(66.67);
    expect(ratioOf(1, 800, 100)).toBe(0.13);
    expect(ratioOf(1005, 100_000, 100)).toBe(1.01);
    expect(ratioOf(-1, 800, 100)).toBe(-0.13);
    expect(ratioOf(0, 7, 100)).toBe(0);
    expect(ratioOf(82, 100_000, 1000)).toBe(0.82);
  });

  it('is exact beyond what floats hold', () => {
    expect(ratioOf(9_007_199_254_740_991, 9_007_199_254_740_991, 100)).toBe(100);
  });

  it('is divided by something', () => {
    expect(() => ratioOf(1, 0, 100)).toThrow(RangeError);
    expect(() => ratioOf(1, -1, 100)).toThrow(RangeError);
  });
});

describe('the cost of an errand', () => {
  it('is what was paid back for each, and nothing where nothing was', () => {
    expect(costPerErrandFen({ purchasesPaid: 3, purchasesPaidFen: 1_000 })).toBe(333.33);
    expect(costPerErrandFen({ purchasesPaid: 0, purchasesPaidFen: 0 })).toBeUndefined();
  });
});
