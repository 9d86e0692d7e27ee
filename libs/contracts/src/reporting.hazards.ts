import { defineRpc } from './contract.js';
import { Choice, Day, Instant, Integer, ListOf, Nested, Region } from './fields.js';
import { hazardCategories, type HazardCategory } from './hazards.js';
import { TotalsInput } from './reporting.js';

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };
const minutes = { min: 0, max: 200_000_000, optional: true };

/** Hazards and the time to their closure. Each step counts on the day it was taken. */
export class HazardFigures {
  @Integer({ ...count, description: 'Reports, those that joined a known hazard included.' }) reports!: number;
  @Integer({ ...count, description: 'Hazards, each once.' }) hazards!: number;
  @Integer(count) handled!: number;
  @Integer(count) fedBack!: number;
  @Integer(count) closed!: number;
  @Integer({ ...count, description: 'Found to be still there.' }) reopened!: number;
  @Integer({
    ...minutes,
    description: 'Half of the closed took no longer, from the first report; 10 % exact.',
  })
  closureP50Minutes?: number;
  @Integer({ ...minutes, description: '95 of 100 took no longer.' }) closureP95Minutes?: number;
}

export class HazardCounts extends HazardFigures {
  @Choice(hazardCategories) category!: HazardCategory;
}

export class HazardReport {
  @Region() region!: string;
  @Day({ optional: true }) from?: string;
  @Day() to!: string;
  @Nested(() => HazardFigures, { description: 'Of all categories.' }) all!: HazardFigures;
  @ListOf(() => HazardCounts, { max: 20, description: 'Categories of which something counts.' })
  categories!: HazardCounts[];
  @Instant({ optional: true, description: 'As of totals.' }) asOf?: string;
  @Integer({ min: 0, max: Number.MAX_SAFE_INTEGER }) lagMs!: number;
}

export const hazardReports = {
  /** Hazards of a region by category over days, and how long it took to close them. */
  get: defineRpc({
    subject: 'reporting.getHazards',
    input: TotalsInput,
    output: HazardReport,
    errors: ['access.foreignRegion', 'report.spanInvalid'],
    callers: ['committee', 'station', 'official', 'administrator'],
  }),
};
