import { describe, expect, it } from '@jest/globals';
import { addressKey, RateLimit } from './rate.limit.js';

describe('a rate limit', () => {
  it('counts each caller for a minute and says how long to wait', () => {
    const limit = new RateLimit(2);
    const start = 1_000_000;
    expect([limit.take('a', start), limit.take('a', start + 1_000)]).toEqual([0, 0]);
    expect(limit.take('a', start + 1_500)).toBe(59);
    expect(limit.take('b', start + 1_500)).toBe(0);
    expect(limit.take('a', start + 60_000)).toBe(0);
  });

  it('keeps no more than so many callers: in a flood newcomers share one count', () => {
    const limit = new RateLimit(5);
    for (let caller = 0; caller < 100_000; caller++) limit.take(`known ${caller}`, 0);
    const waits = Array.from({ length: 6 }, (_, caller) => limit.take(`new ${caller}`, 0));
    expect(waits).toEqual([0, 0, 0, 0, 0, 60]);
    expect(limit.take('known 7', 0)).toBe(0);
  });

  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('takes %s as %s', (address, key) => expect(addressKey(address)).toBe(key));
});
