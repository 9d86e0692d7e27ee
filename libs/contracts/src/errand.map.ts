import { Point } from './common.js';
import { defineRpc } from './contract.js';
import { Instant, Integer, ListOf, Nested, Region, Uuid } from './fields.js';

/** Fewer volunteers than this are shown in no cell: as in all that is published, under five nobody is told apart. */
export const smallestOnDutyCell = 5;

const counted = { min: 0, max: 1_000_000 };

export class ErrandMapInput {
  @Region({ optional: true, description: 'Everything inside this division; your own region unless told.' })
  region?: string;
}

export class CommunityOfCell {
  @Region() communityCode!: string;
}

/** A square of some 500 m, the same for everybody and every day. */
export class MapCell {
  @Nested(() => Point, { description: 'Its middle.' }) point!: Point;
  @Integer({ ...counted, description: 'Errands that are open and whose window is not over.' })
  openErrands!: number;
  @Integer({ ...counted, description: 'Of these, what nobody took in time.' }) unclaimedErrands!: number;
  @Integer({
    ...counted,
    min: smallestOnDutyCell,
    optional: true,
    description: 'Volunteers on duty who told that they are here; absent where they are fewer than five.',
  })
  onDuty?: number;
  @ListOf(() => CommunityOfCell, { max: 100, description: 'Of its open errands.' })
  communities!: CommunityOfCell[];
}

/** How many of those who ride for a site are on duty: whoever they are, and wherever. */
export class MapSite {
  @Uuid() siteId!: string;
  @Integer({ ...counted, min: 1 }) onDuty!: number;
}

export class ErrandMap {
  @Instant() asOf!: string;
  @ListOf(() => MapCell, { max: 2_000, description: 'Where there is something; most errands first.' })
  cells!: MapCell[];
  @ListOf(() => MapSite, { max: 2_000 }) sites!: MapSite[];
  @Integer({ ...counted, description: 'All volunteers of the division who are on duty, each once.' })
  onDuty!: number;
}

export const errandMap = {
  /** Open errands and volunteers on duty, both counted by place; see ADR 84 for what it never says. */
  get: defineRpc({
    subject: 'tasks.getErrandMap',
    input: ErrandMapInput,
    output: ErrandMap,
    errors: ['access.foreignRegion'],
    callers: ['station'],
  }),
};
