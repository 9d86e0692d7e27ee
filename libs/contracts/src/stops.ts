import { Point } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Nested, Text, Uuid } from './fields.js';

/** One place of an errand with several, in the order they are best gone to. */
export class StopInput {
  @Nested(() => Point) point!: Point;
  @Text({ max: 100, optional: true, description: 'Building, stairway and door; sealed at rest.' })
  door?: string;
  @Text({ max: 200, description: 'What to do there, without names or numbers.' }) task!: string;
}

export const stopOutcomes = ['done', 'notPossible'] as const;
export type StopOutcome = (typeof stopOutcomes)[number];

export class StopView {
  @Integer({ min: 1, max: 10 }) stop!: number;
  @Text({ max: 200 }) task!: string;
  @Choice(stopOutcomes, { optional: true }) outcome?: StopOutcome;
  @Instant({ optional: true }) checkedAt?: string;
  @Text({ max: 200, optional: true }) note?: string;
}

export class StopList {
  @ListOf(() => StopView, { max: 10 }) items!: StopView[];
}

/** Where a stop is, for the volunteer on the way. */
export class StopPlace {
  @Integer({ min: 1, max: 10 }) stop!: number;
  @Nested(() => Point) point!: Point;
  @Text({ max: 100, optional: true }) door?: string;
}

export class StopPlaces {
  @ListOf(() => StopPlace, { max: 10 }) items!: StopPlace[];
}

export class StopsOfErrandInput {
  @Uuid() errandId!: string;
}

export class CheckOffInput {
  @Uuid() errandId!: string;
  @Integer({ min: 1, max: 10 }) stop!: number;
  @Choice(stopOutcomes) outcome!: StopOutcome;
  @Text({ max: 200, optional: true, description: 'Why it was not possible; then required.' }) note?: string;
}

export const stops = {
  /** What is to be done and what is done: for who holds the errand, and for staff. */
  list: defineRpc({
    subject: 'tasks.listStops',
    input: StopsOfErrandInput,
    output: StopList,
    errors: ['resource.notFound', 'errand.notYours'],
    callers: ['volunteer', 'committee', 'station'],
  }),
  /** Points and doors for the active claimant only; every reveal is audited. */
  reveal: defineRpc({
    subject: 'tasks.revealStops',
    input: StopsOfErrandInput,
    output: StopPlaces,
    errors: ['resource.notFound', 'errand.notYours', 'errand.stateConflict'],
    callers: ['volunteer'],
  }),
  /** On the way, in any order; until every stop is checked off the volunteer cannot check out. */
  checkOff: defineRpc({
    subject: 'tasks.checkOffStop',
    input: CheckOffInput,
    output: StopList,
    errors: [
      'request.invalid',
      'resource.notFound',
      'errand.notYours',
      'errand.stateConflict',
      'stop.alreadyChecked',
    ],
    callers: ['volunteer'],
  }),
};
