import { forms } from './forms.js';
import { roles } from './actor.js';
import { defineRpc } from './contract.js';
import { Choice, Instant, Integer, ListOf, Nested, Region, Text } from './fields.js';
import { type RegionLevel, regionLevels } from './stations.js';

/** A public figure above 0 and below it is kept back. */
export const smallestOpenFigure = 5;

const figure = { min: 0, max: Number.MAX_SAFE_INTEGER, optional: true };

/**
 * What is public of a division and month: 0, or 5 and more. A figure that is absent is below 5, or is kept back so
 * that nobody can work out another one by taking the others away from the figure above.
 */
export class OpenFigures {
  @Integer({ ...figure, description: 'As totals have it; so are the others.' }) volunteersRegistered?: number;
  @Integer(figure) volunteersVerified?: number;
  @Integer({ ...figure, description: 'At the end of the month.' }) volunteersActive30?: number;
  @Integer(figure) needsSubmitted?: number;
  @Integer(figure) needsFulfilled?: number;
  @Integer(figure) errandsOpened?: number;
  @Integer(figure) errandsFinished?: number;
  @Integer(figure) servicesConfirmed?: number;
  @Integer({
    ...figure,
    description: 'Device-verified and attested together; kept back wherever servicesConfirmed is.',
  })
  serviceMinutes?: number;
}

export const openNames = [
  'volunteersRegistered',
  'volunteersVerified',
  'volunteersActive30',
  'needsSubmitted',
  'needsFulfilled',
  'errandsOpened',
  'errandsFinished',
  'servicesConfirmed',
  'serviceMinutes',
] as const satisfies readonly (keyof OpenFigures)[];
export type OpenName = (typeof openNames)[number];

export class OpenMonthInput {
  @Region({ description: 'A city, district or subdistrict.' }) region!: string;
  @Text({
    min: 7,
    max: 7,
    form: forms.month,
    optional: true,
    description: '`2026-02`; the last one published unless told.',
  })
  month?: string;
}

export const openFormats = ['csv', 'json'] as const;
export type OpenFormat = (typeof openFormats)[number];

export class OpenFileInput extends OpenMonthInput {
  @Choice(openFormats) format!: OpenFormat;
}

export class OpenRow {
  @Region() region!: string;
  @Text({ max: 100 }) name!: string;
  @Choice(regionLevels) level!: RegionLevel;
  @Nested(() => OpenFigures) figures!: OpenFigures;
}

export class OpenMonth {
  @Region() region!: string;
  @Text({ min: 7, max: 7, form: forms.month }) month!: string;
  @Instant() publishedAt!: string;
  @Integer({ min: 1, max: 1_000, description: 'A figure above 0 and below it is kept back.' })
  threshold!: number;
  @ListOf(() => OpenRow, {
    min: 1,
    max: 5_000,
    description: 'The division itself, then those one level below down to subdistricts.',
  })
  rows!: OpenRow[];
}

export const openData = {
  /** A month as it was published for everybody: on the 20th of the next one, once and for good. */
  get: defineRpc({
    subject: 'reporting.getOpenMonth',
    input: OpenMonthInput,
    output: OpenMonth,
    errors: ['openData.notPublished', 'region.unknown'],
    callers: ['public', ...roles, 'system'],
  }),
};
