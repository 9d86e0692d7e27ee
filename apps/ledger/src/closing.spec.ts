import { describe, expect, it } from '@jest/globals';
import { accountOf, expected, play, requestOf, type Scenario } from '../../../test/sim/ledger/scenario.js';
import { closingOf } from './closing.js';

const restTo = { ...requestOf('x ann→pool 1'), minutes: 0 };
const ann = accountOf('ann 0');

describe('closing an account', () => {
  it('needs one that is empty, or somebody who takes the rest', () => {
    expect(closingOf(ann, undefined)).toEqual({ rest: undefined });
    expect(closingOf(ann, restTo)).toEqual({ rest: undefined });
    const rich = accountOf('ann 0 40 100');
    expect(closingOf(rich, undefined)).toMatchObject({
      refused: { code: 'ledger.accountNotEmpty', data: { balanceMinutes: 60 } },
    });
    expect(closingOf(rich, restTo)).toEqual({ rest: { ...restTo, minutes: 60 } });
  });

  it('is refused with debts, with anything pending, and where there is no account', () => {
    const debtor = accountOf('ann -600 100 40');
    expect(closingOf(debtor, restTo)).toMatchObject({ refused: { code: 'ledger.accountNotEmpty' } });
    for (const pending of ['pendingDebitMinutes', 'pendingCreditMinutes'])
      expect(closingOf({ ...ann, [pending]: 1 }, restTo)).toMatchObject({
        refused: { code: 'ledger.accountPending' },
      });
    expect(closingOf(undefined, restTo)).toMatchObject({ refused: { code: 'ledger.accountUnknown' } });
  });
});

const scenario: Scenario = {
  name: 'refuses everything',
  accounts: ['bank ∞', 'ann 0 0 50', 'gone 0 50 50 0 closed'],
  batches: [
    [
      't1 bank→gone 1 = accountClosed gone',
      't2 gone→ann 1 = accountClosed gone',
      'h1 hold gone→ann 1 = accountClosed gone',
      'h2 hold ann→gone 1 = accountClosed gone',
      't3 ann→bank 5 + t4 bank→gone 5 = accountClosed gone t4',
    ],
  ],
  balances: { bank: '0', ann: '50', gone: '0' },
  nextSequence: 1,
};

describe('a closed account', () => {
  it(scenario.name, () => {
    expect(play(scenario)).toMatchObject(expected(scenario));
  });
});
