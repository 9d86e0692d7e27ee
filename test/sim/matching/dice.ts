/** No draw of {@link Dice.normal} is farther from 0: its numbers are made of 32 bits. */
export const farthestNormal = 7;

/** Numbers that are the same in every run (mulberry32). */
export class Dice {
  constructor(private state: number) {}

  /** From 0 to below 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    return unit(this.state);
  }

  /** Of a normal distribution around 0 with deviation 1. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }
}

/**
 * A number from 0 to below 1 that belongs to these three alone: whether a courier would take an errand is the same
 * whatever strategy asks, and in whatever order.
 */
export function fateOf(a: number, b: number, salt: number): number {
  return unit(Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca77) ^ Math.imul(salt + 1, 0xc2b2ae3d));
}

function unit(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
