import type { NeedType, Point, TightErrand } from '#contracts';
import { distanceMetres } from './place.js';
import { metresPerMinute } from './score.js';

/** An errand as far as its time and place go. */
export interface Placed {
  id: string;
  type: NeedType;
  place: Point;
  windowStart: Date;
  windowEnd: Date;
}

/**
 * 软重叠: errands in hand that end so shortly before another begins, or begin so shortly after it, that the way between
 * both may not fit. A window may be used early, so this warns and never refuses; what overlaps is refused.
 */
export function tightWith(errand: Placed, held: readonly Placed[]): TightErrand[] {
  return held.flatMap((other) => {
    const gapMs = Math.max(
      errand.windowStart.getTime() - other.windowEnd.getTime(),
      other.windowStart.getTime() - errand.windowEnd.getTime(),
    );
    const gapMinutes = Math.floor(gapMs / 60_000);
    const wayMinutes = Math.ceil(distanceMetres(errand.place, other.place) / metresPerMinute);
    if (other.id === errand.id || gapMs < 0 || gapMinutes >= wayMinutes) return [];
    const { id, type, windowStart, windowEnd } = other;
    return {
      ...{ id, type, windowStart: windowStart.toISOString(), windowEnd: windowEnd.toISOString() },
      ...{ gapMinutes, wayMinutes },
    };
  });
}
