import { describe, expect, it } from '@jest/globals';
import { readSpan } from './span.js';

const today = '2026-03-02';

describe('a span of days', () => {
  it.each([
    [undefined, undefined, { from: undefined, to: today }],
    [undefined, '2020-01-01', { from: undefined, to: '2020-01-01' }],
    ['2026-03-02', undefined, { from: today, to: today }],
    ['2025-03-02', '2026-03-02', { from: '2025-03-02', to: today }],
    ['2024-01-01', '2024-12-31', { from: '2024-01-01', to: '2024-12-31' }],
  ])('from %p to %p is taken', (from, to, expected) => {
    expect(readSpan(from, to, today)).toEqual(expected);
  });

  const wrong: [from: string | undefined, to: string | undefined, why: string][] = [
    ['2026-03-02', '2026-03-01', 'ends before it starts'],
    [undefined, '2026-03-03', 'ends tomorrow'],
    ['2026-03-03', undefined, 'starts tomorrow'],
    ['2025-03-01', '2026-03-02', 'has 367 days'],
    ['0001-01-01', undefined, 'has two thousand years'],
  ];
  it.each(wrong)('from %p to %p is refused: it %s', (from, to) => {
    expect(() => readSpan(from, to, today)).toThrow('report.spanInvalid');
  });
});
