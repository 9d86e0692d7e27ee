import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#contracts';
import { areColleagues, checkPeriod, isRunning } from './delegation.js';

const now = new Date('2026-03-02T01:00:00Z');
const days = (count: number, ms = 0) => new Date(now.getTime() + count * 86_400_000 + ms);

describe('colleagues', () => {
  const one = { id: 'a', organisationId: 'o', regionCode: 1 };
  it.each([
    ['of one organisation', one, { ...one, id: 'b', regionCode: 2 }, true],
    ['of two', one, { ...one, id: 'b', organisationId: 'p' }, false],
    ['oneself', one, one, false],
    [
      'of one region without an organisation',
      { ...one, organisationId: null },
      { ...one, id: 'b', organisationId: null },
      true,
    ],
    [
      'of two regions',
      { ...one, organisationId: null },
      { id: 'b', organisationId: null, regionCode: 2 },
      false,
    ],
    ['with an organisation and without', { ...one, organisationId: null }, { ...one, id: 'b' }, false],
  ])('%s', (_, first, second, expected) => {
    expect([areColleagues(first, second), areColleagues(second, first)]).toEqual([expected, expected]);
  });
});

describe('the period of a delegation', () => {
  it.each([
    ['from now on', days(0), days(62), true],
    ['begun already', days(-1), days(1), true],
    ['too long', days(0), days(62, 1), false],
    ['over', days(-2), days(0), false],
    ['the wrong way round', days(2), days(1), false],
    ['of no time', days(1), days(1), false],
  ])('%s', (_, startsAt, endsAt, isFit) => {
    const check = () => checkPeriod(startsAt, endsAt, now);
    if (isFit) expect(check).not.toThrow();
    else expect(check).toThrow(DomainError);
  });

  it('holds from its first instant to just before its last', () => {
    const one = { startsAt: days(1), endsAt: days(2), endedAt: null };
    expect([days(1, -1), days(1), days(2, -1), days(2)].map((at) => isRunning(one, at))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(isRunning({ ...one, endedAt: days(1) }, days(1))).toBe(false);
  });
});
