import { device } from '../platform/this-device';
import type { Schemas } from './client';
import { keep, recall } from './keeping';
import { ask } from './session';
import { settings } from './settings';
import { codeOf } from './trouble';

export type Errand = Schemas['ErrandSummary'];
export type Order = 'bestMatch' | 'nearest' | 'newest';

/** What the feed shows, and whether it had to be shown in another order. */
export interface Feed {
  items: Errand[];
  order: Order;
  /** `nearest` and `bestMatch` need a place; without one the newest are shown. */
  lacksPlace: boolean;
  nextCursor?: string;
}

type Point = Schemas['Point'];
const placeKey = 'shunlu.place';
const freshMs = 5 * 60_000;
let last = recall<{ point: Point; atMs: number }>(placeKey);

/** Where the phone is, if its owner lets us know: at once from memory, and asked anew in the background. */
export function knownPoint(): Point | undefined {
  if (!settings.get().usesPlace) return undefined;
  return last && Date.now() - last.atMs < freshMs ? last.point : undefined;
}

/** Asks the phone where it is. Answers whether it told. */
export async function askPoint(): Promise<Point | undefined> {
  const place = await device.place();
  if (typeof place === 'string') return undefined;
  last = { point: place.point, atMs: Date.now() };
  keep(placeKey, last);
  return place.point;
}

export interface Wish {
  order: Order;
  onMyRoute: boolean;
  cursor?: string;
}

/** @throws as the client does */
export async function readFeed({ order, onMyRoute, cursor }: Wish): Promise<Feed> {
  const point = knownPoint() ?? (settings.get().usesPlace ? await askPoint() : undefined);
  const asked = { point, cursor, onMyRoute: onMyRoute || undefined, limit: 20 };
  const read = (by: Order) => ask((api) => api.get('/api/v1/errands', { query: { ...asked, order: by } }));
  try {
    return { ...(await read(order)), order, lacksPlace: false };
  } catch (error) {
    if (codeOf(error) !== 'feed.placeUnknown') throw error;
    return { ...(await read('newest')), order: 'newest', lacksPlace: true };
  }
}

/** Minutes by electric bicycle at some 12 km/h, never less than one. */
export const rideMinutes = (metres: number) => Math.max(1, Math.round(metres / 200));

/** The two reasons that weigh most, best first. */
export function reasonsOf(errand: Errand): Schemas['MatchPart']['name'][] {
  return [...(errand.match?.parts ?? [])]
    .filter(({ value }) => value >= 0.5)
    .sort((a, b) => b.value * b.weight - a.value * a.weight)
    .slice(0, 2)
    .map(({ name }) => name);
}
