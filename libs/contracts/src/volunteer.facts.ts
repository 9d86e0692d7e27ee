import { ById } from './common.js';
import { defineRpc } from './contract.js';
import { Day, Integer, ListOf, Text, Uuid } from './fields.js';

export class AgeQuestion {
  @Uuid() volunteerId!: string;
  @Day() day!: string;
}

export class AgesOnInput {
  @ListOf(() => AgeQuestion, { max: 1000 }) items!: AgeQuestion[];
}

export class AgeAnswer extends AgeQuestion {
  @Integer({ min: 0, max: 200, optional: true, description: 'Full years; absent where nobody is known.' })
  ageYears?: number;
}

export class AgesOn {
  @ListOf(() => AgeAnswer, { max: 1000, description: 'In the order asked.' }) items!: AgeAnswer[];
}

export class VolunteerNumberInput {
  @Text({ max: 20 }) volunteerNumber!: string;
}

/** What other services must know of volunteers to decide; never for people, and no more than is asked. */
export const volunteerFacts = {
  /** How old volunteers were on given days. */
  agesOn: defineRpc({
    subject: 'volunteers.agesOn',
    input: AgesOnInput,
    output: AgesOn,
    errors: [],
    callers: ['system'],
  }),
  /** Whose number it is. */
  withNumber: defineRpc({
    subject: 'volunteers.findByNumber',
    input: VolunteerNumberInput,
    output: ById,
    errors: ['resource.notFound'],
    callers: ['system'],
  }),
};
