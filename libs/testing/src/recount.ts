import {
  activeWindowsDays,
  errandEvents,
  type EventEnvelope,
  ledgerEvents,
  type Metrics,
  metricNames,
  mergeEvents,
  type NeedMoved,
  type NeedState,
  needEvents,
  purchaseEvents,
  type PurchaseState,
  standNames,
  type TransferCode,
  type VolunteerMerged,
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
  state: NeedState | PurchaseState;
  amountFen: number;
  code: TransferCode;
  reversedCode?: TransferCode;
  endedAt: string;
}

/** Metric, the event that counts for it, when the thing happened, and how much it counts. */
type CountedEvent = [keyof Metrics, { subject: string }, time: string, amount: (told: Told) => number];
const countedEvents: CountedEvent[] = [
  ['volunteersRegistered', volunteerEvents.registered, 'registeredAt', () => 1],
  ['volunteersRegistered', mergeEvents.merged, 'registeredAt', () => -1],
  ['needsForwarded', needEvents.forwarded, 'at', () => 1],
  ...entered('submitted', 'needsSubmitted'),
  ...entered('verified', 'needsVerified'),
  ...entered('accepted', 'needsAccepted'),
  ...entered('posted', 'needsPosted'),
  ...entered('dispatched', 'needsDispatched'),
  ...entered('referred', 'needsReferred'),
  ...entered('rejected', 'needsRejected'),
  ...entered('fulfilled', 'needsFulfilled'),
  ...entered('closed', 'needsClosed'),
  ...entered('cancelled', 'needsCancelled'),
  ['errandsOpened', errandEvents.opened, 'at', () => 1],
  ['errandsClaimed', errandEvents.claimed, 'at', () => 1],
  ['errandsReleased', errandEvents.released, 'at', () => 1],
  ['errandsCheckedIn', errandEvents.checkedIn, 'at', () => 1],
  ['errandsFinished', errandEvents.finished, 'at', () => 1],
  ['errandsExpired', errandEvents.expired, 'at', () => 1],
  ['errandsCancelled', errandEvents.cancelled, 'at', () => 1],
  ['purchasesPaid', purchaseEvents.moved, 'at', ({ state }) => (state === 'paid' ? 1 : 0)],
  [
    'purchasesPaidFen',
    purchaseEvents.moved,
    'at',
    ({ state, amountFen }) => (state === 'paid' ? amountFen : 0),
  ],
  moved('earn', 'creditsIssuedMinutes'),
  moved('redeem', 'creditsSpentMinutes'),
  moved('expire', 'creditsExpiredMinutes'),
  moved('writeOff', 'creditsWrittenOffMinutes'),
];

function entered(state: NeedState, metric: keyof Metrics): CountedEvent[] {
  return [[metric, needEvents.moved, 'at', (told) => (told.state === state ? 1 : 0)]];
}

function moved(wanted: TransferCode, metric: keyof Metrics): CountedEvent {
  const amount = ({ code, reversedCode, minutes }: Told) =>
    reversedCode === wanted ? -minutes : reversedCode === undefined && code === wanted ? minutes : 0;
  return [metric, ledgerEvents.creditsPosted, 'recordedAt', amount];
}

/** What reports must say after these events, counted one by one, however often and in whatever order they came. */
export function recount(events: readonly EventEnvelope[], scope: RecountScope): Metrics {
  const metrics = Object.fromEntries(metricNames.map((name) => [name, 0])) as unknown as Metrics;
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  for (const [metric, { subject }, time, amount] of countedEvents)
    for (const event of once)
      if (event.subject === subject && isIn(scope, event, time))
        metrics[metric] += amount(event.data as Told);
  for (const event of once)
    for (const { state, at } of (event.data as Partial<NeedMoved>).revoked ?? [])
      if (isIn(scope, { ...event, data: { ...event.data, at } }, 'at'))
        metrics[state === 'fulfilled' ? 'needsFulfilled' : 'needsClosed']--;
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
  countHomes(once, scope, metrics);
  return metrics;
}

/** Who somebody is after all merges: whom they were merged into, and whoever that one was merged into. */
function personOf(events: readonly EventEnvelope[]): (id: string) => string {
  const kept = new Map(
    events
      .filter(({ subject }) => subject === mergeEvents.merged.subject)
      .map(({ data }) => [(data as VolunteerMerged).mergedId, (data as VolunteerMerged).keptId]),
  );
  const person = (id: string): string => {
    const next = kept.get(id);
    return next === undefined ? id : person(next);
  };
  return person;
}

/** What volunteers gave by where they live by the last that was told, and who of them is active on the last day. */
function countHomes(events: readonly EventEnvelope[], scope: RecountScope, metrics: Metrics): void {
  const person = personOf(events);
  const homes = new Map(
    lastOf(events, volunteerEvents.verified.subject, ({ volunteerId }) => volunteerId).map(({ data }) => [
      (data as Told).volunteerId,
      (data as Told).communityCode,
    ]),
  );
  const active = standNames.map(() => new Set<string>());
  const lastDay = Date.parse(scope.to ?? '9000-01-01');
  for (const event of lastOf(events, errandEvents.recordConfirmed.subject, ({ recordId }) => recordId)) {
    const { serviceMinutes, verification, endedAt } = event.data as Told;
    const volunteerId = person((event.data as Told).volunteerId);
    const communityCode = homes.get(volunteerId);
    if (serviceMinutes === 0 || communityCode === undefined) continue;
    const atHome = { ...event, data: { ...event.data, communityCode } };
    if (isIn(scope, atHome, 'endedAt')) {
      metrics.homeServicesConfirmed++;
      metrics[verification === 'deviceVerified' ? 'homeDeviceVerifiedMinutes' : 'homeAttestedMinutes'] +=
        serviceMinutes;
    }
    if (!isIn({ region: scope.region }, atHome, 'endedAt')) continue;
    const daysAgo = (lastDay - Date.parse(shanghaiDay(new Date(endedAt)))) / 86_400_000;
    for (const [index, days] of activeWindowsDays.entries())
      if (daysAgo >= 0 && daysAgo < days) active[index]?.add(volunteerId);
  }
  for (const [index, name] of standNames.entries()) metrics[name] = active[index]?.size ?? 0;
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

/** Whether what an event tells lies in a region and, by the moment that `time` names, on one of the days. */
export function isIn({ region, from, to }: RecountScope, { data }: EventEnvelope, time: string): boolean {
  const { code, last } = parseRegion(region);
  const community = parseRegion((data as Told).communityCode).code;
  const day = shanghaiDay(new Date((data as Record<string, string>)[time] ?? ''));
  return code <= community && community <= last && (!from || from <= day) && (!to || day <= to);
}
