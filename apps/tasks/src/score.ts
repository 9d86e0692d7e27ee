import { type Match, type MatchPartName, matchPartNames, type Point } from '#contracts';
import { metresFromRoute } from './grid.js';
import { distanceMetres } from './place.js';

/** What the score may know of an errand. Instants are milliseconds since 1970. */
export interface ScoredErrand {
  place: Point;
  type: string;
  windowStartMs: number;
  windowEndMs: number;
  expectedMinutes: number;
  openedAtMs: number;
}

/** What the score may know of a volunteer; nothing else enters it. */
export interface ScoredVolunteer {
  /** A cell's centre or the courier site. */
  place: Point | undefined;
  route: readonly Point[] | undefined;
  skills: readonly string[];
  /** End of duty, if there is one. */
  onDutyUntilMs: number | undefined;
  /** Served or held in the last 30 days. */
  errandsLately: number;
}

/**
 * The declared rules of matching: how much each part counts, of 100. Being near and passing by is what lets
 * a courier say yes between two deliveries, so it is four tenths; who was left out lately gains a tenth.
 */
export const matchWeights: Readonly<Record<MatchPartName, number>> = {
  distance: 30,
  route: 10,
  window: 15,
  skill: 10,
  urgency: 15,
  waiting: 10,
  fairness: 10,
};

const nearMetres = 100;
const farMetres = 3_000;
const offRouteMetres = 1_000;
/** An electric bicycle in a city, with stops. */
export const metresPerMinute = 250;
const calmSlackMinutes = 240;
const longWaitMinutes = 60;
const fullShareOfErrands = 10;
const minuteMs = 60_000;

/** Everybody can do these; others need somebody who said to be able to. */
const everyday: ReadonlySet<string> = new Set(['groceries', 'medicine', 'parcels', 'company', 'other']);
const everydayWithoutSkill = 60;

/** The value of each part, 0 to 100, in the order of `matchPartNames`. */
export function matchValues(errand: ScoredErrand, volunteer: ScoredVolunteer, nowMs: number): number[] {
  const metres = volunteer.place && distanceMetres(volunteer.place, errand.place);
  return [
    metres === undefined ? 0 : falling(metres, nearMetres, farMetres),
    volunteer.route ? falling(metresFromRoute(volunteer.route, errand.place), nearMetres, offRouteMetres) : 0,
    windowValue(errand, volunteer, metres ?? farMetres, nowMs),
    skillValue(errand.type, volunteer.skills),
    falling(slackMinutes(errand, nowMs), 0, calmSlackMinutes),
    100 - falling((nowMs - errand.openedAtMs) / minuteMs, 0, longWaitMinutes),
    falling(volunteer.errandsLately, 0, fullShareOfErrands),
  ];
}

const weights = matchPartNames.map((name) => matchWeights[name]);

/** The sum of value × weight, 0 to 10,000. */
export function scoreOf(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0);
}

/** The score with all its parts, as it is shown. */
export function explain(values: readonly number[]): Match {
  return {
    score: scoreOf(values),
    parts: matchPartNames.map((name, index) => ({
      name,
      value: values[index] ?? 0,
      weight: matchWeights[name],
    })),
  };
}

/** Minutes that may pass before somebody must set out at the latest. */
function slackMinutes(errand: ScoredErrand, nowMs: number): number {
  return (errand.windowEndMs - nowMs) / minuteMs - errand.expectedMinutes;
}

/** How much of the way and the service fits between now, the window and the end of duty. */
function windowValue(
  errand: ScoredErrand,
  { onDutyUntilMs }: ScoredVolunteer,
  metres: number,
  nowMs: number,
): number {
  const end = Math.min(errand.windowEndMs, onDutyUntilMs ?? errand.windowEndMs);
  const way = metres / metresPerMinute;
  const begin = Math.max(nowMs + way * minuteMs, errand.windowStartMs);
  const share = (end - begin) / minuteMs / errand.expectedMinutes;
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}

function skillValue(type: string, skills: readonly string[]): number {
  if (skills.includes(type)) return 100;
  return everyday.has(type) ? everydayWithoutSkill : 0;
}

/** 100 up to `full`, 0 from `none` on, a straight line between. */
function falling(value: number, full: number, none: number): number {
  const share = (none - value) / (none - full);
  return Math.round(100 * Math.min(1, Math.max(0, share)));
}
