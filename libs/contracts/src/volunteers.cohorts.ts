import { defineEvent } from './contract.js';
import { Integer, Region, Uuid } from './fields.js';

/**
 * Where a verified person lives and in which decade the person was born: enough for totals by age, too little
 * to know a birthday. The newest `version` wins, whatever order events arrive in.
 */
export class CohortKnown {
  @Uuid() volunteerId!: string;
  @Integer({ min: 1, max: 2_000_000_000 }) version!: number;
  @Region() communityCode!: string;
  @Integer({ min: 1880, max: 2100, description: 'A multiple of ten: 1950 for 1950 to 1959.' })
  birthDecade!: number;
}

export const cohortEvents = {
  known: defineEvent({ subject: 'cohort.known', owner: 'volunteers', data: CohortKnown }),
};
