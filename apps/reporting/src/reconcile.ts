import type { Difference, FactCounts, FlowName } from '#contracts';
import type { Tally } from './tally.js';

/** A figure of a community on a day. */
export interface Figure {
  day: string;
  name: FlowName;
  amount: number;
}

/** What an owner says of a community: for these names whatever it does not list is 0. */
export interface Owned {
  names: readonly FlowName[];
  figures: readonly Figure[];
}

export function ownedBy({ names, counts }: FactCounts): Owned {
  return { names, figures: counts.map(({ day = '', name, amount }) => ({ day, name, amount })) };
}

/** Where the counters are not what their owners count, in order. */
export function differencesOf(
  communityCode: string,
  reported: readonly Figure[],
  owned: readonly Owned[],
): Difference[] {
  const found = new Map<string, Difference>();
  const at = (day: string, name: FlowName) => {
    const key = `${day} ${name}`;
    const known = found.get(key) ?? { communityCode, day, name, reported: 0, owned: 0 };
    found.set(key, known);
    return known;
  };
  const names = new Set(owned.flatMap((owner) => owner.names));
  for (const { day, name, amount } of reported) if (names.has(name)) at(day, name).reported += amount;
  for (const { figures } of owned) for (const { day, name, amount } of figures) at(day, name).owned += amount;
  return [...found]
    .filter(([, difference]) => difference.reported !== difference.owned)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, difference]) => difference);
}

/** Adds what is missing from the counters, and takes away what is too much. */
export function putRight(tally: Tally, community: number, differences: readonly Difference[]): void {
  for (const { day, name, reported, owned } of differences)
    tally.add(community, day, { [name as FlowName]: owned - reported });
}
