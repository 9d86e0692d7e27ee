import { describe, expect, it } from '@jest/globals';
import { Standings } from './standings.js';

const day = '2026-03-02';
const given = (creditedMinutes: number, donatedMinutes = 0) => ({ creditedMinutes, donatedMinutes });

describe('where a volunteer stands', () => {
  it('moves with every record, day by day', () => {
    const standings = new Standings(new Map([['ann', 10]]), [{ volunteerId: 'ann', day, earnedMinutes: 5 }]);
    standings.add('ann', day, given(20, 7));
    expect(standings.of('ann', day)).toEqual({ earnedTodayMinutes: 32, balanceMinutes: 30 });
    expect(standings.of('ann', '2026-03-03')).toEqual({ earnedTodayMinutes: 0, balanceMinutes: 30 });
    standings.takeBack('ann', day, given(20, 7));
    standings.add('ann', day, given(1));
    expect(standings.of('ann', day)).toEqual({ earnedTodayMinutes: 6, balanceMinutes: 11 });
  });

  // 50 were earned and 40 of them spent; the record now comes to 20: the city covers what is missing.
  it.each([
    [0, 0],
    [8, 8],
  ])('after a correction of what was spent is what is left, with %i held %i', (held, left) => {
    const standings = new Standings(new Map([['ann', 10]]), [], new Map([['ann', held]]));
    standings.takeBack('ann', day, given(50));
    expect(standings.of('ann', day).balanceMinutes).toBe(0);
    standings.add('ann', day, given(20));
    expect(standings.of('ann', day).balanceMinutes).toBe(left);
  });

  it('is never below nothing, whatever moved', () => {
    const standings = new Standings(new Map(), []);
    standings.moved('bob', -5);
    expect(standings.of('bob', day)).toEqual({ earnedTodayMinutes: 0, balanceMinutes: 0 });
  });
});
