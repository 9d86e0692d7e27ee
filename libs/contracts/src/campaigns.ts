import { forms } from './forms.js';
import { roles } from './actor.js';
import { ById, PageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Decimal, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { type Qualifier, qualifiers, RecordEvidence, type StatisticMetric } from './station.statistics.js';

/**
 * What a campaign (专项行动) can aim at. Persons and households are told as how many there were up to a day, each
 * once, and the newest record speaks; of the others records add up. Values are in fen.
 */
export const goalMetrics = [
  'personsServed',
  'householdsServed',
  'personTimes',
  'volunteerPersonTimes',
  'serviceMinutes',
  'serviceHours',
  'cases',
  'groups',
  'communityActivities',
  'activityPersonTimes',
  'resourceLinks',
  'resourceEquivalentFen',
] as const satisfies readonly StatisticMetric[];
export type GoalMetric = (typeof goalMetrics)[number];

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };
const words = { max: 300, form: forms.notBlank };

/** What may be corrected of a campaign by a version more. */
export class CampaignGoal extends RecordEvidence {
  @Integer({ ...count, min: 1, description: 'In units of the metric.' }) target!: number;
}

export class EnterCampaignInput extends CampaignGoal {
  @Uuid({ description: 'Id of the campaign, made by the caller.' }) id!: string;
  @Region() region!: string;
  @Text({ max: 100, form: forms.notBlank }) name!: string;
  @Choice(goalMetrics) metric!: GoalMetric;
  @Day({ description: 'First day.' }) from!: string;
  @Day({ description: 'Last day; it may lie ahead.' }) to!: string;
}

export class CorrectCampaignInput extends CampaignGoal {
  @Uuid() id!: string;
  @Integer({ min: 1, max: 10_000, description: 'The version you looked at.' }) ofVersion!: number;
  @Text({ ...words, description: 'Why.' }) reason!: string;
  @Flag({ optional: true, description: 'It is shown no more and takes no progress.' }) isWithdrawn?: boolean;
}

export class CampaignView extends EnterCampaignInput {
  @Integer({ min: 1, max: 10_000 }) version!: number;
  @Flag() isWithdrawn!: boolean;
  @Text({ ...words, optional: true }) reason?: string;
  @Instant() enteredAt!: string;
}

export class ImportCampaignsInput {
  @ListOf(() => EnterCampaignInput, {
    min: 1,
    max: 500,
    description: 'All or none; ids make a retry harmless.',
  })
  items!: EnterCampaignInput[];
}

export class CampaignList {
  @ListOf(() => CampaignView, { max: 10_000 }) items!: CampaignView[];
}

export class ListCampaignsInput extends PageQuery {
  @Region({ description: 'With everything inside it.' }) region!: string;
  @Day({ optional: true, description: 'Only campaigns that run on this day.' }) on?: string;
}

/** A campaign as it stands: its goal, and what its records reached. */
export class CampaignProgress extends CampaignView {
  @Integer({ ...count, description: 'By the newest versions of its records.' }) reached!: number;
  @Choice(qualifiers, { description: 'The least certain of its records; exact without any.' })
  qualifier!: Qualifier;
  @Decimal({ min: 0, max: 1e15, description: 'reached ÷ target, two decimals, half up; it may exceed 100.' })
  percent!: number;
  @Integer({ ...count, description: 'Records it was reached by.' }) records!: number;
  @Instant({ optional: true, description: 'When the newest version of these was entered.' }) asOf?: string;
}

export class CampaignPage {
  @ListOf(() => CampaignProgress, { max: 100 }) items!: CampaignProgress[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

const staff = ['station', 'official', 'administrator', 'system'] as const;
const entering = [
  'access.foreignRegion',
  'region.unknown',
  'statistic.spanInvalid',
  'campaign.exists',
  'idempotency.conflict',
] as const;

/** Campaigns of stations with a goal. Progress is entered as `statistics` that bear the campaign's id. */
export const campaigns = {
  enter: defineRpc({
    subject: 'stations.enterCampaign',
    input: EnterCampaignInput,
    output: CampaignView,
    errors: entering,
    callers: staff,
  }),
  import: defineRpc({
    subject: 'stations.importCampaigns',
    input: ImportCampaignsInput,
    output: CampaignList,
    errors: entering,
    callers: staff,
  }),
  /** 更正: a version more of the goal; days, region and metric stay, or it is withdrawn and entered anew. */
  correct: defineRpc({
    subject: 'stations.correctCampaign',
    input: CorrectCampaignInput,
    output: CampaignView,
    errors: ['resource.notFound', 'statistic.superseded', 'idempotency.conflict'],
    callers: staff,
  }),
  /** Every version of the goal, the first first. */
  history: defineRpc({
    subject: 'stations.getCampaignHistory',
    input: ById,
    output: CampaignList,
    errors: ['resource.notFound'],
    callers: ['public', ...roles, 'system'],
  }),
  /** Campaigns of a region and of all inside it, the newest first; 20 a page. */
  list: defineRpc({
    subject: 'stations.listCampaigns',
    input: ListCampaignsInput,
    output: CampaignPage,
    errors: ['region.unknown', 'cursor.invalid'],
    callers: ['public', ...roles, 'system'],
  }),
};
