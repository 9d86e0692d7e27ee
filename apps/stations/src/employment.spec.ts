import { describe, expect, it } from '@jest/globals';
import type { StaffLicence } from '#contracts';
import { arePossible } from './employment.js';

const today = '2026-03-02';
const licence = (issuedOn: string, validUntil?: string, kind: StaffLicence['kind'] = 'socialWorker') => ({
  ...{ kind, issuedOn },
  ...(validUntil && { validUntil }),
});

describe('licences', () => {
  it.each<[string, StaffLicence[], boolean]>([
    ['none', [], true],
    ['one of today', [licence(today, today)], true],
    ['one without an end', [licence('2020-01-01')], true],
    ['one of tomorrow', [licence('2026-03-03')], false],
    ['one that ends before it begins', [licence('2026-03-01', '2026-02-28')], false],
    ['two of a kind', [licence('2020-01-01'), licence('2021-01-01')], false],
    [
      'two of two kinds',
      [licence('2020-01-01'), licence('2021-01-01', undefined, 'seniorSocialWorker')],
      true,
    ],
  ])('%s: %p', (_, licences, expected) => expect(arePossible(licences, today)).toBe(expected));
});
