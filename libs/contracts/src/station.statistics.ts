import { forms } from './forms.js';
import { roles } from './actor.js';
import { ById, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';

/** What stations publish of their work, beyond what the suite counts by itself. Persons, person-times and bodies are apart. */
export const statisticMetrics = [
  'socialWorkStations',
  'communitiesCovered',
  'residentsCommittees',
  'committeeStaff',
  'residents',
  'courierSites',
  'courierVolunteers',
  'registeredVolunteers',
  'volunteerPersonTimes',
  'serviceHours',
  'socialWorkers',
  'licensedSocialWorkers',
  'cases',
  'casePersonTimes',
  'groups',
  'groupPersonTimes',
  'communityActivities',
  'activityPersonTimes',
  'personTimes',
  'personsServed',
  'householdsServed',
  'serviceMinutes',
  'timeBankActivities',
  'resourceLinks',
  'resourceEquivalentFen',
  'campaigns',
  'problemsLogged',
  'problemsReferred',
] as const;
export type StatisticMetric = (typeof statisticMetrics)[number];

/** Published figures are exact, approximate (近、约、左右) or at least (余、多、以上). */
export const qualifiers = ['exact', 'approx', 'atLeast'] as const;
export type Qualifier = (typeof qualifiers)[number];

const value = { min: 0, max: Number.MAX_SAFE_INTEGER };
const words = { max: 300, form: forms.notBlank };

/** What a station's record stands on; the document itself stays with the station. */
export class RecordEvidence {
  @Text({
    ...words,
    description: 'What it stands on: a list, a report, a document with its number. No names of people.',
  })
  evidence!: string;
  @Text({ min: 64, max: 64, form: forms.hash, optional: true, description: 'SHA-256 of the document.' })
  evidenceSha256?: string;
}

export class StatisticValue extends RecordEvidence {
  @Integer(value) value!: number;
  @Choice(qualifiers) qualifier!: Qualifier;
}

export class EnterStatisticInput extends StatisticValue {
  @Uuid({ description: 'Id of the record, made by the caller.' }) id!: string;
  @Region() region!: string;
  @Choice(statisticMetrics) metric!: StatisticMetric;
  @Day({ optional: true, description: 'First day it covers; absent of what there is on the last.' })
  from?: string;
  @Day({ description: 'Last day it covers.' }) to!: string;
  @Text({ ...words, description: 'Who says so: a station, a bureau, a publication.' }) source!: string;
  @Uuid({
    optional: true,
    description:
      'What it adds to the goal of this campaign; no figure of the region then, but of the campaign.',
  })
  campaignId?: string;
}

export class CorrectStatisticInput extends StatisticValue {
  @Uuid() id!: string;
  @Integer({ min: 1, max: 10_000, description: 'The version you looked at.' }) ofVersion!: number;
  @Text({ ...words, description: 'Why.' }) reason!: string;
  @Flag({ optional: true, description: 'The record counts for nothing from now on.' }) isWithdrawn?: boolean;
}

export class StatisticView extends EnterStatisticInput {
  @Integer({ min: 1, max: 10_000 }) version!: number;
  @Flag() isWithdrawn!: boolean;
  @Text({ ...words, optional: true }) reason?: string;
  @Instant() enteredAt!: string;
}

export class ImportStatisticsInput {
  @ListOf(() => EnterStatisticInput, {
    min: 1,
    max: 500,
    description: 'All or none; ids make a retry harmless.',
  })
  items!: EnterStatisticInput[];
}

export class StatisticList {
  @ListOf(() => StatisticView, { max: 10_000 }) items!: StatisticView[];
}

export class ListStatisticsInput extends RegionPageQuery {
  @Choice(statisticMetrics, { optional: true }) metric?: StatisticMetric;
  @Day({ optional: true, description: 'Only records that begin on this day or later.' }) from?: string;
  @Day({ optional: true, description: 'Only records that end on this day or before.' }) to?: string;
  @Uuid({ optional: true, description: 'Only what was entered of this campaign.' }) campaignId?: string;
}

export class StatisticPage {
  @ListOf(() => StatisticView, { max: 100 }) items!: StatisticView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class PublishedFiguresInput {
  @Region() region!: string;
  @Day({ optional: true, description: 'Only records that begin on this day or later.' }) from?: string;
  @Day({ optional: true, description: 'Only records that end on this day or before.' }) to?: string;
}

export class PublishedFigure {
  @Choice(statisticMetrics) metric!: StatisticMetric;
  @Integer(value) value!: number;
  @Choice(qualifiers, { description: 'The least certain of its records.' }) qualifier!: Qualifier;
  @Integer({ min: 1, max: 1_000_000 }) records!: number;
}

export class PublishedFigures {
  @Region() region!: string;
  @Instant({ optional: true, description: 'When the newest version among the records was entered.' })
  asOf?: string;
  @ListOf(() => PublishedFigure, {
    max: 100,
    description: 'Each the sum of its records; metrics without any are absent.',
  })
  figures!: PublishedFigure[];
}

const entering = [
  'access.foreignRegion',
  'region.unknown',
  'statistic.exists',
  'statistic.spanInvalid',
  'statistic.followsFromLog',
  'campaign.notItsRecord',
] as const;
const staff = ['station', 'official', 'administrator', 'system'] as const;

export const statistics = {
  enter: defineRpc({
    subject: 'stations.enterStatistic',
    input: EnterStatisticInput,
    output: StatisticView,
    errors: [...entering, 'idempotency.conflict'],
    callers: staff,
  }),
  import: defineRpc({
    subject: 'stations.importStatistics',
    input: ImportStatisticsInput,
    output: StatisticList,
    errors: [...entering, 'idempotency.conflict'],
    callers: staff,
  }),
  /** 更正: a version more; what was published stays to be read. */
  correct: defineRpc({
    subject: 'stations.correctStatistic',
    input: CorrectStatisticInput,
    output: StatisticView,
    errors: ['resource.notFound', 'statistic.superseded', 'idempotency.conflict'],
    callers: staff,
  }),
  /** Every version of a record, the first first. */
  history: defineRpc({
    subject: 'stations.getStatisticHistory',
    input: ById,
    output: StatisticList,
    errors: ['resource.notFound'],
    callers: ['public', ...roles, 'system'],
  }),
  /**
   * The newest version of each record of a region and all inside it, those withdrawn too, the newest day first;
   * 20 a page.
   */
  list: defineRpc({
    subject: 'stations.listStatistics',
    input: ListStatisticsInput,
    output: StatisticPage,
    errors: ['access.foreignRegion', 'cursor.invalid'],
    callers: staff,
  }),
  figures: defineRpc({
    subject: 'stations.getPublishedFigures',
    input: PublishedFiguresInput,
    output: PublishedFigures,
    errors: ['region.unknown'],
    callers: ['public', ...roles, 'system'],
  }),
};
