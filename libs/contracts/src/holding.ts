import { Nothing } from './common.js';
import { defineRpc } from './contract.js';
import { type ClaimState, claimStates, ErrandSummary } from './errands.js';
import { type NeedRequirement, needRequirements } from './needs.terms.js';
import { Choice, Flag, Instant, ListOf, Text, Uuid } from './fields.js';

/** An errand one has claimed and not finished yet. */
export class HeldErrand extends ErrandSummary {
  @Uuid() claimId!: string;
  @Choice(claimStates) claimState!: ClaimState;
  @Instant() claimedAt!: string;
  @Instant({ optional: true, description: 'Since when the service is under way.' }) checkedInAt?: string;
  @Flag({ description: 'Given back as soon as somebody takes over.' }) isOffered!: boolean;
  @Choice(needRequirements, {
    optional: true,
    description: 'Required, and met no longer: put it right before the window, or give the errand back.',
  })
  unmetRequirement?: NeedRequirement;
  @Text({ max: 200, optional: true }) riskNotice?: string;
}

export class HeldErrandList {
  @ListOf(() => HeldErrand, { max: 100, description: 'By the start of their windows.' }) items!: HeldErrand[];
}

export const holding = {
  /** What the volunteer has claimed and still has to do: the same on every phone one signs in with. */
  list: defineRpc({
    subject: 'tasks.listHeldErrands',
    input: Nothing,
    output: HeldErrandList,
    errors: [],
    callers: ['volunteer'],
  }),
};
