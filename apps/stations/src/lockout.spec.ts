import { describe, expect, it } from '@jest/globals';
import { type Attempts, countAttempt, forgottenBefore, freeAttempts, lockMinutes } from './lockout.js';

const now = new Date('2026-03-02T01:00:00Z');
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

function after(failures: number, at: Date): Attempts {
  const lock = lockMinutes(failures);
  const lockedUntil = lock ? new Date(at.getTime() + lock * 60_000) : null;
  return { attempts: failures, lastAt: at, lockedUntil };
}

describe('lockout', () => {
  it.each([
    [0, 0],
    [freeAttempts - 1, 0],
    [freeAttempts, 1],
    [freeAttempts + 1, 2],
    [freeAttempts + 5, 32],
    [freeAttempts + 6, 60],
    [1_000, 60],
  ])('after %i failures the wait is %i minutes', (failures, minutes) =>
    expect(lockMinutes(failures)).toBe(minutes),
  );

  it('counts up to the first lock, then makes everybody wait', () => {
    let state: Attempts | undefined;
    for (let attempt = 1; attempt <= freeAttempts; attempt++) {
      const next = countAttempt(state, now);
      expect(next).toMatchObject({ attempts: attempt });
      state = next as Attempts;
    }
    expect(countAttempt(state, now)).toEqual({ waitMinutes: 1 });
    expect(countAttempt(state, new Date(now.getTime() + 59_999))).toEqual({ waitMinutes: 1 });
    expect(countAttempt(state, minutesLater(1))).toEqual({
      attempts: freeAttempts + 1,
      lastAt: minutesLater(1),
      lockedUntil: minutesLater(3),
    });
  });

  it('forgets after a day', () => {
    const state = after(freeAttempts + 3, now);
    expect(countAttempt(state, minutesLater(24 * 60 - 1))).toMatchObject({ attempts: freeAttempts + 4 });
    expect(countAttempt(state, minutesLater(24 * 60))).toMatchObject({ attempts: 1, lockedUntil: null });
    expect(forgottenBefore(minutesLater(24 * 60))).toEqual(now);
  });
});
