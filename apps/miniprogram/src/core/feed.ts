import { device } from '../platform/this-device';
import { ApiUnreachable, type Schemas } from './client';
import { keep, recall } from './keeping';
import { ask, ownId, session } from './session';
import { settings } from './settings';
import { codeOf } from './trouble';

export type Errand = Schemas['ErrandSummary'];
export type Order = 'bestMatch' | 'nearest' | 'newest';

/** What the feed shows, and whether it had to be shown in another order. */
export interface Feed {
  items: Errand[];
  /** Set where this is what was seen before: RFC 3339. */
  seenAt?: string;
  /** There is no connection: nothing newer comes by itself. */
  isOffline?: boolean;
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
  /** Errands, 20 unless told. */
  limit?: number;
}

const keyOf = ({ order, onMyRoute }: Wish) => `shunlu.feed.${ownId()}.${onMyRoute ? 'onMyRoute' : order}`;

/** The feed as it was last seen on this phone: shown at once, and where there is no network. */
export const recallFeed = (wish: Wish): Feed | undefined => recall<Feed>(keyOf(wish));

/** What the first page asks for. */
export const firstWish: Wish = { order: 'bestMatch', onMyRoute: false };
let early: { wish: string; feed: Promise<Feed> } | undefined;

/** Asks what the first page will ask, while its scripts are still on their way. */
export function askFeedEarly(): void {
  const current = session.get();
  if (current.state !== 'in' || current.grant.role !== 'volunteer' || !device.opensHome()) return;
  early = { wish: keyOf(firstWish), feed: askFeed(firstWish) };
  early.feed.catch(() => undefined);
}

/** The answer to what was asked early, for the first who wants it. */
function takeEarly(wish: Wish): Promise<Feed> | undefined {
  const asked = early;
  early = undefined;
  return asked?.wish === keyOf(wish) && !wish.cursor ? asked.feed : undefined;
}

/** @throws as the client does */
export async function readFeed(wish: Wish): Promise<Feed> {
  try {
    const feed = await (takeEarly(wish) ?? askFeed(wish));
    if (!wish.cursor) keep(keyOf(wish), { ...feed, seenAt: new Date().toISOString() });
    return feed;
  } catch (error) {
    const seen = error instanceof ApiUnreachable && !wish.cursor ? recallFeed(wish) : undefined;
    if (!seen) throw error;
    return { ...seen, isOffline: true };
  }
}

async function askFeed({ order, onMyRoute, cursor, limit = 20 }: Wish): Promise<Feed> {
  const point = knownPoint() ?? (settings.get().usesPlace ? await askPoint() : undefined);
  const asked = { point, cursor, onMyRoute: onMyRoute || undefined, limit };
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
