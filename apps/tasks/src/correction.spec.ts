import { describe, expect, it } from '@jest/globals';
import type { CorrectionTerms } from '#contracts';
import { correctedBy } from './correction.js';

const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`);
const window = { windowStart: at('09:00'), windowEnd: at('11:00') };
const now = at('18:00');
const record = { serviceMinutes: 45, startedAt: at('09:10'), endedAt: at('09:55') };
const correct = (terms: Partial<CorrectionTerms>): CorrectionTerms => ({
  ...{ kind: 'correct', reason: 'wrongMinutes', evidence: 'callBack' },
  ...terms,
});
const iso = (time: string) => at(time).toISOString();

describe('a correction', () => {
  const good: [string, Partial<CorrectionTerms>, { minutes: number; from: string; to: string }][] = [
    ['lowers the minutes', { serviceMinutes: 30 }, { minutes: 30, from: '09:10', to: '09:55' }],
    [
      'moves the end, and the minutes with it',
      { endedAt: iso('10:10') },
      { minutes: 60, from: '09:10', to: '10:10' },
    ],
    [
      'moves both times',
      { startedAt: iso('09:00'), endedAt: iso('09:30'), serviceMinutes: 20 },
      { minutes: 20, from: '09:00', to: '09:30' },
    ],
    [
      'never gives more than the window',
      { startedAt: iso('08:00'), endedAt: iso('13:00') },
      { minutes: 120, from: '08:00', to: '13:00' },
    ],
  ];
  it.each(good)('%s', (_, terms, { minutes, from, to }) => {
    expect(correctedBy(record, correct(terms), window, now)).toEqual({
      ...{ serviceMinutes: minutes, startedAt: at(from), endedAt: at(to) },
    });
  });

  const bad: [string, Partial<CorrectionTerms>, string][] = [
    ['more minutes than between the times', { serviceMinutes: 46 }, 'record.minutesInvalid'],
    [
      'more minutes than the window',
      { startedAt: iso('08:00'), endedAt: iso('13:00'), serviceMinutes: 121 },
      'record.minutesInvalid',
    ],
    ['a check-out before the check-in', { endedAt: iso('09:00') }, 'record.timesInvalid'],
    ['a check-out at the check-in', { endedAt: iso('09:10') }, 'record.timesInvalid'],
    ['an end in the future', { endedAt: '2026-03-02T19:00:00+08:00' }, 'record.timesInvalid'],
    ['times of another week', { startedAt: '2026-02-20T09:00:00+08:00' }, 'record.timesInvalid'],
    ['what the record says already', { serviceMinutes: 45 }, 'record.nothingToCorrect'],
    ['nothing at all', {}, 'record.nothingToCorrect'],
  ];
  it.each(bad)('refuses %s', (_, terms, code) => {
    expect(() => correctedBy(record, correct(terms), window, now)).toThrow(code);
  });

  it('voids once, and gives a void record its minutes back', () => {
    const voided = correctedBy(record, correct({ kind: 'void' }), window, now);
    expect(voided.serviceMinutes).toBe(0);
    expect(() => correctedBy(voided, correct({ kind: 'void' }), window, now)).toThrow(
      'record.nothingToCorrect',
    );
    expect(correctedBy(voided, correct({ reason: 'wronglyVoided' }), window, now).serviceMinutes).toBe(45);
  });
});
