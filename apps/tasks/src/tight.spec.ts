import { describe, expect, it } from '@jest/globals';
import { type Placed, tightWith } from './tight.js';

const at = (clock: string) => new Date(`2026-03-02T${clock}:00+08:00`);
const errand = (id: string, from: string, to: string, latitude = 39): Placed => ({
  ...{ id, type: 'groceries', place: { longitude: 117.7, latitude } },
  ...{ windowStart: at(from), windowEnd: at(to) },
});
/** Some 3.3 km, 14 minutes. */
const farLatitude = 39.03;

describe('an errand close to another in hand', () => {
  it.each<[string, string, string, number[]]>([
    ['ends 10 minutes before', '08:00', '09:50', [10, 14]],
    ['begins 5 minutes after', '11:05', '12:00', [5, 14]],
    ['begins as it ends', '11:00', '12:00', [0, 14]],
  ])('%s is named with the gap and the way', (_, from, to, [gapMinutes, wayMinutes]) => {
    const other = errand('b', from, to, farLatitude);
    expect(tightWith(errand('a', '10:00', '11:00'), [other])).toEqual([
      {
        ...{ id: 'b', type: 'groceries', gapMinutes, wayMinutes },
        ...{ windowStart: other.windowStart.toISOString(), windowEnd: other.windowEnd.toISOString() },
      },
    ]);
  });

  it.each<[string, Placed]>([
    ['with time for the way', errand('b', '08:00', '09:46', farLatitude)],
    ['next door', errand('b', '11:00', '12:00')],
    ['at the same hours, which is refused elsewhere', errand('b', '10:30', '12:00', farLatitude)],
    ['that is the same one', errand('a', '11:00', '12:00', farLatitude)],
  ])('%s is none', (_, other) => {
    expect(tightWith(errand('a', '10:00', '11:00'), [other])).toEqual([]);
  });
});
