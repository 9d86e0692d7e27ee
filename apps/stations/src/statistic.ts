import {
  DomainError,
  type EnterStatisticInput,
  type PublishedFigure,
  qualifiers,
  type StatisticMetric,
  type StatisticView,
} from '#contracts';

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
];
const mostDays = 20 * 366;
const dayMs = 86_400_000;

/** @throws DomainError `statistic.spanInvalid`: what stands has its day alone, what happened its first day too */
export function checkSpan({ metric, from, to }: EnterStatisticInput, today: string): void {
  const days = from === undefined ? 1 : (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  const isShapeRight = stands.includes(metric) === (from === undefined);
  if (!isShapeRight || to > today || days < 1 || days > mostDays)
    throw new DomainError('statistic.spanInvalid');
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

function newestOf(records: readonly StatisticView[]): StatisticView[] {
  const keyOf = ({ to, enteredAt, id }: StatisticView) => `${to} ${enteredAt} ${id}`;
  return [...records].sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1)).slice(0, 1);
}

/** About so many is less certain than at least so many. */
function leastCertain(records: readonly StatisticView[]): PublishedFigure['qualifier'] {
  const order = ['approx', 'atLeast', 'exact'] satisfies PublishedFigure['qualifier'][];
  return order.find((wanted) => records.some(({ qualifier }) => qualifier === wanted)) ?? qualifiers[0];
}
