import type { Difference, RecipientCounts, RecipientSpan } from '#contracts';
import { keptSizes } from './active.js';

export const recipientKinds = ['person', 'household'] as const;
export type RecipientKind = (typeof recipientKinds)[number];

/** Services somebody was given in a community in a month; as a change, how many more or fewer. */
export interface GivenMonth {
  cityCode: number;
  kind: RecipientKind;
  /** A digest: equal for the same person or household. */
  key: string;
  /** Its first day. */
  month: string;
  communityCode: number;
  services: number;
}

/** One record, as far as it counts for whom it was given to. */
interface Given {
  cityCode: number;
  communityCode: number;
  day: string;
  serviceMinutes: number;
  recipientKey: string | null;
  householdKey: string | null;
}

/** What one record adds to its recipients' month, or takes back from it. */
export function givenTo(record: Given, sign: 1 | -1): GivenMonth[] {
  const { cityCode, communityCode, day, serviceMinutes } = record;
  if (serviceMinutes === 0) return [];
  const place = { cityCode, month: `${day.slice(0, 7)}-01`, communityCode, services: sign };
  const keys = { person: record.recipientKey, household: record.householdKey };
  return recipientKinds.flatMap((kind) => {
    const key = keys[kind];
    return key === null ? [] : [{ ...place, kind, key }];
  });
}

/** One row a city, kind, key, month and community, in the order of the rows' keys; what changes nothing is left out. */
export function sumMonths(items: readonly GivenMonth[]): GivenMonth[] {
  const sums = new Map<string, GivenMonth>();
  for (const item of items) {
    const key = `${item.cityCode} ${item.kind} ${item.key} ${item.month} ${item.communityCode}`;
    const sum = sums.get(key);
    if (sum) sum.services += item.services;
    else sums.set(key, { ...item });
  }
  return [...sums]
    .filter(([, { services }]) => services !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum);
}

/** How many more or fewer were served in a division of a size in a month or year. */
export interface RecipientChange extends RecipientCounts {
  cityCode: number;
  size: number;
  code: number;
  span: RecipientSpan;
  firstDay: string;
}

/**
 * What changes in every division, month and year when services are added or taken back: whoever was not served there
 * and now is counts one more, whoever was and now is not one less.
 * @param before all months of these keys in the years that change
 */
export function countRecipients(
  before: readonly GivenMonth[],
  changes: readonly GivenMonth[],
): RecipientChange[] {
  const found = new Map<string, RecipientChange>();
  const count = (rows: readonly GivenMonth[], sign: 1 | -1) => {
    for (const [place, { kind, change }] of presences(rows)) {
      const [where = ''] = place.split(' of ');
      const known = found.get(where) ?? { ...change, persons: 0, households: 0 };
      known[kind === 'person' ? 'persons' : 'households'] += sign;
      found.set(where, known);
    }
  };
  count(before, -1);
  count(sumMonths([...before, ...changes]), 1);
  return [...found]
    .filter(([, { persons, households }]) => persons !== 0 || households !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change);
}

type Place = Omit<RecipientChange, keyof RecipientCounts>;

/** Where and when each key was served, each place once. */
function presences(rows: readonly GivenMonth[]): Map<string, { kind: RecipientKind; change: Place }> {
  const found = new Map<string, { kind: RecipientKind; change: Place }>();
  for (const { cityCode, kind, key, month, communityCode, services } of rows) {
    if (services === 0) continue;
    if (services < 0) throw new Error(`reporting: ${services} services to one ${kind}`);
    for (const size of keptSizes) {
      const code = Math.floor(communityCode / size) * size;
      for (const [span, firstDay] of [
        ['month', month],
        ['year', `${month.slice(0, 4)}-01-01`],
      ] as const)
        found.set(`${cityCode} ${size} ${code} ${span} ${firstDay} of ${kind} ${key}`, {
          kind,
          change: { cityCode, size, code, span, firstDay },
        });
    }
  }
  return found;
}

/** The opposite change. */
export function takenBack(given: GivenMonth): GivenMonth {
  return { ...given, services: -given.services };
}

/** Months in which other people or households are kept of a community than its records say, or as many others. */
export function recipientDifferences(
  communityCode: string,
  kept: readonly GivenMonth[],
  recorded: readonly GivenMonth[],
): Difference[] {
  const found = new Map<string, Difference>();
  for (const { kind, month } of sumMonths([...recorded, ...kept.map(takenBack)])) {
    const count = (rows: readonly GivenMonth[]) =>
      rows.filter((row) => row.kind === kind && row.month === month).length;
    const name = kind === 'person' ? 'persons' : 'households';
    found.set(`${month} ${kind}`, {
      ...{ communityCode, day: month, name },
      ...{ reported: count(kept), owned: count(recorded) },
    });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, difference]) => difference);
}
