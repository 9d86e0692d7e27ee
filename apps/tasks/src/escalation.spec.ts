import { describe, expect, it } from '@jest/globals';
import { needTypes } from '#contracts';
import { clockStart, escalationPolicy, isLater, stageAt } from './escalation.js';

const minute = 60_000;
const at = (clock: string, day = 2) => Date.parse(`2026-03-0${day}T${clock}:00+08:00`);
const errand = (fields: object = {}) => ({
  type: 'groceries',
  openedAtMs: at('09:00'),
  windowStartMs: at('09:00'),
  windowEndMs: at('13:00'),
  ...fields,
});

describe('the policies', () => {
  it('go from silence to widening, station and committee, for every type', () => {
    for (const type of [...needTypes, 'a type of tomorrow'])
      for (const stationAfterMinutes of [undefined, 5, 90, 10_080]) {
        const policy = escalationPolicy({ type, stationAfterMinutes });
        expect(policy.silenceMinutes).toBeGreaterThan(0);
        expect(policy.widenAfterMinutes).toBeGreaterThan(0);
        expect(policy.stationAfterMinutes).toBeGreaterThan(policy.widenAfterMinutes);
        expect(policy.committeeAfterMinutes).toBeGreaterThan(policy.stationAfterMinutes);
        expect(policy.leadMinutes).toBeGreaterThan(policy.stationAfterMinutes);
      }
  });

  it('follow a template that says when the station is to have it', () => {
    expect(escalationPolicy({ type: 'groceries', stationAfterMinutes: 50 })).toEqual({
      silenceMinutes: 3,
      widenAfterMinutes: 16,
      stationAfterMinutes: 50,
      committeeAfterMinutes: 100,
      leadMinutes: 180,
    });
  });
});

describe('the clock', () => {
  it.each([
    ['at once', {}, at('09:00')],
    [
      'three hours before a window that is far',
      { windowStartMs: at('18:00'), windowEndMs: at('19:00') },
      at('15:00'),
    ],
    [
      'in the morning, not in the night',
      { openedAtMs: at('22:00'), windowStartMs: at('09:00', 3), windowEndMs: at('11:00', 3) },
      at('07:00', 3),
    ],
    [
      'in the night, where the window is',
      { openedAtMs: at('22:00'), windowStartMs: at('22:00'), windowEndMs: at('23:30') },
      at('22:00'),
    ],
  ])('begins %s', (_, fields, start) => {
    expect(clockStart(errand(fields))).toBe(start);
  });

  it.each([
    [0, 'alerting', 8],
    [7.9, 'alerting', 8],
    [8, 'wider', 25],
    [25, 'stationQueue', 50],
    [50, 'committee', 240],
    [239, 'committee', 240],
    [240, 'expired', undefined],
  ])('after %f min is at %s', (minutes, stage, next) => {
    const since = at('09:00');
    expect(stageAt(errand(), since, since + minutes * minute)).toEqual({
      stage,
      nextMs: next === undefined ? undefined : since + next * minute,
    });
  });

  it('goes forward only, and ends with the window', () => {
    for (let window = 1; window < 300; window += 7) {
      const short = errand({ windowEndMs: at('09:00') + window * minute });
      let before: ReturnType<typeof stageAt>['stage'] = 'alerting';
      for (let now = at('09:00'); now <= short.windowEndMs; now += minute) {
        const { stage, nextMs } = stageAt(short, at('09:00'), now);
        expect(isLater(before, stage)).toBe(false);
        if (nextMs !== undefined) expect(nextMs).toBeGreaterThan(now);
        before = stage;
      }
      expect(before).toBe('expired');
    }
  });
});
