import { describe, expect, it } from '@jest/globals';
import {
  accountOf,
  expected,
  MemoryStore,
  play,
  requestOf,
  type Scenario,
} from '../../../test/sim/ledger/scenario.js';
import { decide } from './posting.js';

const scenarios: Scenario[] = [
  {
    name: 'minutes go from one account to another and number themselves without a gap',
    accounts: ['bank ∞', 'ann 0', 'bob 0'],
    batches: [['t1 bank→ann 90 = ok 1 -90 90', 't2 ann→bob 40 = ok 2 50 40'], ['t3 bob→ann 15 = ok 3 25 65']],
    balances: { bank: '-90', ann: '65', bob: '25' },
    nextSequence: 4,
  },
  {
    name: 'each transfer sees what those before it in the batch left behind',
    accounts: ['bank ∞', 'ann 0', 'bob 0'],
    batches: [
      ['t1 ann→bob 10 = insufficient 0', 't2 bank→ann 10 = ok 1 -10 10', 't3 ann→bob 10 = ok 2 0 10'],
    ],
    balances: { bank: '-10', ann: '0', bob: '10' },
    nextSequence: 3,
  },
  {
    name: 'a floor is exact: down to it, not a minute below, and pending debits count',
    accounts: ['member 0 0 60', 'credit -600', 'budget -100', 'held 0 0 60 50', 'below 0 100 60', 'shop 0'],
    batches: [
      [
        't1 member→shop 61 = insufficient 60',
        't2 member→shop 60 = ok 1 0 60',
        't3 credit→shop 601 = insufficient 600',
        't4 credit→shop 600 = ok 2 -600 660',
        't5 budget→shop 99 = ok 3 -99 759',
        't6 budget→shop 2 = insufficient 1',
        't7 held→shop 11 = insufficient 10',
        't8 held→shop 10 = ok 4 50 769',
        't9 below→shop 1 = insufficient 0',
      ],
    ],
    balances: { member: '0', credit: '-600', budget: '-99', held: '50 out 50', below: '-40', shop: '769' },
    nextSequence: 5,
  },
  {
    name: 'an id names one transfer for ever: the same again is answered alike, anything else conflicts',
    accounts: ['bank ∞', 'ann 0', 'bob 0'],
    batches: [
      ['t1 bank→ann 30 = ok 1 -30 30', 't1 bank→ann 30 = again 1', 't1 bank→ann 31 = transferConflict'],
      ['t1 bank→ann 30 = again 1', 't1 ann→bank 30 = transferConflict', 't1 bank→bob 30 = transferConflict'],
    ],
    balances: { bank: '-30', ann: '30', bob: '0' },
    nextSequence: 2,
  },
  {
    name: 'a rejection is remembered: the retry is answered alike though it would now succeed',
    accounts: ['bank ∞', 'ann 0', 'bob 0'],
    batches: [
      ['t1 ann→bob 5 = insufficient 0', 't2 bank→ann 50 = ok 1 -50 50', 't1 ann→bob 5 = insufficient 0'],
      ['t1 ann→bob 5 = insufficient 0', 't1 ann→bob 6 = transferConflict', 't3 ann→bob 5 = ok 2 45 5'],
    ],
    balances: { bank: '-50', ann: '45', bob: '5' },
    nextSequence: 3,
  },
  {
    name: 'unknown and closed accounts reject their item alone, the debit side first',
    accounts: ['bank ∞', 'ann 0', 'gone ∞ 0 0 0 closed'],
    batches: [
      [
        't1 nobody→ann 1 = accountUnknown nobody',
        't2 bank→nobody 1 = accountUnknown nobody',
        't3 nobody→noone 1 = accountUnknown nobody',
        't4 gone→ann 1 = accountClosed gone',
        't5 bank→gone 1 = accountClosed gone',
        't6 gone→nobody 1 = accountUnknown nobody',
        't7 bank→ann 1 = ok 1 -1 1',
      ],
    ],
    balances: { bank: '-1', ann: '1', gone: '0' },
    nextSequence: 2,
  },
  {
    name: 'the request is judged before its id, the id before the accounts, the accounts before the balance',
    accounts: ['bank ∞', 'ann 0', 'gone 0 0 0 0 closed'],
    batches: [
      ['t1 bank→ann 1 = ok 1 -1 1'],
      [
        't1 bank→bank 0 = minutesInvalid',
        't1 nobody→nobody 1 = sameAccount',
        't1 nobody→ann 1 = transferConflict',
        't2 gone→ann 1 = accountClosed gone',
      ],
    ],
    balances: { bank: '-1', ann: '1', gone: '0' },
    nextSequence: 2,
  },
  {
    name: 'minutes are whole, above nothing and within the limit',
    accounts: ['bank ∞', 'ann 0'],
    batches: [
      [
        't1 bank→ann 0 = minutesInvalid',
        't2 bank→ann -5 = minutesInvalid',
        't3 bank→ann 1.5 = minutesInvalid',
        't4 bank→ann 1000001 = minutesInvalid',
        't5 bank→ann NaN = minutesInvalid',
        't6 bank→ann 1000000 = ok 1 -1000000 1000000',
      ],
    ],
    balances: { bank: '-1000000', ann: '1000000' },
    nextSequence: 2,
  },
  {
    name: 'a fault that cannot change is not held against the id',
    accounts: ['bank ∞', 'ann 0'],
    batches: [['t1 bank→bank 5 = sameAccount', 't1 bank→ann 5 = ok 1 -5 5']],
    balances: { bank: '-5', ann: '5' },
    nextSequence: 2,
  },
];

