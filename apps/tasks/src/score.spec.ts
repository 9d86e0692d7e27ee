import { describe, expect, it } from '@jest/globals';
import { matchPartNames } from '#contracts';
import {
  explain,
  matchValues,
  matchWeights,
  type ScoredErrand,
  type ScoredVolunteer,
  scoreOf,
} from './score.js';

const now = Date.parse('2026-03-02T10:00:00+08:00');
const minute = 60_000;
const gate = { longitude: 117.71, latitude: 39.03 };
const north = (metres: number) => ({ ...gate, latitude: gate.latitude + metres / 111_195 });

const errand: ScoredErrand = {
  place: gate,
  type: 'groceries',
  windowStartMs: now,
  windowEndMs: now + 300 * minute,
  expectedMinutes: 30,
  openedAtMs: now,
};
const volunteer: ScoredVolunteer = {
  place: gate,
  route: undefined,
  skills: [],
  onDutyUntilMs: undefined,
  errandsLately: 0,
};
const part = (name: (typeof matchPartNames)[number], e: Partial<ScoredErrand>, v: Partial<ScoredVolunteer>) =>
  matchValues({ ...errand, ...e }, { ...volunteer, ...v }, now)[matchPartNames.indexOf(name)];

describe('the parts of a match', () => {
  it('weigh a hundred together', () => {
    expect(Object.values(matchWeights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it.each([
    [0, 100],
    [100, 100],
    [1_000, 69],
    [3_000, 0],
    [9_000, 0],
  ])('distance: %i m are %i', (metres, value) => {
    expect(part('distance', {}, { place: north(metres) })).toBe(value);
  });

  it('distance and route are nothing where neither is known', () => {
    expect(part('distance', {}, { place: undefined })).toBe(0);
    expect(part('route', {}, {})).toBe(0);
    expect(part('route', {}, { route: [north(-500), north(500)] })).toBe(100);
    expect(part('route', { place: north(1_050) }, { route: [north(-500), north(500)] })).toBe(50);
  });

  it.each([
    ['everything fits', 300, undefined, 100],
    ['duty ends before the service', 300, 15, 50],
    ['duty is over', 300, 0, 0],
    ['the window is too short', 15, undefined, 50],
    ['the window is over', 0, undefined, 0],
  ])('window: %s', (_, windowMinutes, dutyMinutes, value) => {
    const onDutyUntilMs = dutyMinutes === undefined ? undefined : now + dutyMinutes * minute;
    expect(part('window', { windowEndMs: now + windowMinutes * minute }, { onDutyUntilMs })).toBe(value);
  });

  it.each([
    ['groceries', [], 60],
    ['groceries', ['groceries'], 100],
    ['haircut', [], 0],
    ['haircut', ['haircut'], 100],
    ['other', [], 60],
    ['something of tomorrow', [], 0],
  ])('skill: %s with %j is %i', (type, skills, value) => {
    expect(part('skill', { type }, { skills })).toBe(value);
  });

  it.each([
    [30, 100],
    [150, 50],
    [270, 0],
    [900, 0],
  ])('urgency: a window that ends in %i min is %i', (minutes, value) => {
    expect(part('urgency', { windowEndMs: now + minutes * minute }, {})).toBe(value);
  });

  it('waiting and fairness grow with the time and fall with errands', () => {
    expect(
      [0, 30, 60, 600].map((minutes) => part('waiting', { openedAtMs: now - minutes * minute }, {})),
    ).toEqual([0, 50, 100, 100]);
    expect([0, 3, 10, 40].map((errandsLately) => part('fairness', {}, { errandsLately }))).toEqual([
      100, 70, 0, 0,
    ]);
  });
});

describe('the score', () => {
  it('is the sum of what is shown, 0 to 10,000, and never less for being nearer or left out longer', () => {
    let state = 3;
    const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
    for (let i = 0; i < 500; i++) {
      const e = {
        ...errand,
        windowEndMs: now + random() * 600 * minute,
        openedAtMs: now - random() * 120 * minute,
        expectedMinutes: 5 + Math.floor(random() * 100),
      };
      const v = { ...volunteer, place: north(random() * 5_000), errandsLately: Math.floor(random() * 15) };
      const { score, parts } = explain(matchValues(e, v, now));
      expect(parts.map(({ name }) => name)).toEqual([...matchPartNames]);
      expect(score).toBe(parts.reduce((sum, { value, weight }) => sum + value * weight, 0));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(10_000);
      const better = [
        { ...v, place: gate },
        { ...v, errandsLately: 0 },
        { ...v, skills: ['groceries'] },
      ];
      for (const each of better) expect(scoreOf(matchValues(e, each, now))).toBeGreaterThanOrEqual(score);
    }
  });
});
