import { describe, expect, it } from '@jest/globals';
import { DomainError, type ErrandPriceInput, type PairFacts, type Policy, type Relation } from '#contracts';
import { plainRedeem, silentPolicy } from './policy.js';
import { presets } from './presets.js';
import {
  chargeMinutes,
  checkErrand,
  checkGift,
  periodStart,
  slotMinutes,
  surplusSlots,
} from './redeeming.js';

const facts = (changes: Partial<PairFacts> = {}): PairFacts => ({
  giverServiceMinutes: 0,
  takerCategories: [],
  ...changes,
});
const errand = (changes: Partial<ErrandPriceInput> = {}): ErrandPriceInput => ({
  ...{ cityCode: 1201, mode: 'exchange', payerId: 'a', servedId: 'a', slots: 1, expectedMinutes: 60 },
  ...{ type: 'company', facts: facts() },
  ...changes,
});
const policy = (changes: Partial<Policy>): Policy => ({ ...silentPolicy, redeem: plainRedeem, ...changes });
const preset = (id: string): Policy => presets.find((each) => each.id === id)?.policy ?? silentPolicy;

function reason(work: () => void): string {
  try {
    work();
    return 'ok';
  } catch (error) {
    if (error instanceof DomainError) return error.code.replace('redemption.', '');
    throw error;
  }
}

describe('redeeming under a policy', () => {
  const minors = { ...plainRedeem, minAge: 60 };
  const cases: [name: string, policy: Policy, input: Partial<ErrandPriceInput>, expected: string][] = [
    ['is not there where the city says nothing of it', policy({ redeem: null }), {}, 'notAllowed'],
    ['is for oneself, whoever asks', policy({}), {}, 'ok'],
    ['is not for a stranger', policy({}), { servedId: 'b' }, 'notRelated'],
    ['asks the age of who is served', policy({ redeem: minors }), {}, 'ageUnknown'],
    ['is for no younger', policy({ redeem: minors }), { facts: facts({ takerYears: 59 }) }, 'tooYoung'],
    ['is for that age', policy({ redeem: minors }), { facts: facts({ takerYears: 60 }) }, 'ok'],
    [
      'asks the hours of who pays',
      preset('guangzhou2019'),
      { facts: facts({ giverServiceMinutes: 5_999 }) },
      'starHoursMissing',
    ],
    [
      'is for that many hours',
      preset('guangzhou2019'),
      { facts: facts({ giverServiceMinutes: 6_000 }) },
      'ok',
    ],
    [
      'serves a spouse of sixty in Beijing',
      preset('beijing2022'),
      { servedId: 'b', facts: facts({ relation: 'spouse', takerYears: 60 }) },
      'ok',
    ],
    [
      'serves no friend in Beijing',
      preset('beijing2022'),
      { servedId: 'b', facts: facts({ relation: 'friend', takerYears: 60 }) },
      'notRelated',
    ],
    ['from the pool needs a grant', policy({}), { mode: 'publicPool' }, 'notAllowed'],
    ['from the pool needs hardship', preset('nanjing2019'), { mode: 'publicPool' }, 'notInHardship'],
    [
      'from the pool needs the right hardship',
      preset('nanjing2019'),
      { mode: 'publicPool', facts: facts({ takerCategories: ['lowIncome'] }) },
      'notInHardship',
    ],
    [
      'from the pool serves who is in it',
      preset('nanjing2019'),
      { mode: 'publicPool', facts: facts({ takerCategories: ['livingAloneElderly'] }) },
      'ok',
    ],
  ];
  it.each(cases)('%s', (_, under, input, expected) => {
    expect(reason(() => checkErrand(under, errand(input), 0))).toBe(expected);
  });

  it('gives the first of several reasons', () => {
    const strict = policy({ redeem: { ...plainRedeem, minAge: 60, minStarHours: 1 }, transfer: null });
    const related = policy({ redeem: strict.redeem, transfer: { scope: ['relatives'], minAge: 18 } });
    const order: [Policy, PairFacts, string][] = [
      [policy({ redeem: null }), facts(), 'notAllowed'],
      [strict, facts(), 'notRelated'],
      [related, facts({ relation: 'child' }), 'ageUnknown'],
      [related, facts({ relation: 'child', takerYears: 60, giverYears: 17 }), 'tooYoung'],
      [related, facts({ relation: 'child', takerYears: 60, giverYears: 18 }), 'starHoursMissing'],
    ];
    for (const [under, known, expected] of order)
      expect(reason(() => checkErrand(under, errand({ servedId: 'b', facts: known }), 0))).toBe(expected);
  });

  it('gives no more than the share of a period', () => {
    const grant = {
      ...{ eligibility: null, amount: 100, period: 'month' as const, sourcePool: 'publicPool' as const },
    };
    const input = errand({ mode: 'publicPool', facts: facts({ takerCategories: ['lowIncome'] }) });
    expect(reason(() => checkErrand(policy({ grant }), input, 40))).toBe('ok');
    expect(reason(() => checkErrand(policy({ grant }), input, 41))).toBe('grantExhausted');
  });
});

