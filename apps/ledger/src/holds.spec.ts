import { describe, expect, it } from '@jest/globals';
import { expected, play, type Scenario } from '../../../test/sim/ledger/scenario.js';

const accounts = ['ann 0 0 100', 'bob 0', 'eve 0 0 5'];

const scenarios: Scenario[] = [
  {
    name: 'a hold reserves without moving; its capture moves; the minutes are spent once',
    accounts,
    batches: [
      [
        'h1 hold ann→bob 60 = ok 1 100 0',
        't1 ann→eve 41 = insufficient 40',
        't2 bob→eve 1 = insufficient 0',
        't3 ann→eve 40 = ok 2 60 45',
      ],
      ['c1 capture ann→bob 60 of h1 = ok 3 0 60'],
    ],
    balances: { ann: '0', bob: '60', eve: '45' },
    nextSequence: 4,
  },
  {
    name: 'what is held stays pending until it is resolved',
    accounts,
    batches: [['h1 hold ann→bob 60 = ok 1 100 0', 'h2 hold eve→bob 5 = ok 2 5 0']],
    balances: { ann: '100 out 60', bob: '0 in 65', eve: '5 out 5' },
    nextSequence: 3,
  },
  {
    name: 'a capture in part frees the rest',
    accounts,
    batches: [
      [
        'h1 hold ann→bob 60 = ok 1 100 0',
        'c1 capture ann→bob 45 of h1 = ok 2 55 45',
        't1 ann→eve 56 = insufficient 55',
        't2 ann→eve 55 = ok 3 0 60',
      ],
    ],
    balances: { ann: '0', bob: '45', eve: '60' },
    nextSequence: 4,
  },
  {
    name: 'a release frees all',
    accounts,
    batches: [
      ['h1 hold ann→bob 100 = ok 1 100 0'],
      ['r1 release ann→bob 100 of h1 = ok 2 100 0', 't1 ann→eve 100 = ok 3 0 105'],
    ],
    balances: { ann: '0', bob: '0', eve: '105' },
    nextSequence: 4,
  },
  {
    name: 'a hold has one resolution, and who comes later is told which',
    accounts,
    batches: [
      ['h1 hold ann→bob 10 = ok 1 100 0', 'h2 hold ann→bob 10 = ok 2 100 0'],
      [
        'c1 capture ann→bob 4 of h1 = ok 3 96 4',
        'c2 capture ann→bob 4 of h1 = holdResolved c1',
        'r1 release ann→bob 10 of h1 = holdResolved c1',
        'r2 release ann→bob 10 of h2 = ok 4 96 4',
        'c3 capture ann→bob 10 of h2 = holdResolved r2',
        'c1 capture ann→bob 4 of h1 = again 3',
      ],
      ['c2 capture ann→bob 4 of h1 = holdResolved c1', 'r2 release ann→bob 10 of h2 = again 4'],
    ],
    balances: { ann: '96', bob: '4', eve: '5' },
    nextSequence: 5,
  },
  {
    name: 'a resolution must fit its hold, the reasons tried in their order',
    accounts,
    batches: [
      ['h1 hold ann→bob 10 = ok 1 100 0', 't1 ann→bob 1 = ok 2 99 1'],
      [
        'c1 capture ann→bob 1 of nothing = holdUnknown',
        'c2 capture ann→bob 1 of t1 = holdUnknown',
        'c3 capture ann→eve 1 of h1 = holdMismatch',
        'c4 capture bob→ann 11 of h1 = holdMismatch',
        'r1 release ann→bob 9 of h1 = holdMismatch',
        'c5 capture ann→bob 11 of h1 = captureExceedsHold 10',
        'c6 capture ann→bob 10 of h1 = ok 3 89 11',
        'c7 capture ann→bob 11 of h1 = holdResolved c6',
      ],
    ],
    balances: { ann: '89', bob: '11', eve: '5' },
    nextSequence: 4,
  },
  {
    name: 'an expired hold can no longer be captured, only released, and stays pending until it is',
    accounts,
    batches: [
      ['@ 10', 'h1 hold ann→bob 10 until 20 = ok 1 100 0', 'h2 hold ann→bob 10 until 20 = ok 2 100 0'],
      ['@ 19', 'c1 capture ann→bob 10 of h1 = ok 3 90 10'],
      ['@ 20', 'c2 capture ann→bob 10 of h2 = holdExpired', 't1 ann→eve 81 = insufficient 80'],
      [
        '@ 25',
        'c1 capture ann→bob 10 of h1 = again 3',
        'r1 release ann→bob 10 of h2 = ok 4 90 10',
        'c3 capture ann→bob 10 of h2 = holdResolved r1',
      ],
    ],
    balances: { ann: '90', bob: '10', eve: '5' },
    nextSequence: 5,
  },
  {
    name: 'a hold that expired before it came is refused, but a retry of a posted one is not',
    accounts,
    batches: [
      ['@ 10', 'h1 hold ann→bob 10 until 10 = holdExpired', 'h2 hold ann→bob 10 until 11 = ok 1 100 0'],
      ['@ 50', 'h2 hold ann→bob 10 until 11 = again 1', 'h2 hold ann→bob 10 until 12 = transferConflict'],
    ],
    balances: { ann: '100 out 10', bob: '0 in 10', eve: '5' },
    nextSequence: 2,
  },
  {
    name: 'fields must fit the phase; such a fault is not held against the id',
    accounts,
    batches: [
      ['h1 hold ann→bob 10 = ok 1 100 0'],
      [
        't1 ann→bob 1 of h1 = phaseInvalid',
        't1 hold ann→bob 1 of h1 = phaseInvalid',
        't1 capture ann→bob 1 = phaseInvalid',
        't1 release ann→bob 1 = phaseInvalid',
        't1 ann→bob 1 until 99 = phaseInvalid',
        't1 capture ann→bob 1 of h1 until 99 = phaseInvalid',
        't1 hold ann→bob 1 undoes h1 = phaseInvalid',
        't1 capture ann→bob 1 of h1 = ok 2 99 1',
      ],
    ],
    balances: { ann: '99', bob: '1', eve: '5' },
    nextSequence: 3,
  },
  {
    name: 'an id is one phase: the same minutes as a transfer of its own conflict with a hold',
    accounts,
    batches: [
      ['h1 hold ann→bob 10 = ok 1 100 0'],
      ['h1 ann→bob 10 = transferConflict', 'h1 hold ann→bob 10 = again 1'],
    ],
    balances: { ann: '100 out 10', bob: '0 in 10', eve: '5' },
    nextSequence: 2,
  },
  {
    name: 'a credit line can be held down to its floor',
    accounts: ['line -600', 'bob 0'],
    batches: [
      [
        'h1 hold line→bob 600 = ok 1 0 0',
        'h2 hold line→bob 1 = insufficient 0',
        'c1 capture line→bob 599 of h1 = ok 2 -599 599',
        'h3 hold line→bob 2 = insufficient 1',
      ],
    ],
    balances: { line: '-599', bob: '599' },
    nextSequence: 3,
  },
];

describe('a hold', () => {
  it.each(scenarios)('$name', (scenario) => {
    expect(play(scenario)).toMatchObject(expected(scenario));
  });
});
