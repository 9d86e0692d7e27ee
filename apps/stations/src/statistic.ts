import {
  type CampaignView,
  DomainError,
  type EnterStatisticInput,
  type PublishedFigure,
  qualifiers,
  type StatisticMetric,
  type StatisticView,
} from '#contracts';
import { formatRegion, parseRegion } from '#regions';

/** What there is on a day, not what happened over days: the newest record speaks, records do not add up. */
const stands: readonly StatisticMetric[] = [
  'socialWorkStations',
  'communitiesCovered',
  'residentsCommittees',
  'committeeStaff',
  'residents',
  'courierSites',
  'courierVolunteers',
  'registeredVolunteers',
  'socialWorkers',
  'licensedSocialWorkers',
  // Each person once: of two days the later includes the earlier.
  'personsServed',
  'householdsServed',
];
/** Counted in the log of problems, not entered. */
export const loggedMetrics: readonly StatisticMetric[] = ['problemsLogged', 'problemsReferred'];
const mostDays = 20 * 366;
const dayMs = 86_400_000;

/** @throws DomainError `statistic.spanInvalid`: what stands has its day alone, what happened its first day too */
export function checkSpan({ metric, from, to }: EnterStatisticInput, today: string): void {
  const days = from === undefined ? 1 : (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  const isShapeRight = stands.includes(metric) === (from === undefined);
  if (!isShapeRight || to > today || days < 1 || days > mostDays)
    throw new DomainError('statistic.spanInvalid');
}

/** @throws DomainError `statistic.spanInvalid`: a campaign may end in the future, but not in more than 20 years */
export function checkCampaignSpan({ from, to }: { from: string; to: string }, today: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  const daysAhead = (Date.parse(to) - Date.parse(today)) / dayMs;
  if (!(days >= 1 && days <= mostDays && daysAhead <= mostDays))
    throw new DomainError('statistic.spanInvalid');
}

/** @throws DomainError `campaign.notItsRecord`: progress is of the campaign's region and metric, within its days */
export function checkProgress(
  { region, metric, from, to }: EnterStatisticInput,
  campaign: CampaignView | undefined,
): void {
  const isIts =
    campaign !== undefined &&
    !campaign.isWithdrawn &&
    formatRegion(parseRegion(region).code) === campaign.region &&
    metric === campaign.metric &&
    campaign.from <= (from ?? to) &&
    to <= campaign.to;
  if (!isIts) throw new DomainError('campaign.notItsRecord');
}

/** One figure a metric: the newest of what stands, the sum of what happened, with the least certain qualifier. */
export function figuresOf(records: readonly StatisticView[]): PublishedFigure[] {
  const byMetric = new Map<StatisticMetric, StatisticView[]>();
  for (const record of records) byMetric.set(record.metric, [...(byMetric.get(record.metric) ?? []), record]);
  return [...byMetric].map(([metric, own]) => {
    const counted = stands.includes(metric) ? newestOf(own) : own;
    return {
      metric,
      value: counted.reduce((sum, { value }) => sum + value, 0),
      qualifier: leastCertain(counted),
      records: counted.length,
    };
  });
}

/** What the log of problems counts; `asOf` of the newest of its entries. */
export interface LoggedProblems {
  logged: number;
  referred: number;
  asOf: string;
}

/** With what the log counts, beside what was entered before there was a log. */
export function withLogged(
  figures: readonly PublishedFigure[],
  problems: LoggedProblems | undefined,
): PublishedFigure[] {
  if (!problems) return [...figures];
  const counts = { problemsLogged: problems.logged, problemsReferred: problems.referred };
  const sums = new Map(figures.map((figure) => [figure.metric, figure]));
  for (const metric of ['problemsLogged', 'problemsReferred'] as const) {
    const { value, qualifier, records } = sums.get(metric) ?? { value: 0, qualifier: 'exact', records: 0 };
    if (counts[metric] > 0)
      sums.set(metric, {
        ...{ metric, qualifier },
        ...{ value: value + counts[metric], records: records + counts[metric] },
      });
  }
  return [...sums.values()];
}

function newestOf(records: readonly StatisticView[]): StatisticView[] {
  const keyOf = ({ to, enteredAt, id }: StatisticView) => `${to} ${enteredAt} ${id}`;
  return [...records].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1)).slice(0, 1);
}

/** About so many is less certain than at least so many. */
function leastCertain(records: readonly StatisticView[]): PublishedFigure['qualifier'] {
  const order = ['approx', 'atLeast', 'exact'] satisfies PublishedFigure['qualifier'][];
  return order.find((wanted) => records.some(({ qualifier }) => qualifier === wanted)) ?? qualifiers[0];
}
