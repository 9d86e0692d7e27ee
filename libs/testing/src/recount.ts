import {
  errandEvents,
  type EventEnvelope,
  ledgerEvents,
  type Metrics,
  metricNames,
  needEvents,
  volunteerEvents,
} from '#contracts';
import { shanghaiDay } from '#platform';
import { parseRegion } from '#regions';

/** Which events a recount looks at: those of a region, on days from `from` to `to`. */
export interface RecountScope {
  region: string;
  from?: string;
  to?: string;
}

/** The fields the counted events have between them. */
interface Told {
  communityCode: string;
  volunteerId: string;
  recordId: string;
  verification: string;
  version: number;
  minutes: number;
  serviceMinutes: number;
  code: string;
  reversedCode?: string;
}

/** Metric, the event that counts for it, when the thing happened, and how much it counts. */
const countedEvents: [keyof Metrics, { subject: string }, time: string, amount: (told: Told) => number][] = [
  ['volunteersRegistered', volunteerEvents.registered, 'registeredAt', () => 1],
  ['needsForwarded', needEvents.forwarded, 'at', () => 1],
  ['errandsOpened', errandEvents.opened, 'at', () => 1],
  ['errandsClaimed', errandEvents.claimed, 'at', () => 1],
  ['errandsReleased', errandEvents.released, 'at', () => 1],
  ['errandsFinished', errandEvents.finished, 'at', () => 1],
  [
    'creditsIssuedMinutes',
    ledgerEvents.creditsPosted,
    'recordedAt',
    ({ code, reversedCode, minutes }) => (code === 'earn' ? minutes : reversedCode === 'earn' ? -minutes : 0),
  ],
];

/** What reports must say after these events, counted one by one, however often and in whatever order they came. */
export function recount(events: readonly EventEnvelope[], scope: RecountScope): Metrics {
  const metrics = Object.fromEntries(metricNames.map((name) => [name, 0])) as unknown as Metrics;
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  for (const [metric, { subject }, time, amount] of countedEvents)
    for (const event of once)
      if (event.subject === subject && isIn(scope, event, time))
        metrics[metric] += amount(event.data as Told);
  for (const event of lastOf(once, errandEvents.recordConfirmed.subject, ({ recordId }) => recordId)) {
    const { serviceMinutes, verification } = event.data as Told;
    if (serviceMinutes === 0 || !isIn(scope, event, 'endedAt')) continue;
    metrics.servicesConfirmed++;
    metrics[verification === 'deviceVerified' ? 'deviceVerifiedMinutes' : 'attestedMinutes'] +=
      serviceMinutes;
  }
  for (const event of lastOf(once, volunteerEvents.verified.subject, ({ volunteerId }) => volunteerId))
    if ((event.data as Told).verification === 'verified' && isIn(scope, event, 'decidedAt'))
      metrics.volunteersVerified++;
  return metrics;
}

/** The newest version of each thing told with one subject. */
function lastOf(
  events: readonly EventEnvelope[],
  subject: string,
  idOf: (told: Told) => string,
): EventEnvelope[] {
  const last = new Map<string, EventEnvelope>();
  for (const event of events) {
    if (event.subject !== subject) continue;
    const told = event.data as Told;
    const known = last.get(idOf(told))?.data as Told | undefined;
    if (!known || known.version < told.version) last.set(idOf(told), event);
  }
  return [...last.values()];
}

function isIn({ region, from, to }: RecountScope, { data }: EventEnvelope, time: string): boolean {
  const { code, last } = parseRegion(region);
  const community = parseRegion((data as Told).communityCode).code;
  const day = shanghaiDay(new Date((data as Record<string, string>)[time] ?? ''));
  return code <= community && community <= last && (!from || from <= day) && (!to || day <= to);
}
