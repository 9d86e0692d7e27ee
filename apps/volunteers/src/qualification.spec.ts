import { describe, expect, it } from '@jest/globals';
import { DomainError, qualificationNames, qualificationTerms } from '#contracts';
import { admitQualification, factsOf, type Held, isInForce } from './qualification.js';

const now = new Date('2026-03-02T01:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const day = 86_400_000;
const held = (fields: Partial<Held> = {}): Held => ({
  ...{ name: 'accidentInsurance', state: 'verified', validFrom: null, expiresAt: later(day) },
  ...fields,
});
function refused(input: Parameters<typeof admitQualification>[0]): string | undefined {
  try {
    admitQualification(input, now);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('recording a qualification', () => {
  it.each([
    ['insurance without an end', { name: 'accidentInsurance' }, 'qualification.expiryRequired'],
    ['a skill without an end', { name: 'hairdressing' }, undefined],
    ['what ends now', { name: 'firstAid', expiresAt: now.toISOString() }, 'qualification.expired'],
    ['what ends a moment later', { name: 'firstAid', expiresAt: later(1).toISOString() }, undefined],
    [
      'what ends as it begins',
      {
        name: 'firstAid',
        validFrom: later(day).toISOString(),
        expiresAt: later(day).toISOString(),
      },
      'qualification.periodInvalid',
    ],
    [
      'a health declaration of a year and a day more',
      { name: 'healthDeclaration', expiresAt: later(366 * day + 1).toISOString() },
      'qualification.periodInvalid',
    ],
    [
      'a health declaration of a year',
      { name: 'healthDeclaration', expiresAt: later(366 * day).toISOString() },
      undefined,
    ],
  ] as const)('%s', (_, input, code) => {
    expect(refused(input)).toBe(code);
  });
});

describe('a qualification', () => {
  it('counts to its expiry instant and not at it, with nobody ending it', () => {
    const insurance = held();
    expect(isInForce(insurance, later(day - 1))).toBe(true);
    expect(isInForce(insurance, later(day))).toBe(false);
  });

  it('counts from its start on', () => {
    const insurance = held({ validFrom: later(1000) });
    expect(isInForce(insurance, later(999))).toBe(false);
    expect(isInForce(insurance, later(1000))).toBe(true);
  });

  it('counts on the volunteer’s word only where no proof is needed', () => {
    for (const name of qualificationNames) {
      const one = held({ name, state: 'declared' });
      expect([name, isInForce(one, now)]).toEqual([name, !qualificationTerms[name].needsProof]);
      expect(isInForce({ ...one, state: 'verified' }, now)).toBe(true);
      for (const state of ['refused', 'withdrawn'] as const)
        expect(isInForce({ ...one, state }, now)).toBe(false);
    }
  });

  it('is told with its times while it counts or will, and with what the skills say', () => {
    const facts = factsOf(
      [
        held({ validFrom: later(day / 2) }),
        held({ name: 'driving', state: 'declared' }),
        held({ name: 'firstAid', expiresAt: now }),
      ],
      ['haircut', 'medicine'],
      now,
    );
    expect(facts).toEqual([
      { name: 'hairdressing' },
      { name: 'accidentInsurance', from: later(day / 2).toISOString(), until: later(day).toISOString() },
    ]);
  });
});
