import { defineRpc } from './contract.js';
import { Instant, ListOf, Region, Uuid } from './fields.js';
import { ById } from './common.js';
import { VolunteerView } from './volunteers.js';

export class MoveVolunteerInput {
  @Uuid() id!: string;
  @Region({ description: 'The community moved to (12 digits), of this city or another.' })
  communityCode!: string;
  @Uuid({
    optional: true,
    description: 'Courier site the volunteer rides for from now on; none unless told.',
  })
  courierSiteId?: string;
}

/** A move as it was told; where somebody lived before stays on record. */
export class MoveView {
  @Region() fromCode!: string;
  @Region() toCode!: string;
  @Instant() movedAt!: string;
}

export class MoveList {
  @ListOf(() => MoveView, { max: 1_000, description: 'The oldest first.' }) items!: MoveView[];
}

export const moves = {
  /**
   * A volunteer lives elsewhere from now on. Register and counts by home follow; number, verification, minutes and
   * services stay, credits stay in the time bank of the city that gave them. Beyond one’s region only the volunteer
   * moves, or whose region holds both. Moving to where one lives is the same.
   */
  move: defineRpc({
    subject: 'volunteers.move',
    input: MoveVolunteerInput,
    output: VolunteerView,
    errors: [
      'resource.notFound',
      'organisation.closed',
      'region.unknown',
      'access.foreignRegion',
      'volunteer.errandsHeld',
    ],
    callers: ['volunteer', 'committee', 'station', 'administrator'],
  }),
  listMoves: defineRpc({
    subject: 'volunteers.listMoves',
    input: ById,
    output: MoveList,
    errors: ['resource.notFound'],
    callers: ['volunteer', 'committee', 'station', 'administrator'],
  }),
};
