import { defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { type FlowName, flowNames } from './reporting.metrics.js';

/** Metrics that count a step of a need, an errand or a purchase. Services have a list of their own: `drilling.services`. */
export const steppedNames = flowNames.filter((name) => /^(?:needs|errands|purchases)/.test(name));

export class CountedStepsInput {
  @Region({ description: 'A subdistrict or a community.' }) region!: string;
  @Day() day!: string;
  @Choice(steppedNames) metric!: FlowName;
  @Text({ max: 200, optional: true }) cursor?: string;
}

/** One step as it counts; the need or errand itself shows who may see it what they may see. */
export class CountedStep {
  @Uuid({ optional: true, description: 'Of a need, or of an errand that opened.' }) needId?: string;
  @Uuid({ optional: true, description: 'Of an errand, or of a purchase on one.' }) errandId?: string;
  @Region() communityCode!: string;
  @Instant() at!: string;
  @Integer({ min: 0, max: 1_000_000_000, description: '1; of `purchasesPaidFen` what was paid.' })
  amount!: number;
}

export class CountedSteps {
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER, description: 'Of all pages: what the day’s total says.' })
  total!: number;
  @ListOf(() => CountedStep, { max: 100 }) items!: CountedStep[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

/** The last step of drilling down: what one figure of one day is made of, by the service that owns it. */
export const countedSteps = {
  list: defineRpc({
    subject: 'tasks.listCountedSteps',
    input: CountedStepsInput,
    output: CountedSteps,
    errors: ['access.foreignRegion', 'request.invalid', 'cursor.invalid'],
    callers: ['committee', 'station', 'official', 'administrator', 'system'],
  }),
};
