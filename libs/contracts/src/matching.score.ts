import { PageQuery, Point } from './common.js';
import { Choice, Flag, Instant, Integer, ListOf, Nested, Region } from './fields.js';
import { needTypes, type NeedType } from './needs.js';

/** What a match is made of, in the order it is shown. */
export const matchPartNames = [
  'distance',
  'route',
  'window',
  'skill',
  'urgency',
  'waiting',
  'fairness',
] as const;
export type MatchPartName = (typeof matchPartNames)[number];

export class MatchPart {
  @Choice(matchPartNames) name!: MatchPartName;
  @Integer({ min: 0, max: 100 }) value!: number;
  @Integer({ min: 0, max: 100, description: 'The weights of all parts add up to 100.' }) weight!: number;
}

/** How well an errand and a volunteer fit. Nothing enters the score that its parts do not show. */
export class Match {
  @Integer({ min: 0, max: 10_000, description: 'The sum of value × weight over the parts.' }) score!: number;
  @ListOf(() => MatchPart, { min: 7, max: 7 }) parts!: MatchPart[];
}

export const feedOrders = ['newest', 'nearest', 'bestMatch'] as const;
export type FeedOrder = (typeof feedOrders)[number];

/** What is open. Filters may be combined; `nearest` and `bestMatch` are one page. */
export class FeedInput extends PageQuery {
  @Choice(feedOrders, {
    optional: true,
    description: 'newest unless told; bestMatch is the best of the 200 nearest, for volunteers.',
  })
  order?: FeedOrder;
  @Nested(() => Point, {
    optional: true,
    description: 'Where you are; nearest takes it, or your place on duty.',
  })
  point?: Point;
  @Region({ optional: true, description: 'Your own city unless told.' }) region?: string;
  @Choice(needTypes, { optional: true }) type?: NeedType;
  @Flag({ optional: true, description: 'Only what may be begun now.' }) openNow?: boolean;
  @Flag({ optional: true, description: 'Only within 500 m of the route you told when going on duty.' })
  onMyRoute?: boolean;
  @Flag({ optional: true, description: 'Only within 1 km of your courier site.' }) nearMySite?: boolean;
  @Instant({ optional: true, description: 'Only windows that end after it.' }) windowFrom?: string;
  @Instant({ optional: true, description: 'Only windows that begin before it.' }) windowTo?: string;
}
