import { forms } from './forms.js';
import { ById, RegionPageQuery } from './common.js';
import { defineRpc } from './contract.js';
import { Choice, Day, Flag, Instant, Integer, ListOf, Region, Text, Uuid } from './fields.js';
import { referralBodies, type ReferralBody } from './referrals.js';
import { RecordEvidence } from './station.statistics.js';

/** What people ask a station for (问题类别). */
export const problemCategories = [
  'food',
  'oil',
  'vegetables',
  'medicine',
  'urgentMedicalCare',
  'policyAdvice',
  'counselling',
  'emotionalSupport',
  'other',
] as const;
export type ProblemCategory = (typeof problemCategories)[number];

/** `referred`: another body has it. `closed`: handled, by the station or by that body. */
export const problemStates = ['open', 'referred', 'closed'] as const;
export type ProblemState = (typeof problemStates)[number];

const words = { max: 500, form: forms.notBlank };

/** What is known of a problem; each version tells it whole. */
export class ProblemContent extends RecordEvidence {
  @Choice(problemCategories) category!: ProblemCategory;
  @Text({ ...words, description: 'What was asked. No names, numbers or doors.' }) asked!: string;
  @Text({ ...words, optional: true, description: 'How it was handled so far. No names, numbers or doors.' })
  handling?: string;
  @Choice(problemStates) state!: ProblemState;
  @Choice(referralBodies, { optional: true, description: 'Where it was referred to.' }) body?: ReferralBody;
  @Text({ max: 100, form: forms.notBlank, optional: true, description: 'Name of that body.' })
  bodyName?: string;
}

export class LogProblemInput extends ProblemContent {
  @Uuid({ description: 'Id of the entry, made by the caller.' }) id!: string;
  @Region({ description: 'The community.' }) region!: string;
  @Day({ description: 'When it was asked.' }) day!: string;
}

export class CorrectProblemInput extends ProblemContent {
  @Uuid() id!: string;
  @Integer({ min: 1, max: 10_000, description: 'The version you looked at.' }) ofVersion!: number;
  @Text({ max: 300, form: forms.notBlank, description: 'What happened since, or what was wrong.' })
  reason!: string;
  @Flag({ optional: true, description: 'The entry counts for nothing from now on.' }) isWithdrawn?: boolean;
}

export class ProblemView extends LogProblemInput {
  @Integer({ min: 1, max: 10_000 }) version!: number;
  @Flag() isWithdrawn!: boolean;
  @Text({ max: 300, optional: true }) reason?: string;
  @Instant() enteredAt!: string;
}

export class ImportProblemsInput {
  @ListOf(() => LogProblemInput, { min: 1, max: 500, description: 'All or none; ids make a retry harmless.' })
  items!: LogProblemInput[];
}

export class ProblemList {
  @ListOf(() => ProblemView, { max: 10_000 }) items!: ProblemView[];
}

export class ListProblemsInput extends RegionPageQuery {
  @Day({ optional: true }) from?: string;
  @Day({ optional: true }) to?: string;
  @Choice(problemStates, { optional: true }) state?: ProblemState;
}

export class ProblemPage {
  @ListOf(() => ProblemView, { max: 100 }) items!: ProblemView[];
  @Text({ max: 200, optional: true }) nextCursor?: string;
}

export class CountProblemsInput {
  @Region() region!: string;
  @Day({ optional: true }) from?: string;
  @Day({ optional: true }) to?: string;
}

const count = { min: 0, max: Number.MAX_SAFE_INTEGER };

/** How many entries are in each state; together they are all there are. */
export class ProblemCount {
  @Choice(problemCategories) category!: ProblemCategory;
  @Integer(count) logged!: number;
  @Integer({ ...count, description: 'Of these, referred to another body, whatever became of them.' })
  referred!: number;
  @Integer({ ...count, description: 'Not yet handled, nor referred.' }) stillOpen!: number;
  @Integer({ ...count, description: 'With another body, not closed.' }) stillReferred!: number;
  @Integer(count) closed!: number;
}

export class ProblemCounts {
  @Region() region!: string;
  @ListOf(() => ProblemCount, { max: 20, description: 'Categories without entries are absent.' })
  categories!: ProblemCount[];
}

const staff = ['station', 'official', 'administrator', 'system'] as const;
const entering = [
  'access.foreignRegion',
  'region.unknown',
  'problem.dayInvalid',
  'problem.placeTooLarge',
  'problem.stateInvalid',
  'problem.personalData',
  'idempotency.conflict',
] as const;

/** The daily problem log (每日问题登记) of stations. `problemsLogged` and `problemsReferred` follow from its entries. */
export const problems = {
  log: defineRpc({
    subject: 'stations.logProblem',
    input: LogProblemInput,
    output: ProblemView,
    errors: entering,
    callers: staff,
  }),
  import: defineRpc({
    subject: 'stations.importProblems',
    input: ImportProblemsInput,
    output: ProblemList,
    errors: entering,
    callers: staff,
  }),
  /** What happened since, or 更正: a version more. */
  correct: defineRpc({
    subject: 'stations.correctProblem',
    input: CorrectProblemInput,
    output: ProblemView,
    errors: [
      'resource.notFound',
      'statistic.superseded',
      'problem.stateInvalid',
      'problem.personalData',
      'idempotency.conflict',
    ],
    callers: staff,
  }),
  /** Every version, the first first; for staff of the place. */
  history: defineRpc({
    subject: 'stations.getProblemHistory',
    input: ById,
    output: ProblemList,
    errors: ['resource.notFound'],
    callers: staff,
  }),
  /** The newest version of each entry but those withdrawn, the newest day first; 20 a page. */
  list: defineRpc({
    subject: 'stations.listProblems',
    input: ListProblemsInput,
    output: ProblemPage,
    errors: ['access.foreignRegion', 'cursor.invalid'],
    callers: staff,
  }),
  count: defineRpc({
    subject: 'stations.countProblems',
    input: CountProblemsInput,
    output: ProblemCounts,
    errors: ['access.foreignRegion'],
    callers: staff,
  }),
};
