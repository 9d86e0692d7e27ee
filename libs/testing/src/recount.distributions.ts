import {
  type ErrandClaimed,
  errandEvents,
  type EventEnvelope,
  type HazardFigures,
  hazardEvents,
  type HazardMoved,
  type HazardReport,
  hazardReports,
  type RpcContract,
  type TimeToClaim,
  type WaitFigures,
  waitGroupings,
  waits,
} from '#contracts';
import { shanghaiDay } from '#platform';
import { parseRegion } from '#regions';
import { isIn, type RecountScope } from './recount.js';

/** One claim: what was claimed, where, in which hour it became open, and after how many seconds it was claimed. */
interface Wait {
  type: string;
  hour: string;
  seconds: number;
  event: EventEnvelope;
}

/** Asks reporting as the suite itself, and answers what was asked for. */
type Ask = <I extends object, O extends object>(contract: RpcContract<I, O>, input: I) => Promise<O>;

/**
 * How time-to-claim (by need type, hour and part of the region) and hazards, as reports tell them, differ from events
 * counted one by one, however often and in whatever order they came; in words, so `[]` is good.
 */
export async function distributionFaults(
  ask: Ask,
  events: readonly EventEnvelope[],
  scope: RecountScope,
): Promise<string[]> {
  const once = [...new Map(events.map((event) => [event.id, event])).values()];
  const faults = hazardFaults(once, scope, await ask(hazardReports.get, scope));
  // Waits are counted by township.
  if (parseRegion(scope.region).level !== 'community')
    for (const by of waitGroupings)
      faults.push(...waitFaults(once, scope, await ask(waits.getTimeToClaim, { ...scope, by })));
  return faults.map((fault) => `${scope.region} ${scope.from ?? ''}–${scope.to ?? ''} ${fault}`);
}

function waitFaults(events: readonly EventEnvelope[], scope: RecountScope, told: TimeToClaim): string[] {
  const claims = events.flatMap((event) => waitOf(event, scope));
  const inGroup = (key: string) =>
    claims.filter(({ type, hour, event }) =>
      told.by === 'part' ? isIn({ region: key }, event, 'at') : [type, hour].includes(key),
    );
  const groups = told.groups.flatMap(({ key, ...figures }) => figureFaults(key, inGroup(key), figures));
  const counted = told.groups.reduce((sum, { claims }) => sum + claims, 0);
  return [
    ...figureFaults('all', claims, told.all),
    ...groups,
    ...(counted === claims.length ? [] : [`groups by ${told.by} hold ${counted} of ${claims.length} claims`]),
  ];
}

function waitOf(event: EventEnvelope, scope: RecountScope): Wait[] {
  if (event.subject !== errandEvents.claimed.subject) return [];
  const { at, type, waitedSeconds } = event.data as ErrandClaimed;
  if (waitedSeconds === undefined) return [];
  const opened = new Date(Date.parse(at) - waitedSeconds * 1_000);
  if (!isIn(scope, { ...event, data: { ...event.data, opened: opened.toISOString() } }, 'opened')) return [];
  const midnight = Date.parse(`${shanghaiDay(opened)}T00:00:00+08:00`);
  const hour = String(Math.floor((opened.getTime() - midnight) / 3_600_000));
  return [{ type, hour, seconds: waitedSeconds, event }];
}

/** Five per cent, as the answer says, and half a second of rounding. */
function figureFaults(name: string, claims: readonly Wait[], told: WaitFigures): string[] {
  const seconds = claims.map((claim) => claim.seconds);
  return [
    ...(told.claims === claims.length ? [] : [`waits ${name}: ${told.claims}, not ${claims.length}`]),
    ...quantileFault(`waits ${name} p50`, seconds, 0.5, told.p50Seconds, 0.05),
    ...quantileFault(`waits ${name} p95`, seconds, 0.95, told.p95Seconds, 0.05),
  ];
}

const steps = ['handled', 'fedBack', 'closed', 'reopened'] as const;

function hazardFaults(events: readonly EventEnvelope[], scope: RecountScope, told: HazardReport): string[] {
  const moves = events.filter(
    ({ subject }) => subject === hazardEvents.reported.subject || subject === hazardEvents.moved.subject,
  );
  const within = moves.filter((event) => isIn(scope, event, 'at'));
  const byCategory = told.categories.flatMap(({ category, ...figures }) =>
    stepFaults(
      category,
      within.filter(({ data }) => (data as HazardMoved).category === category),
      figures,
    ),
  );
  return [...stepFaults('all', within, told.all), ...byCategory];
}

function stepFaults(name: string, moves: readonly EventEnvelope[], told: HazardFigures): string[] {
  const reports = moves.filter(({ subject }) => subject === hazardEvents.reported.subject).length;
  const moved = moves.flatMap(({ subject, data }) =>
    subject === hazardEvents.moved.subject ? [data as HazardMoved] : [],
  );
  const of = (step: string) => moved.filter((each) => each.step === step);
  const expected = {
    reports,
    hazards: of('routed').length,
    ...Object.fromEntries(steps.map((step) => [step, of(step).length])),
  };
  const minutes = of('closed').map(({ minutesOpen }) => minutesOpen);
  return [
    ...Object.entries(expected).flatMap(([figure, count]) => {
      const shown = told[figure as keyof HazardFigures];
      return shown === count ? [] : [`hazards ${name} ${figure}: ${shown}, not ${count}`];
    }),
    ...quantileFault(`hazards ${name} p50`, minutes, 0.5, told.closureP50Minutes, 0.1),
    ...quantileFault(`hazards ${name} p95`, minutes, 0.95, told.closureP95Minutes, 0.1),
  ];
}

/** Nearest rank; `error` is the share that the figure may be off, beside one unit of rounding. */
function quantileFault(
  name: string,
  values: readonly number[],
  share: number,
  told: number | undefined,
  error: number,
): string[] {
  const exact = [...values].sort((a, b) => a - b)[Math.max(1, Math.ceil(values.length * share)) - 1];
  const fits =
    exact === undefined ? told === undefined : Math.abs((told ?? -Infinity) - exact) <= exact * error + 1;
  return fits ? [] : [`${name}: ${told}, not ${exact}`];
}
