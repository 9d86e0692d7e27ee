import { describe, expect, it } from '@jest/globals';
import { differences, type Policy, policyOf, rules, rulesOf } from './policy.keys';

const nothing: Policy = {
  unit: null,
  prices: null,
  earnMode: 'hourly',
  rounding: null,
  dailyCap: null,
  balanceCap: null,
  overflow: null,
  starterGrant: null,
  earnerAge: null,
  redeem: null,
  transfer: null,
  groupHours: null,
  grant: null,
  expiryDays: null,
  leaveRegion: null,
  death: null,
  verification: null,
  minBreakBetweenSamePair: null,
};
const much: Policy = {
  ...nothing,
  prices: [
    { type: 'groceries', minutes: 60 },
    { type: 'haircut', minutes: 30 },
  ],
  rounding: { stepMinutes: 30, mode: 'down' },
  redeem: { minAge: 60, spouse: true, minStarHours: null, goods: false, integerOnly: null },
  transfer: { scope: ['spouse', 'platform'], minAge: null },
};

describe('rules of a policy', () => {
  it('come back as the policy they were read from', () => {
    expect(policyOf(rulesOf(nothing))).toEqual(nothing);
    expect(policyOf(rulesOf(much))).toEqual(much);
  });

  it('name every key of a policy', () => {
    const keys = new Set(rules.map(({ path }) => path.split('.')[0]));
    expect([...keys].sort()).toEqual(Object.keys(nothing).sort());
  });

  it('differ where one says something else, false and null included', () => {
    const changed = { ...rulesOf(much), 'redeem.goods': null, 'transfer.scope': ['spouse'] };
    expect(differences(rulesOf(much), changed).map(({ path }) => path)).toEqual([
      'redeem.goods',
      'transfer.scope',
    ]);
    expect(differences(rulesOf(much), rulesOf(much))).toEqual([]);
  });
});
