import { describe, expect, it } from '@jest/globals';
import { complaintsOfResident, complaintsOfVolunteer, praiseOfResident, praiseOfVolunteer } from '#contracts';
import { checkChoices, countedSince, isGood, isSerious, suspendedUntil } from './conduct.js';

describe('choices', () => {
  it('are of one’s own side, at least one, each once', () => {
    expect(checkChoices('resident', ['late', 'friendly', 'late'])).toEqual(['friendly', 'late']);
    for (const choice of [...praiseOfVolunteer, ...complaintsOfVolunteer]) {
      expect(checkChoices('resident', [choice])).toEqual([choice]);
      expect(() => checkChoices('volunteer', [choice])).toThrow('feedback.choiceInvalid');
    }
    for (const choice of [...praiseOfResident, ...complaintsOfResident])
      expect(() => checkChoices('resident', ['late', choice])).toThrow('feedback.choiceInvalid');
    expect(() => checkChoices('resident', [])).toThrow('feedback.choiceInvalid');
  });

  it('about money and safety are serious, praise never is', () => {
    expect([isSerious(['late']), isSerious(['late', 'askedForMoney']), isSerious(['wasUnsafe'])]).toEqual([
      false,
      true,
      true,
    ]);
    expect(isSerious([...praiseOfVolunteer, ...praiseOfResident])).toBe(false);
  });

  it('is good without any complaint', () => {
    expect(isGood([...praiseOfVolunteer])).toBe(true);
    for (const complaint of complaintsOfVolunteer) expect(isGood(['careful', complaint])).toBe(false);
  });
});

describe('the rule of suspension', () => {
  const rule = { noShowLimit: 3, noShowDays: 30, suspensionDays: 14 };
  const now = new Date('2026-03-31T00:00:00Z');

  it('counts those of its span, and none that led to a suspension before', () => {
    expect(countedSince(now, undefined, rule)).toEqual(new Date('2026-03-01T00:00:00Z'));
    const [long, recent] = [new Date('2026-01-05T00:00:00Z'), new Date('2026-03-20T00:00:00Z')];
    expect(countedSince(now, long, rule)).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(countedSince(now, recent, rule)).toEqual(recent);
  });

  it('suspends from the limit on', () => {
    expect(suspendedUntil(2, now, rule)).toBeUndefined();
    expect(suspendedUntil(3, now, rule)).toEqual(new Date('2026-04-14T00:00:00Z'));
  });
});