describe('gifts under a policy', () => {
  const ties: [id: string, relation: Relation | undefined, expected: string][] = [
    ['guangzhou2019', 'spouse', 'notAllowed'],
    ['nanjing2019', 'spouse', 'notAllowed'],
    ['beijing2022', 'grandchild', 'ok'],
    ['beijing2022', 'sibling', 'notRelated'],
    ['shanghai', 'friend', 'ok'],
    ['shanghai', undefined, 'notRelated'],
    ['hangzhouWestLake2021', 'otherRelative', 'ok'],
    ['hangzhouWestLake2021', 'friend', 'notRelated'],
  ];
  it.each(ties)('of %s to a %s: %s', (id, relation, expected) => {
    expect(reason(() => checkGift(preset(id), facts(relation && { relation }), 'person', 60))).toBe(expected);
  });

  it('go to the pool where the scope has the platform', () => {
    const to = (id: string) => reason(() => checkGift(preset(id), facts(), 'pool', 60));
    expect(['guangzhou2019', 'beijing2022', 'nanjing2019', 'ruian'].map(to)).toEqual([
      ...['ok', 'ok', 'notAllowed', 'notAllowed'],
    ]);
  });

  it('go to who is in hardship in Shanghai, and in whole units in Guangzhou', () => {
    const alone = facts({ takerCategories: ['livingAloneElderly'] });
    expect(reason(() => checkGift(preset('shanghai'), alone, 'person', 60))).toBe('ok');
    expect(reason(() => checkGift(preset('guangzhou2019'), facts(), 'pool', 90))).toBe('wholeUnits');
  });
});

describe('what is held and charged', () => {
  it('is what is expected, in whole steps', () => {
    const steps = [policy({}), preset('guangzhou2019'), preset('ruian'), preset('hangzhouWestLake2021')];
    const haircut = { expectedMinutes: 61, type: 'haircut' as const };
    expect(steps.map((each) => slotMinutes(each, haircut))).toEqual([61, 120, 90, 60]);
    const priced = policy({ earnMode: 'priced', prices: [{ type: 'haircut', minutes: 45 }] });
    expect(slotMinutes(priced, haircut)).toBe(45);
  });

  it.each([
    [45, 60, 1, 45],
    [75, 60, 1, 60],
    [0, 60, 1, 0],
    [119, 120, 60, 60],
    [59, 60, 60, 0],
  ])('of %i min with %i held in units of %i is %i', (credits, slot, unit, expected) => {
    expect(chargeMinutes(credits, slot, unit)).toBe(expected);
  });

  it('keeps a hold for each claim the ledger has not heard of, the lowest first', () => {
    expect(surplusSlots([2, 0, 1], ['a'], new Set())).toEqual([1, 2]);
    expect(surplusSlots([1, 2], ['a', 'b'], new Set(['a']))).toEqual([2]);
    expect(surplusSlots([], ['a'], new Set())).toEqual([]);
  });

  it.each([
    ['month', '2026-11-22', '2026-10-31T16:00:00.000Z'],
    ['quarter', '2026-11-22', '2026-09-30T16:00:00.000Z'],
    ['year', '2026-11-22', '2025-12-31T16:00:00.000Z'],
    ['once', '2026-11-22', '1970-01-01T00:00:00.000Z'],
  ] as const)('a %s with %s in it begins at %s', (period, day, expected) => {
    expect(periodStart(period, day).toISOString()).toBe(expected);
  });
});
