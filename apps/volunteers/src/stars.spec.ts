import { expect, it } from '@jest/globals';
import { starLevel } from './stars.js';

it.each([
  [0, 0],
  [100 * 60 - 1, 0],
  [100 * 60, 1],
  [300 * 60 - 1, 1],
  [300 * 60, 2],
  [600 * 60, 3],
  [1000 * 60, 4],
  [1500 * 60, 5],
  [100_000 * 60, 5],
])('%i minutes are %i stars', (minutes, stars) => expect(starLevel(minutes)).toBe(stars));
