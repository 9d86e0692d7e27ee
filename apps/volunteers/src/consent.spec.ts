import { describe, expect, it } from '@jest/globals';
import { type ConsentPurpose, consentPurposes, consentWordings, currentWording } from '#contracts';
import { hidingFrom, mayBeLocated, mayServe, mayUseIdentity } from './consent.js';

describe('what a withdrawal stops', () => {
  it.each<[ConsentPurpose, { serve: boolean; located: boolean; identity: boolean; from: string[] }]>([
    [
      'registration',
      { serve: false, located: true, identity: false, from: ['committee', 'station', 'administrator'] },
    ],
    [
      'sensitiveData',
      { serve: false, located: true, identity: false, from: ['committee', 'station', 'administrator'] },
    ],
    ['sharingWithStation', { serve: false, located: true, identity: true, from: ['station'] }],
    ['location', { serve: true, located: false, identity: true, from: [] }],
    ['portrait', { serve: true, located: true, identity: true, from: [] }],
    ['publicHonours', { serve: true, located: true, identity: true, from: [] }],
  ])('%s', (purpose, { serve, located, identity, from }) => {
    expect(mayServe([purpose])).toBe(serve);
    expect(mayBeLocated([purpose])).toBe(located);
    expect(mayUseIdentity([purpose])).toBe(identity);
    const roles = ['committee', 'station', 'administrator'] as const;
    expect(roles.filter((role) => hidingFrom(role).includes(purpose))).toEqual(from);
  });

  it('is nothing while nothing is withdrawn', () => {
    expect([mayServe([]), mayBeLocated([]), mayUseIdentity([])]).toEqual([true, true, true]);
  });
});

describe('the wordings of consents', () => {
  it('say of every purpose in both languages what is consented to and what a withdrawal stops', () => {
    for (const purpose of consentPurposes) {
      const { title, text, stops } = currentWording(purpose);
      for (const { zh, en } of [title, text, stops]) {
        expect(zh).toMatch(/[\u4e00-\u9fff]/);
        expect(en).toMatch(/^[A-Z][\x20-\x7e\u2019]+$/);
      }
    }
  });

  it('bear versions that rise within a purpose, each once', () => {
    for (const purpose of consentPurposes) {
      const versions = consentWordings.filter((one) => one.purpose === purpose).map(({ version }) => version);
      expect(versions).toEqual([...new Set(versions)].sort());
      for (const version of versions) expect(version).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});
