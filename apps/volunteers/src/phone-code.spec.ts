import { describe, expect, it } from '@jest/globals';
import { countCode, type Sent, staleBefore } from './phone-code.js';

const start = new Date('2026-03-02T01:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const fresh: Sent = { sentAt: null, hourStartedAt: start, sentInHour: 0 };

describe('phone codes', () => {
  it('go out once a minute', () => {
    const first = countCode(fresh, start) as Sent;
    expect(first).toEqual({ sentAt: start, hourStartedAt: start, sentInHour: 1 });
    expect(countCode(first, at(0))).toEqual({ waitMinutes: 1 });
    expect(countCode(first, at(59))).toEqual({ waitMinutes: 1 });
    expect(countCode(first, at(60))).toEqual({ sentAt: at(60), hourStartedAt: start, sentInHour: 2 });
  });

  it('go out five times an hour', () => {
    let sent = fresh;
    for (let code = 0; code < 5; code++) sent = countCode(sent, at(code * 60)) as Sent;
    expect(sent.sentInHour).toBe(5);
    expect(countCode(sent, at(300))).toEqual({ waitMinutes: 55 });
    expect(countCode(sent, at(3_599))).toEqual({ waitMinutes: 1 });
    expect(countCode(sent, at(3_600))).toEqual({
      sentAt: at(3_600),
      hourStartedAt: at(3_600),
      sentInHour: 1,
    });
    expect(staleBefore(at(3_600))).toEqual(start);
  });
});
