import { describe, expect, it } from '@jest/globals';
import {
  countRecipients,
  type GivenMonth,
  givenTo,
  recipientDifferences,
  recipientKinds,
  sumMonths,
} from './recipients.js';

/** Numbers that are the same in every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
}

const communities = [120116014001, 120116014003, 120116001001, 120101001001, 130102003004];
const sizes = [1, 1e3, 1e6, 1e8];

/** What may be counted and taken back: nobody was served less than never. */
function randomChanges(random: (below: number) => number, known: readonly GivenMonth[]): GivenMonth[] {
  const left = known.map((row) => ({ ...row }));
  return Array.from({ length: 1 + random(6) }, () => {
    const taken = left[random(left.length + 3)];
    if (taken && taken.services > 0) {
      taken.services--;
      return { ...taken, services: -1 };
    }
    const communityCode = communities[random(communities.length)] as number;
    return {
      ...{ cityCode: Math.floor(communityCode / 1e8), kind: recipientKinds[random(2)] ?? 'person' },
      ...{ key: `key ${random(4)}`, month: `202${5 + random(2)}-0${1 + random(3)}-01`, communityCode },
      services: 1,
    };
  });
}

/** Figures by division, span and first day, of rows counted one by one. */
function naive(rows: readonly GivenMonth[]): Map<string, [persons: number, households: number]> {
  const seen = new Map<string, Set<string>>();
  for (const { cityCode, communityCode, kind, key, month, services } of rows) {
    if (services === 0) continue;
    for (const size of sizes)
      for (const [span, day] of [
        ['month', month],
        ['year', `${month.slice(0, 4)}-01-01`],
      ]) {
        const where = `${cityCode} ${size} ${Math.floor(communityCode / size) * size} ${span} ${day}`;
        seen.set(where, (seen.get(where) ?? new Set()).add(`${kind} ${key}`));
      }
  }
  return new Map(
    [...seen].map(([where, keys]) => {
      const count = (kind: string) => [...keys].filter((key) => key.startsWith(kind)).length;
      return [where, [count('person'), count('household')]];
    }),
  );
}

describe('recipients', () => {
  it('count each once in every division, month and year, whatever is added and taken back', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = randomOf(seed);
      const counters = new Map<string, [number, number]>();
      let rows: GivenMonth[] = [];
      for (let batch = 0; batch < 12; batch++) {
        const changes = sumMonths(randomChanges(random, rows));
        const years = changes.map(({ month }) => month.slice(0, 4));
        const isAsked = (row: GivenMonth) =>
          years.includes(row.month.slice(0, 4)) &&
          changes.some(
            (change) =>
              change.key === row.key && change.kind === row.kind && change.cityCode === row.cityCode,
          );
        for (const change of countRecipients(rows.filter(isAsked), changes)) {
          const { cityCode, size, code, span, firstDay, persons, households } = change;
          const where = `${cityCode} ${size} ${code} ${span} ${firstDay}`;
          const [p, h] = counters.get(where) ?? [0, 0];
          counters.set(where, [p + persons, h + households]);
        }
        rows = sumMonths([...rows, ...changes]);
        const shown = [...counters].filter(([, figures]) => figures.some((figure) => figure !== 0));
        expect([seed, new Map(shown.sort())]).toEqual([seed, new Map([...naive(rows)].sort())]);
      }
    }
  });

  it('are not counted of a void record, nor of one from before they were told', () => {
    const record = {
      ...{ cityCode: 1201, communityCode: 120116014001, day: '2026-03-31', serviceMinutes: 30 },
      ...{ recipientKey: 'p', householdKey: 'h' },
    };
    const place = { cityCode: 1201, communityCode: 120116014001, month: '2026-03-01', services: -1 };
    expect(givenTo(record, -1)).toEqual([
      { ...place, kind: 'person', key: 'p' },
      { ...place, kind: 'household', key: 'h' },
    ]);
    expect(givenTo({ ...record, serviceMinutes: 0 }, 1)).toEqual([]);
    expect(givenTo({ ...record, recipientKey: null, householdKey: null }, 1)).toEqual([]);
  });

  it('that are kept though no record says so are named by month', () => {
    const of = (key: string, services: number): GivenMonth => ({
      ...{ cityCode: 1201, communityCode: 120116014001, month: '2026-03-01', kind: 'person', key, services },
    });
    expect(recipientDifferences('120116014001', [of('a', 1)], [of('a', 1)])).toEqual([]);
    expect(recipientDifferences('120116014001', [of('a', 1), of('b', 2)], [of('a', 1)])).toEqual([
      { communityCode: '120116014001', day: '2026-03-01', name: 'persons', reported: 2, owned: 1 },
    ]);
  });

  it('are never fewer than none: what was not counted cannot be taken back', () => {
    const taken: GivenMonth = {
      ...{ cityCode: 1201, kind: 'person', key: 'a', month: '2026-03-01' },
      ...{ communityCode: 120116014001, services: -1 },
    };
    expect(() => countRecipients([], [taken])).toThrow('-1 services to one person');
  });
});
