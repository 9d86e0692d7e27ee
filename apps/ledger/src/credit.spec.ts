import { describe, expect, it } from '@jest/globals';
import { type Policy, verifications } from '#contracts';
import { randomOf } from '../../../test/sim/ledger/history.js';
import { policyFaults } from './adoption.js';
import { credit, type CreditReason, type Service, type Standing } from './credit.js';
import { minutesAsServed, silentPolicy } from './policy.js';
import { presets } from './presets.js';

const plain: Service = {
  ...{ serviceMinutes: 90, verification: 'deviceVerified', confirmations: 1 },
  ...{ type: 'haircut', isGroup: false, ageYears: 40, breakMinutes: null },
};
const fresh: Standing = { earnedTodayMinutes: 0, balanceMinutes: 0 };
const halfHours = (mode: 'down' | 'nearest' | 'up') => ({ rounding: { stepMinutes: 30, mode } });

const haircuts = (minutes: number): Partial<Policy> => ({
  ...{ earnMode: 'priced', prices: [{ type: 'haircut', minutes }] },
});

type Row = [
  rule: Partial<Policy>,
  service: Partial<Service>,
  standing: Partial<Standing>,
  own: number,
  donated: number,
  honour: number,
  reason: CreditReason | null,
];

const capped = { balanceCap: 600, overflow: 'donate' } as const;
const adults = { earnerAge: { min: 18, max: 75, minorMode: null } };