describe('posting', () => {
  it.each(scenarios)('$name', (scenario) => {
    expect(play(scenario)).toMatchObject(expected(scenario));
  });

  it('changes nothing it is given', () => {
    const requests = ['t1 bank→ann 9', 't2 hold ann→bob 5', 't3 ann→bob 5', 't4 capture ann→bob 2 of t2'];
    const state = new MemoryStore(['bank ∞', 'ann 0', 'bob 0'].map(accountOf)).read(requests.map(requestOf));
    const before = structuredClone(state);
    expect(decide(state, requests.map(requestOf), 1).transfers).toHaveLength(3);
    expect(state).toEqual(before);
  });

  it('links every movement to the one before it of either account, past holds and releases', () => {
    const lines = [
      't1 bank→ann 9',
      'h1 hold ann→bob 5',
      't2 bank→bob 9',
      'r1 release ann→bob 5 of h1',
      't3 ann→bob 1',
      't4 bob→bank 1',
    ];
    const store = new MemoryStore(['bank ∞', 'ann 0', 'bob 0'].map(accountOf));
    const { transfers } = store.post(lines.map(requestOf), 1);
    expect(transfers.map(({ debitPrev, creditPrev }) => [debitPrev, creditPrev])).toEqual([
      [null, null],
      [null, null],
      [1, null],
      [null, null],
      [1, 3],
      [5, 3],
    ]);
    expect([...store.accounts.values()].map(({ id, lastSequence }) => [id, lastSequence])).toEqual([
      ['bank', 6],
      ['ann', 5],
      ['bob', 6],
    ]);
  });

  it('answers only the accounts that changed, with the version that was read', () => {
    const store = new MemoryStore(['bank ∞', 'ann 0', 'idle 0'].map(accountOf));
    const lines = ['t1 bank→ann 9', 't2 bank→ann 9', 't3 idle→ann 1', 't4 bank→idle 1 + t5 idle→ann 2'];
    expect(store.post(lines.map(requestOf), 1).accounts.map(({ id, version }) => [id, version])).toEqual([
      ['ann', 0],
      ['bank', 0],
    ]);
  });

  it('takes the time it is told, and the time of the thing where that is known', () => {
    const store = new MemoryStore(['bank ∞', 'ann 0'].map(accountOf));
    const known = { ...requestOf('t2 bank→ann 9'), effectiveAtMicros: 5 };
    const { transfers } = store.post([requestOf('t1 bank→ann 9'), known], 7);
    expect(
      transfers.map(({ effectiveAtMicros, recordedAtMicros }) => [effectiveAtMicros, recordedAtMicros]),
    ).toEqual([
      [7, 7],
      [5, 7],
    ]);
  });
});
