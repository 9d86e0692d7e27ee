import { describe, expect, it } from '@jest/globals';
import { rankWishes, type Wisher } from './fair-grab.js';

const community = 120116014001;
const wisher = (volunteerId: string, changes: Partial<Wisher> = {}): Wisher => ({
  volunteerId,
  communityCode: community,
  recentServices: 0,
  lostLately: 0,
  heldClaims: 0,
  ...changes,
});
const order = (wishers: Wisher[], seed = 'seed') =>
  rankWishes(community, wishers, seed).map(({ volunteerId }) => volunteerId);

describe('a fair grab', () => {
  it.each<[string, Partial<Wisher>, Partial<Wisher>]>([
    ['who served less lately goes before', { recentServices: 1 }, { recentServices: 2 }],
    ['who lives nearer goes before', { communityCode: 120116014002 }, { communityCode: 120116015001 }],
    ['who lost lately goes before', { lostLately: 1 }, { lostLately: 0 }],
    ['who holds nothing goes before', { heldClaims: 0 }, { heldClaims: 1 }],
  ])('%s', (_, better, worse) => {
    expect(order([wisher('worse', worse), wisher('better', better)])).toEqual(['better', 'worse']);
  });

  it('explains each place by its parts, which add up', () => {
    const [first] = rankWishes(community, [wisher('ann', { recentServices: 3, lostLately: 9 })], 'seed');
    expect(first).toEqual({
      volunteerId: 'ann',
      rank: 1,
      points: 88,
      parts: [
        { rule: 'fewRecentServices', points: 28 },
        { rule: 'nearness', points: 30 },
        { rule: 'lostLately', points: 20 },
        { rule: 'handsFree', points: 10 },
      ],
    });
  });

  it('never goes below nothing, however much somebody did', () => {
    const busy = wisher('busy', { recentServices: 99, heldClaims: 9, communityCode: 310101001001 });
    expect(rankWishes(community, [busy], 'seed')[0]).toMatchObject({ points: 0 });
  });

  it('draws lots by the seed, whatever order the wishes came in', () => {
    const crowd = Array.from({ length: 50 }, (_, i) => wisher(`volunteer-${i}`));
    const drawn = order(crowd);
    expect(order([...crowd].reverse())).toEqual(drawn);
    expect(order(crowd, 'another')).not.toEqual(drawn);
    expect(drawn).not.toEqual(crowd.map(({ volunteerId }) => volunteerId));
  });

  it('gives everybody of equal points the same chance', () => {
    const pair = [wisher('ann'), wisher('bob')];
    const wins = Array.from({ length: 2_000 }, (_, i) => order(pair, `seed ${i}`)[0]);
    const share = wins.filter((winner) => winner === 'ann').length / wins.length;
    expect(share).toBeGreaterThan(0.45);
    expect(share).toBeLessThan(0.55);
  });
});
