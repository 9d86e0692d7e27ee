import { Choice, Instant, Integer, Uuid } from './fields.js';
import { needTypes, type NeedType } from './needs.js';

/** An errand you hold that leaves little time for the way to this one. */
export class TightErrand {
  @Uuid() id!: string;
  @Choice(needTypes) type!: NeedType;
  @Instant() windowStart!: string;
  @Instant() windowEnd!: string;
  @Integer({ min: 0, max: 1440, description: 'Between the end of one window and the start of the other.' })
  gapMinutes!: number;
  @Integer({ min: 1, max: 100_000, description: 'By electric bicycle, as the crow flies.' })
  wayMinutes!: number;
}
