import type { AddressedHint } from './hint.js';

/** Whom hints are told to. */
export interface Listener {
  actorId: string;
  /** Range of 12-digit codes a member of staff answers for. */
  range?: { code: number; last: number };
  /** The city whose feed a volunteer sees. */
  cityCode?: number;
}

/** Told to one listener at a time; older ones are dropped, since the page fetches the present state anyway. */
const mostAtOnce = 20;
const mostGathered = 2_000;

/**
 * Gathers hints for a moment and deals them out to whom they concern. However many events a second
 * happen, a listener gets few messages.
 */
export class HintBoard {
  private gathered: { hint: AddressedHint; text: string }[] = [];

  /** @returns true when it is the first since the last deal */
  add({ type, id, at, ...audience }: AddressedHint): boolean {
    if (this.gathered.length >= mostGathered) this.gathered.shift();
    const text = JSON.stringify({ type, id, at });
    return this.gathered.push({ hint: { type, id, at, ...audience }, text }) === 1;
  }

  /** The texts each listener is to be told; nothing remains gathered. */
  deal<L extends Listener>(listeners: Iterable<L>): [listener: L, texts: string[]][] {
    const gathered = this.gathered;
    this.gathered = [];
    const byCity = groupBy(gathered, ({ hint }) => hint.feedOfCity);
    const byVolunteer = groupBy(gathered, ({ hint }) => hint.volunteerId);
    const dealt: [L, string[]][] = [];
    for (const listener of listeners) {
      const { range, cityCode, actorId } = listener;
      const concerning = range
        ? gathered.filter(({ hint }) => range.code <= hint.communityCode && hint.communityCode <= range.last)
        : [...new Set([...(byCity.get(cityCode) ?? []), ...(byVolunteer.get(actorId) ?? [])])];
      if (concerning.length > 0)
        dealt.push([listener, concerning.slice(-mostAtOnce).map(({ text }) => text)]);
    }
    return dealt;
  }
}

function groupBy<T, K>(items: T[], keyOf: (item: T) => K | undefined): Map<K | undefined, T[]> {
  const groups = new Map<K | undefined, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
