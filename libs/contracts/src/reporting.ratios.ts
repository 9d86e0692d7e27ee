import { defineRpc } from './contract.js';
import { Choice, Day, Decimal, Instant, Integer, ListOf, Region, Text } from './fields.js';
import { type Qualifier, qualifiers } from './station.statistics.js';

/**
 * `volunteerRatio`: registered volunteers ÷ population. `activeRatio`: volunteers active in 365 days ÷ population.
 * `stationCoverage`: township-level units with a social work station ÷ township-level units.
 * `stationCoverageWithoutZones`: the same of subdistricts, towns and townships alone, numbered 001 to 399, without
 * development zones and the like. `licenceRate`: licensed ÷ employed social workers, each as last published for the
 * division itself.
 */
export const ratioNames = [
  'volunteerRatio',
  'activeRatio',
  'stationCoverage',
  'stationCoverageWithoutZones',
  'licenceRate',
] as const;
export type RatioName = (typeof ratioNames)[number];

/** What a ratio is divided by. */
export const denominators = [
  'population',
  'townshipUnits',
  'townshipUnitsWithoutZones',
  'socialWorkers',
] as const;
export type Denominator = (typeof denominators)[number];

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };

export class RatiosInput {
  @Region() region!: string;
  @Day({ optional: true, description: 'As of the end of this day; today unless told.' }) to?: string;
}

export class NamedRatio {
  @Choice(ratioNames) name!: RatioName;
  @Integer(count) numerator!: number;
  @Choice(denominators) dividedBy!: Denominator;
  @Integer({ ...count, min: 1, optional: true, description: 'Absent where there is none.' })
  denominator?: number;
  @Decimal({
    min: 0,
    max: 1e15,
    optional: true,
    description: 'Two decimals, half up; absent without a denominator.',
  })
  percent?: number;
  @Choice(qualifiers, { optional: true, description: 'How certain the denominator is, and so the ratio.' })
  qualifier?: Qualifier;
  @Text({ max: 300, optional: true, description: 'Of the denominator.' }) source?: string;
  @Text({ max: 200, optional: true, description: 'Why there is no ratio, in Chinese and English.' })
  missing?: string;
}

export class Ratios {
  @Region() region!: string;
  @Day() to!: string;
  @ListOf(() => NamedRatio, { min: 1, max: 20 }) ratios!: NamedRatio[];
  @Integer({ min: 0, max: 1_000_000, description: 'Version of the population table; 0 before the first.' })
  populationVersion!: number;
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer(count) lagMs!: number;
}

/** Of one division one level below. `licenceRate` is published division by division and asked for so. */
export class PartRatios {
  @Region() region!: string;
  @Text({ max: 100 }) name!: string;
  @ListOf(() => NamedRatio, { min: 1, max: 20 }) ratios!: NamedRatio[];
}

export class RatiosOfParts {
  @Region() region!: string;
  @Day() to!: string;
  @ListOf(() => PartRatios, {
    max: 5_000,
    description: 'One row a division one level below (a community: itself).',
  })
  parts!: PartRatios[];
  @Integer({ min: 0, max: 1_000_000, description: 'Version of the population table; 0 before the first.' })
  populationVersion!: number;
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer(count) lagMs!: number;
}

const reading = {
  errors: ['access.foreignRegion', 'report.spanInvalid', 'region.unknown'],
  callers: ['committee', 'station', 'official', 'administrator', 'system'],
  deadlineMs: 20_000,
} as const;

/** Ratios with stated denominators; where there is no figure there is no ratio, and the answer says so. */
export const ratioReports = {
  get: defineRpc({ subject: 'reporting.getRatios', input: RatiosInput, output: Ratios, ...reading }),
  /** Of every division one level below, from one reading. */
  ofParts: defineRpc({
    subject: 'reporting.getRatiosOfParts',
    input: RatiosInput,
    output: RatiosOfParts,
    ...reading,
  }),
};
