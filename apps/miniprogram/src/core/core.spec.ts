import { describe, expect, it } from '@jest/globals';
import { toGcj02 } from './gcj';
import { base64url, fromBase64url, uuidOf } from './ids';
import { clockTime, day, daysAhead, momentOf } from './time';
import { en } from '../words/en';
import { enLater } from '../more/words/en';
import { zhLater } from '../more/words/zh';
import { zh } from '../words/zh';

describe('ids', () => {
  it('are UUIDs of version 7 that sort by time', () => {
    const early = uuidOf(Date.parse('2026-03-02T00:00:00Z'), new Uint8Array(10).fill(255));
    const late = uuidOf(Date.parse('2026-03-02T00:00:00.001Z'), new Uint8Array(10));
    expect(early).toBe('019cabd8-3800-7fff-bfff-ffffffffffff');
    expect(late > early).toBe(true);
  });

  it('write bytes as base64url and read them back', () => {
    for (const length of [0, 1, 2, 3, 32, 64]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + 250) % 256);
      expect(base64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      expect([...fromBase64url(base64url(bytes))]).toEqual([...bytes]);
    }
  });
});

describe('places', () => {
  it('of browsers become those of Chinese maps, and stay elsewhere', () => {
    const { longitude, latitude } = toGcj02({ longitude: 116.404, latitude: 39.915 });
    // Tian'anmen, as published converters give it.
    expect(longitude).toBeCloseTo(116.41024449, 5);
    expect(latitude).toBeCloseTo(39.91640428, 5);
    expect(toGcj02({ longitude: 2.35, latitude: 48.85 })).toEqual({ longitude: 2.35, latitude: 48.85 });
  });
});

describe('times', () => {
  it('are those of Shanghai, wherever the phone is', () => {
    expect(clockTime('2026-03-01T16:05:00Z')).toBe('00:05');
    expect(day('2026-03-01T16:05:00Z')).toBe('03-02');
    expect(daysAhead('2026-03-01T16:05:00Z', Date.parse('2026-03-01T15:59:00Z'))).toBe(1);
    const now = Date.parse('2026-03-01T23:00:00Z');
    expect(momentOf(1, 8 * 60, now).toISOString()).toBe('2026-03-03T00:00:00.000Z');
  });
});

type Wordings = Readonly<Record<string, string>>;

describe('wordings', () => {
  it.each([
    ['of the first pages', zh, en],
    ['of the later ones', zhLater, enLater],
  ])('%s have the same slots in both languages', (_, chinese: Wordings, english: Wordings) => {
    const slots = (wording: string) => [...wording.matchAll(/\{\w+\}/g)].map(String).sort();
    const differing = Object.keys(chinese).filter(
      (word) => slots(chinese[word] ?? '').join() !== slots(english[word] ?? '').join(),
    );
    expect(differing).toEqual([]);
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort());
  });
});
