import { describe, expect, it } from '@jest/globals';
import { errorCatalogue, fillWording, needTypes, type Policy } from '#contracts';
import { adoptionFaults, policyFaults, type Proposal } from './adoption.js';
import { silentPolicy, type PolicyVersion } from './policy.js';

const grant = {
  ...{ eligibility: ['lowIncome' as const], amount: 600, period: 'month' as const },
  sourcePool: 'publicPool' as const,
};

const priced = (minutes: number) => needTypes.map((type) => ({ type, minutes }));

describe('a policy', () => {
  const rows: [code: string | undefined, rules: Partial<Policy>][] = [
    [undefined, {}],
    [undefined, { unit: 'hour', rounding: { stepMinutes: 60, mode: 'down' }, dailyCap: 480, redeem: null }],
    [undefined, { unit: 'service', earnMode: 'per_service', dailyCap: 120, starterGrant: 300 }],
    [undefined, { balanceCap: 600, overflow: 'honour', dailyCap: 600, grant }],
    [undefined, { earnMode: 'priced', prices: priced(45), dailyCap: 100 }],
    [undefined, { unit: 'coin', earnMode: 'priced', prices: priced(120), dailyCap: 240 }],
    ['policy.undecided', { earnMode: 'priced' }],
    ['policy.undecided', { earnMode: 'priced', prices: priced(45).slice(1) }],
    ['policy.contradiction', { prices: priced(45) }],
    ['policy.contradiction', { earnMode: 'priced', prices: [...priced(45), ...priced(30).slice(-1)] }],
    [
      'policy.contradiction',
      { earnMode: 'priced', prices: priced(45), rounding: { stepMinutes: 15, mode: 'up' } },
    ],
    ['policy.stepImpossible', { unit: 'coin', earnMode: 'priced', prices: priced(90) }],
    ['policy.stepImpossible', { unit: 'coin', earnMode: 'priced', prices: priced(60), dailyCap: 90 }],
    ['policy.contradiction', { earnMode: 'per_service' }],
    ['policy.contradiction', { earnMode: 'per_service', unit: 'hour' }],
    ['policy.contradiction', { unit: 'service' }],
    [
      'policy.contradiction',
      { unit: 'service', earnMode: 'per_service', rounding: { stepMinutes: 30, mode: 'up' } },
    ],
    ['policy.undecided', { rounding: { stepMinutes: 30, mode: null } }],
    ['policy.stepImpossible', { dailyCap: 100, rounding: { stepMinutes: 30, mode: 'down' } }],
    ['policy.stepImpossible', { dailyCap: 20, rounding: { stepMinutes: 30, mode: 'down' } }],
    [
      'policy.stepImpossible',
      { balanceCap: 90, overflow: 'reject', rounding: { stepMinutes: 60, mode: 'down' } },
    ],
    ['policy.stepImpossible', { unit: 'service', earnMode: 'per_service', dailyCap: 90 }],
    ['policy.contradiction', { dailyCap: 120, balanceCap: 60, overflow: 'reject' }],
    ['policy.undecided', { balanceCap: 60 }],
    ['policy.contradiction', { overflow: 'donate' }],
    ['policy.contradiction', { balanceCap: 60, overflow: 'reject', starterGrant: 61 }],
    ['policy.contradiction', { earnerAge: { min: 60, max: 18, minorMode: null } }],
    ['policy.contradiction', { earnerAge: { min: null, max: 18, minorMode: 'honour' } }],
    ['policy.undecided', { grant: { ...grant, amount: null } }],
    ['policy.undecided', { grant: { ...grant, eligibility: [] } }],
    ['policy.undecided', { grant: { ...grant, sourcePool: null } }],
    [
      'policy.undecided',
      { redeem: { minAge: null, spouse: null, minStarHours: null, goods: null, integerOnly: true } },
    ],
  ];
  it.each(rows)('is judged %s: %j', (code, rules) => {
    const faults = policyFaults({ ...silentPolicy, ...rules });
    expect(faults.map((fault) => fault.code)).toEqual(code === undefined ? [] : [code]);
    for (const fault of faults) expect(wordsOf(fault)).toEqual([]);
  });
});

describe('proposed versions', () => {
  const today = '2026-03-02';
  const known = (effectiveFrom: string, effectiveUntil: string | null = null): PolicyVersion => ({
    ...{ version: 2, effectiveFrom, effectiveUntil, policy: silentPolicy },
  });
  const asked = (effectiveFrom: string, effectiveUntil: string | null = null): Proposal => ({
    ...{ effectiveFrom, effectiveUntil, policy: silentPolicy },
  });
  const rows: [code: string | undefined, known: PolicyVersion[], proposed: Proposal[]][] = [
    [undefined, [], [asked('2026-03-03')]],
    [undefined, [known('2026-01-01')], [asked('2026-03-03')]],
    [undefined, [], [asked('2026-04-01', '2026-07-01'), asked('2026-07-01')]],
    ['policy.notFuture', [], [asked(today)]],
    ['policy.notFuture', [known('2026-01-01')], [asked('2025-12-01')]],
    ['policy.overlap', [known('2026-05-01')], [asked('2026-05-01')]],
    ['policy.overlap', [known('2026-05-01')], [asked('2026-04-01')]],
    ['policy.overlap', [], [asked('2026-04-01', '2026-07-01'), asked('2026-06-30')]],
    ['policy.gap', [], [asked('2026-04-01', '2026-07-01'), asked('2026-07-02')]],
    ['policy.overlap', [], [asked('2026-04-01'), asked('2026-03-15')]],
    ['policy.periodEmpty', [], [asked('2026-04-01', '2026-04-01')]],
    ['policy.openEnd', [], [asked('2026-04-01', '2026-07-01')]],
    ['policy.undecided', [], [{ ...asked('2026-04-01'), policy: { ...silentPolicy, earnMode: 'priced' } }]],
  ];
  it.each(rows)('are judged %s', (code, before, proposed) => {
    const faults = adoptionFaults(before, proposed, today);
    expect(faults.map((fault) => fault.code)).toEqual(code === undefined ? [] : [code]);
    for (const fault of faults) expect(wordsOf(fault)).toEqual([]);
  });
});

/** Places of the wording that the fault's data leave open. */
function wordsOf({ code, data }: ReturnType<typeof policyFaults>[number]): string[] {
  const { title, advice } = errorCatalogue[code];
  return [title.zh, title.en, advice.zh, advice.en].filter((text) => fillWording(text, data).includes('{'));
}
