import { defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Nested, Region, Text } from './fields.js';
import { needTypes, type NeedType } from './needs.js';
import { TotalsInput } from './reporting.js';

/** `hour` is the hour of the day, Asia/Shanghai, in which an errand became open; `part` a division one level below. */
export const waitGroupings = ['needType', 'hour', 'part'] as const;
export type WaitGrouping = (typeof waitGroupings)[number];

export class TimeToClaimInput extends TotalsInput {
  @Choice(waitGroupings, { optional: true, description: 'needType unless told.' }) by?: WaitGrouping;
  @Choice(needTypes, { optional: true, description: 'Only errands of this type.' }) type?: NeedType;
}

const seconds = { min: 0, max: 100_000_000, optional: true };

/** How long slots waited until somebody claimed them; unclaimed ones wait still and are not here. */
export class WaitFigures {
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) claims!: number;
  @Integer({ ...seconds, description: 'Half of the claims came within it; absent without claims.' })
  p50Seconds?: number;
  @Integer({ ...seconds, description: '95 of a hundred came within it.' }) p95Seconds?: number;
}

export class WaitGroup extends WaitFigures {
  @Text({ max: 40, description: 'A need type, an hour from 0 to 23, or a division’s 12 digits.' })
  key!: string;
  @Text({ max: 100, optional: true, description: 'Of a division.' }) name?: string;
}

export class TimeToClaim {
  @Region() region!: string;
  @Day({ optional: true }) from?: string;
  @Day() to!: string;
  @Choice(waitGroupings) by!: WaitGrouping;
  @Integer({ min: 0, max: 100, description: 'Figures are at most so many percent off the exact ones.' })
  errorPercent!: number;
  @Nested(() => WaitFigures) all!: WaitFigures;
  @ListOf(() => WaitGroup, { max: 5_000, description: 'Groups in which something was claimed.' })
  groups!: WaitGroup[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) lagMs!: number;
}

export const waits = {
  /** Time-to-claim, p50 and p95. The days are those on which errands became open. */
  getTimeToClaim: defineRpc({
    subject: 'reporting.getTimeToClaim',
    input: TimeToClaimInput,
    output: TimeToClaim,
    errors: ['access.foreignRegion', 'report.spanInvalid', 'report.placeTooSmall', 'region.unknown'],
    callers: ['station', 'official', 'administrator', 'system'],
  }),
};
