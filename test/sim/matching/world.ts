import type { Point } from '#contracts';
import type { AlertCandidate } from '../../../apps/tasks/src/alerting.js';
import { usualQuietHours } from '../../../apps/tasks/src/availability.js';
import { fuzzy } from '../../../apps/tasks/src/grid.js';
import { usualAlertsPerDay } from '../../../apps/tasks/src/alerting.js';
import { firstHour, needMix, needsByHour, type Scenario } from './assumptions.js';
import { Dice, farthestNormal } from './dice.js';
import type { Ground } from './map.js';

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
/** 2026-03-02, a Monday, midnight in Tianjin. */
export const startMs = Date.parse('2026-03-02T00:00:00+08:00');
const centre: Point = { longitude: 117.4, latitude: 39.1 };
const degreeMetres = 111_195;
const couriersASite = 5;
/** Standard deviations, in metres: of sites around a community, of rides around a site, of needs within a community. */
const siteMetres = 800;
const rideMetres = 1_000;
const needMetres = 250;

/** A courier with what the rules may know (`candidate`) and what they may not. */
export interface Courier {
  index: number;
  candidate: AlertCandidate & { place: Point };
  site: Point;
  /** 0 to 1: how gladly they help. */
  gladness: number;
  /** Hours of the day between which they ride. */
  fromHour: number;
  toHour: number;
  busyUntilMs: number;
  /** Went off duty, annoyed, until the next midnight. */
  hasLeft: boolean;
  errands: number;
}

export interface Need {
  index: number;
  place: Point;
  type: string;
  openedAtMs: number;
  windowEndMs: number;
  expectedMinutes: number;
}

export interface World {
  couriers: Courier[];
  needs: Need[];
}

/** The ground that holds every place of a scenario, whatever the dice say. */
export function groundOf({ squareKilometres }: Scenario): Ground {
  const half = (Math.sqrt(squareKilometres) * 1_000) / 2 + farthestNormal * (siteMetres + rideMetres) + 1_000;
  return { southWest: shifted(centre, -half, -half), northEast: shifted(centre, half, half) };
}

/** People, places and a day's or month's needs; the same for the same seed. */
export function makeWorld(scenario: Scenario, seed: number): World {
  const dice = new Dice(seed);
  const side = Math.sqrt(scenario.squareKilometres) * 1_000;
  const communities = Array.from({ length: scenario.communities }, () => around(centre, side, dice));
  const sites = Array.from({ length: Math.ceil(scenario.couriers / couriersASite) }, () =>
    near(pick(communities, dice), siteMetres, dice),
  );
  const couriers = Array.from({ length: scenario.couriers }, (_, index) => makeCourier(index, sites, dice));
  const needs = Array.from({ length: scenario.days }, (_, day) =>
    Array.from({ length: scenario.needsPerDay }, () => makeNeed(day, communities, dice)),
  )
    .flat()
    .sort((a, b) => a.openedAtMs - b.openedAtMs)
    .map((need, index) => ({ ...need, index }));
  return { couriers, needs };
}

function makeCourier(index: number, sites: readonly Point[], dice: Dice): Courier {
  const site = sites[index % sites.length] ?? centre;
  const fromHour = 7 + Math.floor(dice.next() * 5);
  return {
    index,
    site,
    // Most help now and then, few help gladly: a square, whose mean is a third.
    gladness: dice.next() ** 2,
    fromHour,
    toHour: fromHour + 8 + Math.floor(dice.next() * 4),
    busyUntilMs: 0,
    hasLeft: false,
    errands: 0,
    candidate: {
      volunteerId: String(index).padStart(6, '0'),
      skills: needMix.filter(() => dice.next() < 0.2).map(([type]) => type),
      place: site,
      route: undefined,
      times: { override: undefined, shifts: [], quiet: usualQuietHours },
      alertsToday: 0,
      maxAlertsPerDay: usualAlertsPerDay,
      errandsLately: 0,
      heldCount: 0,
      overlaps: false,
    },
  };
}

function makeNeed(day: number, communities: readonly Point[], dice: Dice): Omit<Need, 'index'> {
  const hour = firstHour + weighted(needsByHour, dice);
  const [type, , expectedMinutes, window] = needMix[
    weighted(
      needMix.map(([, share]) => share),
      dice,
    )
  ] as (typeof needMix)[number];
  const openedAtMs = startMs + day * dayMs + hour * hourMs + Math.floor(dice.next() * hourMs);
  const place = near(pick(communities, dice), needMetres, dice);
  return { place, type, openedAtMs, windowEndMs: openedAtMs + window * minuteMs, expectedMinutes };
}

/**
 * Where couriers ride in one stretch of 20 minutes, some kilometre around their site, as matching sees it: by cell.
 * Drawn from the stretch alone, so that all strategies meet the same people at the same places.
 */
export function moveCouriers(couriers: readonly Courier[], stretch: number, seed: number): void {
  const dice = new Dice(seed * 31 + stretch * 7919);
  for (const courier of couriers) courier.candidate.place = fuzzy(near(courier.site, rideMetres, dice));
}

export function isOnDuty({ fromHour, toHour, hasLeft }: Courier, nowMs: number): boolean {
  if (hasLeft) return false;
  const hour = ((nowMs - startMs) % dayMs) / hourMs;
  return fromHour <= hour && hour < toHour;
}

export function dutyEnd({ toHour }: Courier, nowMs: number): number {
  return startMs + Math.floor((nowMs - startMs) / dayMs) * dayMs + toHour * hourMs;
}

function around({ longitude, latitude }: Point, side: number, dice: Dice): Point {
  return shifted({ longitude, latitude }, (dice.next() - 0.5) * side, (dice.next() - 0.5) * side);
}

function near(point: Point, deviation: number, dice: Dice): Point {
  return shifted(point, dice.normal() * deviation, dice.normal() * deviation);
}

function shifted({ longitude, latitude }: Point, eastMetres: number, northMetres: number): Point {
  const scale = Math.cos((latitude * Math.PI) / 180);
  return {
    longitude: longitude + eastMetres / degreeMetres / scale,
    latitude: latitude + northMetres / degreeMetres,
  };
}

function pick<T>(items: readonly T[], dice: Dice): T {
  return items[Math.floor(dice.next() * items.length)] as T;
}

function weighted(shares: readonly number[], dice: Dice): number {
  let left = dice.next() * shares.reduce((sum, share) => sum + share, 0);
  const found = shares.findIndex((share) => (left -= share) < 0);
  return found < 0 ? shares.length - 1 : found;
}
