import { describe, expect, it } from '@jest/globals';
import { follow, newestOf, type Standing } from './standing.js';
import { Tally } from './tally.js';

const [here, there] = [120116014001, 120116014003];

/** `2 ✓ here 03-02`: version, verified or not, where and when. */
function standing(line: string, volunteerId = 'ann'): Standing {
  const [version, mark, place, day] = line.split(' ');
  return {
    cityCode: 1201,
    volunteerId,
    version: Number(version),
    verified: mark === '✓',
    communityCode: place === 'here' ? here : there,
    day: `2026-${day ?? ''}`,
  };
}

const counted = (tally: Tally) =>
  tally
    .byDay()
    .map(({ communityCode, day, counts }) => [communityCode, day, counts.volunteersVerified])
    .filter(([, , count]) => count !== 0);

describe('verified volunteers', () => {
  const steps: { name: string; known: string; told: string; adds: [number, string, number][] }[] = [
    {
      name: 'count when verified',
      known: '0 ✗ here 03-02',
      told: '1 ✓ here 03-02',
      adds: [[here, '2026-03-02', 1]],
    },
    { name: 'do not count when refused', known: '0 ✗ here 03-02', told: '1 ✗ here 03-02', adds: [] },
    { name: 'count once when told again', known: '1 ✓ here 03-02', told: '1 ✓ here 03-02', adds: [] },
    { name: 'are unmoved by an older version', known: '3 ✓ here 03-02', told: '2 ✗ here 03-05', adds: [] },
    {
      name: 'are unmoved by another word of the same version',
      known: '3 ✓ here 03-02',
      told: '3 ✗ here 03-05',
      adds: [],
    },
    {
      name: 'are taken back on the day they counted when refused later',
      known: '1 ✓ here 03-02',
      told: '2 ✗ here 03-05',
      adds: [[here, '2026-03-02', -1]],
    },
    {
      name: 'move with a newer version to its place and day',
      known: '1 ✓ here 03-02',
      told: '2 ✓ there 03-05',
      adds: [
        [here, '2026-03-02', -1],
        [there, '2026-03-05', 1],
      ],
    },
    {
      name: 'stay where a newer version says the same',
      known: '1 ✓ here 03-02',
      told: '2 ✓ here 03-02',
      adds: [],
    },
  ];

  it.each(steps)('$name', ({ known, told, adds }) => {
    const tally = new Tally();
    follow(tally, [standing(known)], [standing(told)]);
    expect(counted(tally)).toEqual(adds);
  });

  it('come out the same whatever the order in which versions arrive', () => {
    const versions = ['1 ✓ here 03-02', '2 ✗ here 03-03', '3 ✓ there 03-04'].map((line) => standing(line));
    const orders = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1, 2].map((c) => [a, b, c])));
    for (const order of orders.filter((each) => new Set(each).size === 3)) {
      const tally = new Tally();
      let known = standing('0 ✗ here 03-02');
      for (const index of order) {
        const [changed] = follow(tally, [known], newestOf([versions[index] ?? known]));
        known = changed ?? known;
      }
      expect(counted(tally)).toEqual([[there, '2026-03-04', 1]]);
    }
  });

  it('are told apart, and the last word of each in a batch is taken', () => {
    const told = [
      standing('2 ✗ here 03-03', 'bob'),
      standing('1 ✓ here 03-02', 'ann'),
      standing('1 ✓ here 03-02', 'bob'),
      { ...standing('1 ✓ there 03-02', 'ann'), cityCode: 1101 },
    ];
    expect(
      newestOf(told).map(({ cityCode, volunteerId, version }) => [cityCode, volunteerId, version]),
    ).toEqual([
      [1101, 'ann', 1],
      [1201, 'ann', 1],
      [1201, 'bob', 2],
    ]);
  });
});
