import { defineRpc } from './contract.js';
import { Choice, Day, Flag, Integer, ListOf, Region, Text } from './fields.js';
import { ToldEvent } from './reporting.facts.js';

/** What is counted as histograms: waits of claims, hazards by step, and how long they took to close. */
export const distributionFamilies = ['wait', 'hazard', 'closure'] as const;
export type DistributionFamily = (typeof distributionFamilies)[number];

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };
const sum = { min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };
const unknownBefore = { optional: true, description: 'Since when each wait is known; absent: always.' };

export class SumDistributionsInput {
  @Region({ description: 'A county, or less.' }) region!: string;
}

/** One family in a township in a month of Asia/Shanghai, in two figures: how many, and a checksum of where each counts. */
export class DistributionSum {
  @Region() township!: string;
  @Day({ description: 'The first of the month.' }) month!: string;
  @Choice(distributionFamilies) family!: DistributionFamily;
  @Integer(count) n!: number;
  @Integer(sum) checksum!: number;
}

export class DistributionSums {
  @ListOf(() => DistributionSum, { max: 40_000 }) items!: DistributionSum[];
  @Day(unknownBefore) waitsFrom?: string;
}

export class ListDistributionsInput {
  @Region({ description: 'A township, or a community in it.' }) region!: string;
  @Day({ description: 'The first of the month.' }) month!: string;
  @Flag({ optional: true, description: 'With the events told of it in the last day.' }) withEvents?: boolean;
}

/**
 * One counter of a day. `key` is `wait` with type and hour of opening, `hazard` with category and step, or `closure`
 * with category; `bucket` is that of the seconds waited or of the minutes until closing, each bucket a tenth wider than the one before; 0 of hazards.
 */
export class DistributionLine {
  @Region({ description: 'Of waits the township, of hazards the community.' }) place!: string;
  @Day() day!: string;
  @Text({ max: 60 }) key!: string;
  @Integer({ min: -1, max: 400 }) bucket!: number;
  @Integer(count) n!: number;
}

export class DistributionLines {
  @ListOf(() => DistributionLine, { max: 40_000 }) items!: DistributionLine[];
  @Day(unknownBefore) waitsFrom?: string;
  @ListOf(() => ToldEvent, { max: 200_000, description: 'Of the same moment as the lines.' })
  events!: ToldEvent[];
}

/** The owner's own count of what totals keep as histograms: of one moment, from the tables that hold the facts. */
export const distributionFacts = {
  /** Little enough for a whole county: where these differ, the lines are looked at. */
  sum: defineRpc({
    subject: 'tasks.sumDistributions',
    input: SumDistributionsInput,
    output: DistributionSums,
    errors: [],
    callers: ['system'],
    deadlineMs: 20_000,
  }),
  list: defineRpc({
    subject: 'tasks.listDistributions',
    input: ListDistributionsInput,
    output: DistributionLines,
    errors: [],
    callers: ['system'],
    deadlineMs: 20_000,
  }),
};
