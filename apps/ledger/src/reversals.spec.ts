import { describe, expect, it } from '@jest/globals';
import { expected, play, type Scenario } from '../../../test/sim/ledger/scenario.js';

const accounts = ['bank ∞', 'ann 0', 'bob 0', 'loss ∞'];

const scenarios: Scenario[] = [
  {
    name: 'is a new, opposite transfer, once',
    accounts,
    batches: [
      ['t1 bank→ann 90 = ok 1 -90 90'],
      [
        'v1 ann→bank 90 undoes t1 = ok 2 0 0',
        'v2 ann→bank 90 undoes t1 = reversed v1',
        'v1 ann→bank 90 undoes t1 = again 2',
      ],
      ['v3 ann→bank 90 undoes t1 = reversed v1', 'v2 ann→bank 90 undoes t1 = reversed v1'],
    ],
    balances: { bank: '0', ann: '0', bob: '0', loss: '0' },
    nextSequence: 3,
  },
  {
    name: 'takes back a single or a capture, never a hold, a release or a reversal',
    accounts,
    batches: [
      ['t1 bank→ann 90 = ok 1 -90 90', 'h1 hold ann→bob 60 = ok 2 90 0', 'h2 hold ann→bob 10 = ok 3 90 0'],
      ['c1 capture ann→bob 40 of h1 = ok 4 50 40', 'r1 release ann→bob 10 of h2 = ok 5 50 40'],
      [
        'v1 bob→ann 60 undoes h1 = reversalImpossible',
        'v2 bob→ann 10 undoes r1 = reversalImpossible',
        'v3 bob→ann 40 undoes c1 = ok 6 0 90',
        'v4 ann→bob 40 undoes v3 = reversalImpossible',
        'v5 ann→bob 40 undoes nothing = reversalUnknown',
      ],
    ],
    balances: { bank: '-90', ann: '90', bob: '0', loss: '0' },
    nextSequence: 7,
  },
  {
    name: 'is the exact opposite: neither other accounts nor other minutes',
    accounts,
    batches: [
      ['t1 bank→ann 90 = ok 1 -90 90'],
      [
        'v1 bank→ann 90 undoes t1 = reversalMismatch',
        'v2 ann→bob 90 undoes t1 = reversalMismatch',
        'v3 ann→bank 89 undoes t1 = reversalMismatch',
        'v4 ann→bank 91 undoes t1 = reversalMismatch',
      ],
    ],
    balances: { bank: '-90', ann: '90', bob: '0', loss: '0' },
    nextSequence: 2,
  },
  {
    name: 'of spent minutes is posted in full, and what is missing is written off first',
    accounts,
    batches: [
      ['t1 bank→ann 90 = ok 1 -90 90', 't2 ann→bob 60 = ok 2 30 60'],
      ['v1 ann→bank 90 undoes t1 else loss = ok 4 0 0', 'v1 ann→bank 90 undoes t1 else loss = again 4'],
    ],
    balances: { bank: '0', ann: '0', bob: '60', loss: '-60' },
    nextSequence: 5,
  },
  {
    name: 'leaves what is held alone',
    accounts,
    batches: [
      ['t1 bank→ann 90 = ok 1 -90 90', 'h1 hold ann→bob 50 = ok 2 90 0'],
      ['v1 ann→bank 90 undoes t1 else loss = ok 4 50 0', 'c1 capture ann→bob 50 of h1 = ok 5 0 50'],
    ],
    balances: { bank: '0', ann: '0', bob: '50', loss: '-50' },
    nextSequence: 6,
  },
  {
    name: 'of spent minutes is refused where nothing covers it, and then leaves no trace',
    accounts: [...accounts, 'poor 0', 'gone ∞ 0 0 0 closed'],
    batches: [
      ['t1 bank→ann 90 = ok 1 -90 90', 't2 ann→bob 60 = ok 2 30 60'],
      [
        'v1 ann→bank 90 undoes t1 = insufficient 30',
        'v2 ann→bank 90 undoes t1 else poor = insufficient 0',
        'v3 ann→bank 90 undoes t1 else gone = accountClosed gone',
        'v4 ann→bank 90 undoes t1 else nobody = accountUnknown nobody',
        'v5 ann→bank 90 undoes t1 else loss + t3 bob→ann 61 = insufficient 60 t3',
      ],
    ],
    balances: { bank: '-90', ann: '30', bob: '60', loss: '0', poor: '0', gone: '0' },
    nextSequence: 3,
  },
  {
    name: 'covers only a reversal, and only by an id that is free',
    accounts,
    batches: [
      ['t1 bank→ann 90 = ok 1 -90 90', 't2 ann→bob 60 = ok 2 30 60', 'v1cover bank→bob 1 = ok 3 -91 61'],
      ['t3 ann→bob 31 else loss = insufficient 30', 'v1 ann→bank 90 undoes t1 else loss = transferConflict'],
    ],
    balances: { bank: '-91', ann: '30', bob: '61', loss: '0' },
    nextSequence: 4,
  },
  {
    name: 'after a correction costs only what is really missing: the new minutes come first',
    accounts,
    batches: [
      ['e1 bank→ann 90 = ok 1 -90 90', 't1 ann→bob 80 = ok 2 10 80'],
      ['e2 bank→ann 60 + v1 ann→bank 90 undoes e1 else loss = ok 3 -150 70 + ok 5 0 -60'],
    ],
    balances: { bank: '-60', ann: '0', bob: '80', loss: '-20' },
    nextSequence: 6,
  },
];

describe('a reversal', () => {
  it.each(scenarios)('$name', (scenario) => {
    expect(play(scenario)).toMatchObject(expected(scenario));
  });

  it('names what it takes back, and its cover names the reversal', () => {
    const { transfers } = play({
      accounts,
      batches: [['t1 bank→ann 90', 't2 ann→bob 60', 'v1 ann→bank 90 undoes t1 else loss']],
    });
    expect(transfers.slice(2)).toMatchObject([
      {
        id: 'v1cover',
        code: 'writeOff',
        minutes: 60,
        reversesId: null,
        linkId: 'v1',
        creditAccountId: 'ann',
      },
      { id: 'v1', minutes: 90, reversesId: 't1', linkId: null },
    ]);
  });
});