const rows: Row[] = [
  // A minute for a minute.
  [{}, {}, {}, 90, 0, 0, null],
  [{}, { verification: 'attested', ageYears: null, isGroup: true }, { balanceMinutes: 9e6 }, 90, 0, 0, null],
  [{}, { serviceMinutes: 0 }, {}, 0, 0, 0, 'voided'],
  // Steps.
  [halfHours('down'), { serviceMinutes: 89 }, {}, 60, 0, 0, null],
  [halfHours('down'), { serviceMinutes: 29 }, {}, 0, 0, 0, 'belowStep'],
  [halfHours('nearest'), { serviceMinutes: 74 }, {}, 60, 0, 0, null],
  [halfHours('nearest'), { serviceMinutes: 75 }, {}, 90, 0, 0, null],
  [halfHours('nearest'), { serviceMinutes: 14 }, {}, 0, 0, 0, 'belowStep'],
  [halfHours('up'), { serviceMinutes: 1 }, {}, 30, 0, 0, null],
  [halfHours('up'), { serviceMinutes: 60 }, {}, 60, 0, 0, null],
  // By the service.
  [{ unit: 'service', earnMode: 'per_service' }, { serviceMinutes: 5 }, {}, 60, 0, 0, null],
  [{ unit: 'service', earnMode: 'per_service' }, { serviceMinutes: 700 }, {}, 60, 0, 0, null],
  [{ unit: 'service', earnMode: 'per_service' }, { serviceMinutes: 0 }, {}, 0, 0, 0, 'voided'],
  // By what was done.
  [haircuts(45), { serviceMinutes: 5 }, {}, 45, 0, 0, null],
  [haircuts(45), { serviceMinutes: 700 }, {}, 45, 0, 0, null],
  [haircuts(45), { serviceMinutes: 0 }, {}, 0, 0, 0, 'voided'],
  [haircuts(45), { type: 'parcels' }, {}, 0, 0, 0, 'unpriced'],
  [haircuts(45), { type: null }, {}, 0, 0, 0, 'unpriced'],
  [{ ...haircuts(45), dailyCap: 60 }, {}, { earnedTodayMinutes: 30 }, 30, 0, 0, 'dailyCap'],
  [{ ...haircuts(120), unit: 'coin', dailyCap: 180 }, {}, { earnedTodayMinutes: 30 }, 120, 0, 0, null],
  [{ ...haircuts(120), unit: 'coin', dailyCap: 180 }, {}, { earnedTodayMinutes: 90 }, 60, 0, 0, 'dailyCap'],
  // What converts.
  [{ verification: 'device' }, { verification: 'attested' }, {}, 0, 0, 90, 'notDeviceVerified'],
  [{ verification: 'device' }, {}, {}, 90, 0, 0, null],
  [{ verification: 'offline' }, { verification: 'attested' }, {}, 90, 0, 0, null],
  [{ verification: 'dual_review' }, { verification: 'attested' }, {}, 0, 0, 0, 'notDualReviewed'],
  [
    { verification: 'dual_review' },
    { verification: 'attested', confirmations: null },
    {},
    0,
    0,
    0,
    'notDualReviewed',
  ],
  [{ verification: 'dual_review' }, { verification: 'attested', confirmations: 2 }, {}, 90, 0, 0, null],
  [{ verification: 'dual_review' }, {}, {}, 90, 0, 0, null],
  // Ages.
  [adults, { ageYears: 17 }, {}, 0, 0, 0, 'tooYoung'],
  [adults, { ageYears: 18 }, {}, 90, 0, 0, null],
  [adults, { ageYears: 75 }, {}, 90, 0, 0, null],
  [adults, { ageYears: 76 }, {}, 0, 0, 0, 'tooOld'],
  [adults, { ageYears: null }, {}, 0, 0, 0, 'ageUnknown'],
  [{ earnerAge: { min: null, max: null, minorMode: null } }, { ageYears: null }, {}, 90, 0, 0, null],
  [{ earnerAge: { min: 18, max: null, minorMode: 'donate' } }, { ageYears: 9 }, {}, 0, 90, 0, 'tooYoung'],
  [{ earnerAge: { min: 18, max: null, minorMode: 'honour' } }, { ageYears: 9 }, {}, 0, 0, 90, 'tooYoung'],
  [
    { earnerAge: { min: 18, max: null, minorMode: 'donate' }, dailyCap: 60 },
    { ageYears: 9 },
    {},
    0,
    60,
    0,
    'tooYoung',
  ],
  // The same pair again.
  [{ minBreakBetweenSamePair: 60 }, { breakMinutes: 59 }, {}, 0, 0, 0, 'samePairTooSoon'],
  [{ minBreakBetweenSamePair: 60 }, { breakMinutes: 60 }, {}, 90, 0, 0, null],
  [{ minBreakBetweenSamePair: 60 }, { breakMinutes: null }, {}, 90, 0, 0, null],
  // Groups.
  [{ groupHours: 'donate_only' }, { isGroup: true }, {}, 0, 90, 0, 'groupDonates'],
  [{ groupHours: 'donate_only' }, {}, {}, 90, 0, 0, null],
  [{ groupHours: 'normal' }, { isGroup: true }, {}, 90, 0, 0, null],
  // The day.
  [{ dailyCap: 120 }, {}, { earnedTodayMinutes: 30 }, 90, 0, 0, null],
  [{ dailyCap: 120 }, {}, { earnedTodayMinutes: 31 }, 89, 0, 0, 'dailyCap'],
  [{ dailyCap: 120 }, {}, { earnedTodayMinutes: 120 }, 0, 0, 0, 'dailyCap'],
  [{ dailyCap: 120 }, {}, { earnedTodayMinutes: 500 }, 0, 0, 0, 'dailyCap'],
  [{ dailyCap: 120, ...halfHours('down') }, {}, { earnedTodayMinutes: 50 }, 60, 0, 0, 'dailyCap'],
  [{ dailyCap: 60, groupHours: 'donate_only' }, { isGroup: true }, {}, 0, 60, 0, 'groupDonates'],
  // The balance.
  [capped, {}, { balanceMinutes: 510 }, 90, 0, 0, null],
  [capped, {}, { balanceMinutes: 511 }, 89, 1, 0, 'balanceCap'],
  [capped, {}, { balanceMinutes: 700 }, 0, 90, 0, 'balanceCap'],
  [{ balanceCap: 600, overflow: 'honour' }, {}, { balanceMinutes: 570 }, 30, 0, 60, 'balanceCap'],
  [{ balanceCap: 600, overflow: 'reject' }, {}, { balanceMinutes: 570 }, 30, 0, 0, 'balanceCap'],
  [{ ...capped, ...halfHours('down') }, {}, { balanceMinutes: 550 }, 30, 60, 0, 'balanceCap'],
  [{ ...capped, dailyCap: 60 }, {}, { balanceMinutes: 590 }, 10, 50, 0, 'dailyCap'],
  // The reasons in their order.
  [
    { verification: 'device', ...adults },
    { verification: 'attested', ageYears: 9 },
    {},
    0,
    0,
    90,
    'notDeviceVerified',
  ],
  [{ ...adults, minBreakBetweenSamePair: 60 }, { ageYears: 9, breakMinutes: 1 }, {}, 0, 0, 0, 'tooYoung'],
];

describe('credit', () => {
  it.each(rows)('%j of %j at %j → own %i, pool %i, honour %i, %s', (rule, service, standing, ...expected) => {
    const given = credit({ ...silentPolicy, ...rule }, { ...plain, ...service }, { ...fresh, ...standing });
    const { creditedMinutes, donatedMinutes, honourMinutes, reason } = given;
    expect([creditedMinutes, donatedMinutes, honourMinutes, reason]).toEqual(expected);
  });

  it('begins with a minute for a minute, whoever served', () => {
    for (const serviceMinutes of [1, 59, 1440])
      expect(credit(minutesAsServed.policy, { ...plain, serviceMinutes }, fresh).creditedMinutes).toBe(
        serviceMinutes,
      );
  });
});

