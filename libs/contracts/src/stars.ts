import { forms } from './forms.js';
import { roles } from './actor.js';
import { Nothing } from './common.js';
import { defineRpc } from './contract.js';
import { Day, Instant, Integer, ListOf, Nested, Region, Text } from './fields.js';

export const mostStars = 5;
const versions = { min: 0, max: 10_000 };
const fewest = {
  min: 1,
  max: 1_000,
  description: 'Who has fewer evaluations than this is held back by none.',
};
const counted = { min: 0, max: 100_000_000 };

/** What a star takes. */
export class StarStep {
  @Integer({ min: 1, max: 100_000, description: 'Hours served in a life.' }) hours!: number;
  @Integer({
    min: 0,
    max: 100,
    optional: true,
    description: 'At least so many of 100 evaluations by residents are without a complaint; 0 unless told.',
  })
  goodPercent?: number;
}

const five = { min: mostStars, max: mostStars, description: 'Of the first star to the fifth, rising.' };

export class SetStarStepsInput {
  @Region({ description: 'A city or a county: those who live in it.' }) region!: string;
  @ListOf(() => StarStep, five) steps!: StarStep[];
  @Integer({ ...fewest, optional: true, description: `${fewest.description} 5 unless told.` })
  fewestEvaluations?: number;
  @Day({ description: 'The first day they hold; today or later.' }) effectiveFrom!: string;
  @Text({ max: 300, form: forms.notBlank, description: 'The decision they stand on: document and number.' })
  source!: string;
  @Integer({ ...versions, description: 'The newest version of this region you know of; 0: none.' })
  ofVersion!: number;
}

export class StarStepsInput {
  @Region() region!: string;
  @Day({ optional: true, description: 'Today unless told; a later day shows what is decided for then.' })
  day?: string;
}

/** Which steps hold somewhere: those of the county, else of the city, else 100, 300, 600, 1,000 and 1,500 hours. */
export class StarSteps {
  @Region({ optional: true, description: 'Where they were set; absent: the default.' }) region?: string;
  @ListOf(() => StarStep, five) steps!: StarStep[];
  @Integer(fewest) fewestEvaluations!: number;
  @Integer({ ...versions, description: '0: the default.' }) version!: number;
  @Day({ optional: true }) effectiveFrom?: string;
  @Text({ max: 300, optional: true }) source?: string;
  @Instant({ optional: true }) decidedAt?: string;
}

export class OwnStars {
  @Integer({ min: 0, max: mostStars }) starLevel!: number;
  @Integer(counted) lifetimeMinutes!: number;
  @Integer({
    ...counted,
    optional: true,
    description: 'To the hours of the next star; absent with all five.',
  })
  minutesToNext?: number;
  @Integer({ ...counted, description: 'By residents, of services.' }) evaluations!: number;
  @Integer({ ...counted, description: 'Of them without a complaint.' }) goodEvaluations!: number;
  @Nested(() => StarSteps) rule!: StarSteps;
}

export const stars = {
  /** A version more of a region’s steps; from its day on who lives there has the stars it gives. */
  set: defineRpc({
    subject: 'volunteers.setStarSteps',
    input: SetStarStepsInput,
    output: StarSteps,
    errors: [
      'access.foreignRegion',
      'region.unknown',
      'star.stepsInvalid',
      'star.effectiveInPast',
      'star.superseded',
    ],
    callers: ['administrator'],
  }),
  get: defineRpc({
    subject: 'volunteers.getStarSteps',
    input: StarStepsInput,
    output: StarSteps,
    errors: [],
    callers: ['public', ...roles],
  }),
  /** One’s own stars, and how far the next is. */
  own: defineRpc({
    subject: 'volunteers.getOwnStars',
    input: Nothing,
    output: OwnStars,
    errors: ['resource.notFound'],
    callers: ['volunteer'],
  }),
};
