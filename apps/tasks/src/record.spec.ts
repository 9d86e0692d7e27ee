import { describe, expect, it } from '@jest/globals';
import { confirmationsNeeded, confirmedMinutes, minutesBetween } from './record.js';

describe('service records', () => {
  const start = new Date('2026-03-02T09:00:00Z');
  it.each([
    [0, 1],
    [29, 1],
    [89, 1],
    [91, 2],
    [45 * 60, 45],
    [48 * 3600, 1440],
  ])('%i s are %i minutes', (seconds, minutes) => {
    expect(minutesBetween(start, new Date(start.getTime() + seconds * 1000))).toBe(minutes);
  });
  it('asks one other person where a device proved the minutes, two where people attest them', () => {
    expect(confirmationsNeeded('deviceVerified')).toBe(1);
    expect(confirmationsNeeded('attested')).toBe(2);
  });
  it('lets an approver lower minutes and nobody raise them', () => {
    expect(confirmedMinutes(40, undefined)).toBe(40);
    expect(confirmedMinutes(40, 30)).toBe(30);
    expect(() => confirmedMinutes(40, 41)).toThrow('record.minutesInvalid');
    expect(() => confirmedMinutes(40, 0)).toThrow('record.minutesInvalid');
  });
});
