import { describe, expect, it } from '@jest/globals';
import { expected, play, type Scenario } from '../../../test/sim/ledger/scenario.js';

const accounts = ['ann 0 0 100', 'bob 0', 'eve 0'];

const scenarios: Scenario[] = [
  {
    name: 'are posted upon each other, in their order',
    accounts,
    batches: [['t1 ann→bob 30 + t2 bob→eve 30 + t3 eve→ann 10 = ok 1 70 30 + ok 2 0 30 + ok 3 20 80']],
    balances: { ann: '80', bob: '0', eve: '20' },
    nextSequence: 4,
  },
  {
    name: 'are posted all or none: one that fails takes back those before it and names itself',
    accounts,
    batches: [
      [
        't1 ann→bob 30 + t2 bob→eve 31 = insufficient 30 t2',
        't3 ann→bob 1 + t4 hold ann→bob 5 + t5 eve→nobody 1 = accountUnknown nobody t5',
        't6 ann→bob 100 = ok 1 0 100',
      ],
    ],
    balances: { ann: '0', bob: '100', eve: '0' },
    nextSequence: 2,
  },
  {
    name: 'are answered alike as a set, and in no other grouping',
    accounts,
    batches: [
      ['t1 ann→bob 3 + t2 ann→eve 3 = ok 1 97 3 + ok 2 94 3'],
      [
        't1 ann→bob 3 + t2 ann→eve 3 = again 1 + again 2',
        't1 ann→bob 3 = transferConflict',
        't2 ann→eve 3 = transferConflict',
        't2 ann→eve 3 + t1 ann→bob 3 = transferConflict',
        't1 ann→bob 3 + t2 ann→eve 3 + t3 ann→eve 3 = transferConflict',
        't3 ann→eve 3 + t2 ann→eve 3 = transferConflict',
        't3 ann→eve 3 = ok 3 91 6',
      ],
    ],
    balances: { ann: '91', bob: '3', eve: '6' },
    nextSequence: 4,
  },
  {
    name: 'are remembered when rejected, every id of them',
    accounts,
    batches: [
      ['t1 ann→bob 3 + t2 eve→bob 3 = insufficient 0 t2'],
      ['t3 ann→eve 50 = ok 1 50 50'],
      [
        't1 ann→bob 3 + t2 eve→bob 3 = insufficient 0 t2',
        't1 ann→bob 3 = transferConflict',
        't2 eve→bob 3 = transferConflict',
        't4 ann→bob 3 + t5 eve→bob 3 = ok 2 47 3 + ok 3 47 6',
      ],
    ],
    balances: { ann: '47', bob: '6', eve: '47' },
    nextSequence: 4,
  },
  {
    name: 'may not hold an id twice',
    accounts,
    batches: [['t1 ann→bob 3 + t1 ann→bob 3 = transferConflict', 't1 ann→bob 3 = ok 1 97 3']],
    balances: { ann: '97', bob: '3', eve: '0' },
    nextSequence: 2,
  },
  {
    name: 'are all judged by what they say before any is judged by what the ledger holds',
    accounts,
    batches: [
      ['t1 nobody→bob 3 + t2 ann→bob 0 = minutesInvalid', 't1 nobody→bob 3 + t2 bob→bob 1 = sameAccount'],
      ['t1 ann→bob 3 = ok 1 97 3', 't2 nobody→bob 3 + t1 ann→bob 3 = transferConflict'],
    ],
    balances: { ann: '97', bob: '3', eve: '0' },
    nextSequence: 2,
  },
  {
    name: 'may hold, capture and reverse; what is taken back is as if it had never been',
    accounts,
    batches: [
      [
        'h1 hold ann→bob 50 + c1 capture ann→bob 20 of h1 = ok 1 100 0 + ok 2 80 20',
        't1 ann→bob 5 = ok 3 75 25',
      ],
      [
        'v1 bob→ann 5 undoes t1 + h2 hold ann→bob 81 = insufficient 80 h2',
        'v2 bob→ann 5 undoes t1 + h3 hold ann→bob 80 = ok 4 20 80 + ok 5 80 20',
      ],
      [
        'c2 capture ann→bob 80 of h3 + t2 eve→bob 101 = insufficient 0 t2',
        'r1 release ann→bob 80 of h3 = ok 6 80 20',
      ],
    ],
    balances: { ann: '80', bob: '20', eve: '0' },
    nextSequence: 7,
  },
];

describe('linked transfers', () => {
  it.each(scenarios)('$name', (scenario) => {
    expect(play(scenario)).toMatchObject(expected(scenario));
  });

  it('bear the link of their set', () => {
    const { transfers } = play({ accounts, batches: [['t1 ann→bob 3 + t2 ann→eve 3', 't3 ann→bob 1']] });
    expect(transfers.map(({ id, linkId }) => [id, linkId])).toEqual([
      ['t1', 't1&t2'],
      ['t2', 't1&t2'],
      ['t3', null],
    ]);
  });
});
