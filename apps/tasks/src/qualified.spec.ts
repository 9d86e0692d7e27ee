import { describe, expect, it } from '@jest/globals';
import type { QualifiedFact } from '#contracts';
import { unmetAmong } from './qualified.js';

const at = (time: string) => new Date(`2026-03-02T${time}+08:00`);
const window = { windowStart: at('10:00:00.000'), windowEnd: at('12:00:00.000') };
const insured = (from?: string, until?: string): QualifiedFact => ({
  name: 'accidentInsurance',
  ...(from && { from: at(from).toISOString() }),
  ...(until && { until: at(until).toISOString() }),
});
const unmet = (facts: QualifiedFact[], now = at('09:00:00.000')) =>
  unmetAmong(['accidentInsurance'], facts, window, now);

describe('a requirement', () => {
  it.each([
    ['without anything', [], true],
    ['with something else', [{ name: 'firstAid' }], true],
    ['for good', [insured()], false],
    ['to the very end of the window', [insured(undefined, '12:00:00.000')], false],
    ['to just before its end', [insured(undefined, '11:59:59.999')], true],
    ['from its very start', [insured('10:00:00.000')], false],
    ['from just after its start', [insured('10:00:00.001')], true],
    [
      'by the second of two',
      [insured(undefined, '11:00:00.000'), insured('09:30:00.000', '13:00:00.000')],
      false,
    ],
  ] as [string, QualifiedFact[], boolean][])('is unmet or met %s', (_, facts, isUnmet) => {
    expect(unmet(facts)).toBe(isUnmet ? 'accidentInsurance' : undefined);
  });

  it('counts from the moment where the window has begun', () => {
    expect(unmet([insured('10:30:00.000')], at('10:29:59.999'))).toBe('accidentInsurance');
    expect(unmet([insured('10:30:00.000')], at('10:30:00.000'))).toBeUndefined();
  });

  it('of company asks nothing of a person, and the first that is unmet is named', () => {
    expect(unmetAmong(['secondVolunteer'], [], window, at('09:00:00.000'))).toBeUndefined();
    expect(
      unmetAmong(['accidentInsurance', 'driving', 'firstAid'], [insured()], window, at('09:00:00.000')),
    ).toBe('driving');
  });
});
