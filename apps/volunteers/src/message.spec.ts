import { describe, expect, it } from '@jest/globals';
import { allot, contentOf, isStaleToken, type MessageFacts, nextTryAt, outcomeOf } from './message.js';

const facts: MessageFacts = {
  type: 'disabilityCard',
  communityName: '天津经济技术开发区泰达街道翠亨村第一社区居民委员会',
  windowStart: new Date('2026-03-02T01:05:00Z'),
  windowEnd: new Date('2026-03-02T16:30:00Z'),
  expectedMinutes: 45,
};
const template = (fields: string[]) => ({ kind: 'alert' as const, templateId: 't', fields });

describe('a message', () => {
  it('says type, community, time in Tianjin and minutes, none longer than WeChat takes', () => {
    expect(contentOf(template(['thing1', 'thing2', 'time3', 'thing4']), facts)).toEqual({
      thing1: { value: '办残疾证' },
      thing2: { value: '天津经济技术开发区泰达街道翠亨村第一社…' },
      time3: { value: '2026年3月2日 09:05~2026年3月3日 00:30' },
      thing4: { value: '约 45 分钟' },
    });
    expect([...'天津经济技术开发区泰达街道翠亨村第一社…']).toHaveLength(20);
  });

  it('gives bare numbers and short phrases where the template has such keywords', () => {
    expect(contentOf(template(['phrase7', 'thing1', 'date2', 'number12']), facts)).toMatchObject({
      phrase7: { value: '办残疾证' },
      number12: { value: '45' },
    });
    const long = { ...facts, communityName: '一二三四五六七' };
    expect(contentOf(template(['thing1', 'phrase2', 'time3', 'thing4']), long)['phrase2']?.value).toBe(
      '一二三四…',
    );
  });
});

describe('WeChat’s answers', () => {
  it.each([
    [0, 'sent'],
    [43101, 'refused'],
    [40003, 'nobody'],
    [-1, 'again'],
    [45009, 'again'],
    [40037, 'failed'],
    [47003, 'failed'],
  ])('%i: %s', (errcode, outcome) => expect(outcomeOf(errcode)).toBe(outcome));

  it('of an old token are told from all others', () =>
    expect([0, 40001, 40014, 42001, 43101].filter(isStaleToken)).toEqual([40001, 40014, 42001]));

  it('that let hope are followed by five tries more, ever later', () => {
    const now = new Date('2026-03-02T01:00:00Z');
    const seconds = [1, 2, 3, 4, 5, 6].map((tries) => {
      const at = nextTryAt(tries, now);
      return at && (at.getTime() - now.getTime()) / 1000;
    });
    expect(seconds).toEqual([5, 15, 30, 60, 120, undefined]);
  });
});

describe('acceptances', () => {
  it('are one message each, of their own kind and person', () => {
    const wanted = ['a', 'a', 'b', 'a', 'c'].map((volunteerId, id) => ({
      id,
      volunteerId,
      kind: 'alert' as const,
    }));
    const quotas = [
      { cityCode: 1201, volunteerId: 'a', kind: 'alert' as const, left: 2 },
      { cityCode: 1201, volunteerId: 'b', kind: 'dispatch' as const, left: 9 },
      { cityCode: 3501, volunteerId: 'c', kind: 'alert' as const, left: 1 },
    ];
    expect(allot(wanted, quotas).map(({ id, cityCode }) => [id, cityCode])).toEqual([
      [0, 1201],
      [1, 1201],
      [4, 3501],
    ]);
  });
});