const random = randomOf(11);
const oneOf = <T>(...items: readonly T[]): T => items[random(items.length)] as T;

/** Any policy that could be adopted. */
function anyPolicy(): Policy {
  for (;;) {
    const stepMinutes = oneOf(1, 15, 30, 60);
    const policy: Policy = {
      ...silentPolicy,
      unit: oneOf('minute', 'hour', 'coin', 'service'),
      earnMode: oneOf('hourly', 'hourly', 'per_service'),
      rounding: oneOf(null, { stepMinutes, mode: oneOf('down', 'nearest', 'up') }),
      dailyCap: oneOf(null, 60, 120, 480),
      balanceCap: oneOf(null, 600, 6_000),
      overflow: oneOf(null, 'donate', 'honour', 'reject'),
      earnerAge: oneOf(null, {
        min: oneOf(null, 18),
        max: oneOf(null, 70),
        minorMode: oneOf(null, 'donate', 'honour'),
      }),
      groupHours: oneOf(null, 'donate_only', 'normal'),
      verification: oneOf(null, 'device', 'offline', 'dual_review'),
      minBreakBetweenSamePair: oneOf(null, 60),
    };
    if (policyFaults(policy).length === 0) return policy;
  }
}

function anyService(): Service {
  return {
    type: oneOf(null, 'haircut', 'parcels'),
    serviceMinutes: oneOf(0, 1, 29, 30, 61, 90, 1 + random(1440)),
    verification: oneOf(...verifications),
    confirmations: oneOf(null, 1, 2),
    isGroup: random(4) === 0,
    ageYears: oneOf(null, 12, 18, 45, 71),
    breakMinutes: oneOf(null, 5, 60, 5_000),
  };
}

describe('whatever the policy, the service and the standing', () => {
  const cases = Array.from({ length: 5_000 }, () => {
    const [policy, service] = [anyPolicy(), anyService()];
    const standing = { earnedTodayMinutes: random(600), balanceMinutes: random(7_000) };
    return { policy, service, standing, given: credit(policy, service, standing) };
  });

  it('whole minutes are given, never more than the service is worth, and a reason where some are not', () => {
    for (const { given } of cases) {
      const { worthMinutes, creditedMinutes, donatedMinutes, honourMinutes, reason } = given;
      const parts = [worthMinutes, creditedMinutes, donatedMinutes, honourMinutes];
      expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      expect(creditedMinutes + donatedMinutes + honourMinutes).toBeLessThanOrEqual(worthMinutes);
      expect(reason === null).toBe(creditedMinutes === worthMinutes && worthMinutes > 0);
    }
  });

  it('no cap is passed, and what a cap leaves are whole steps', () => {
    for (const { policy, standing, given } of cases) {
      const { creditedMinutes, donatedMinutes, worthMinutes } = given;
      const postedMinutes = creditedMinutes + donatedMinutes;
      if (policy.dailyCap !== null && postedMinutes > 0)
        expect(postedMinutes + standing.earnedTodayMinutes).toBeLessThanOrEqual(policy.dailyCap);
      if (policy.balanceCap !== null && creditedMinutes > 0)
        expect(creditedMinutes + standing.balanceMinutes).toBeLessThanOrEqual(policy.balanceCap);
      const step = policy.rounding?.stepMinutes ?? 1;
      expect([creditedMinutes % step, donatedMinutes % step, worthMinutes % step]).toEqual([0, 0, 0]);
    }
  });

  it('who has more already is never given more, and a longer service never gives less', () => {
    for (const { policy, service, standing, given } of cases) {
      const richer = { ...standing, balanceMinutes: standing.balanceMinutes + 37 };
      expect(credit(policy, service, richer).creditedMinutes).toBeLessThanOrEqual(given.creditedMinutes);
      const longer = { ...service, serviceMinutes: service.serviceMinutes + 20 };
      const more = credit(policy, longer, standing);
      expect(more.creditedMinutes).toBeGreaterThanOrEqual(given.creditedMinutes);
      expect(more.donatedMinutes).toBeGreaterThanOrEqual(given.donatedMinutes);
    }
  });
});

describe('presets', () => {
  const openQuestions = Object.fromEntries(
    presets.map(({ id, policy }) => [id, policyFaults(policy).map(({ data }) => data['key'])]),
  );
  it('leave open what their sources leave open, and can be adopted where that is nothing', () => {
    expect(openQuestions).toEqual({
      guangzhou2019: ['rounding.mode', 'overflow'],
      nanjing2019: ['grant.amount', 'grant.period'],
      beijing2022: [],
      shanghai: [],
      hangzhouWestLake2021: [],
      ruian: ['rounding.mode'],
    });
  });
});
