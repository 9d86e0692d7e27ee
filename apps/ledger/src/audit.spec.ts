import { describe, expect, it } from '@jest/globals';
import type { AccountKind, AuditFault } from '#contracts';
import { requestOf } from '../../../test/sim/ledger/scenario.js';
import { Replay } from './audit.js';
import { chain, type ChainedTransfer, chainHash, genesisHash } from './chain.js';
import { decide } from './posting.js';
import type { Account } from './transfer.js';

const cityCode = 1201;
type Kept = Account & { kind: AccountKind };

interface City {
  transfers: ChainedTransfer[];
  accounts: Kept[];
  openHolds: string[];
  head: { nextSequence: number; chainHash: Buffer };
}

const moves = ['t1 bank→ann 90', 't2 bank→bob 30', 't3 ann→bob 40', 't4 bob→ann 10'];
/** The same after two holds, of which one is open, a capture of the other in part, and a reversal. */
const heldMoves = [
  ...moves,
  'h1 hold ann→bob 50',
  'h2 hold bob→ann 20',
  'c1 capture ann→bob 30 of h1',
  'v1 bob→ann 40 undoes t3',
];

/** A city as posting writes it. */
function city(lines = moves): City {
  const accounts = [kept('bank', 'issuance', null), kept('ann', 'personal', 0), kept('bob', 'personal', 0)];
  const decision = decide(
    {
      nextSequence: 1,
      policyVersion: 1,
      accounts: new Map(accounts.map((account) => [account.id, account])),
      posted: new Map(),
      rejected: new Map(),
      resolvedBy: new Map(),
      reversedBy: new Map(),
    },
    lines.map(requestOf),
    1_000_000,
  );
  const links = chain(genesisHash, cityCode, decision.transfers);
  const transfers = decision.transfers.map((transfer, index) => ({ ...transfer, chainHash: links[index]! }));
  return {
    transfers,
    accounts: decision.accounts as Kept[],
    openHolds: lines === heldMoves ? ['h2'] : [],
    head: { nextSequence: decision.nextSequence, chainHash: transfers.at(-1)!.chainHash },
  };
}

function kept(id: string, kind: AccountKind, floorMinutes: number | null): Kept {
  return {
    ...{ id, kind, floorMinutes, debitedMinutes: 0, creditedMinutes: 0, pendingDebitMinutes: 0 },
    ...{ pendingCreditMinutes: 0, lastSequence: null, version: 0, closed: false },
  };
}

function audited({ transfers, accounts, openHolds, head }: City) {
  const replay = new Replay(cityCode);
  for (const transfer of transfers) replay.takeTransfers([transfer]);
  replay.takeAccounts(accounts);
  replay.takeOpenHolds(openHolds);
  return replay.close(head);
}

describe('an audit', () => {
  it('finds nothing in what posting wrote, and says what there is', () => {
    const whole = city();
    expect(audited(whole)).toEqual({
      cityCode,
      transferCount: 4,
      issuedMinutes: 120,
      personalMinutes: 120,
      sumsToZero: true,
      countersMatch: true,
      gapless: true,
      chainVerifies: true,
      statementsFit: true,
      holdsMatch: true,
      openHoldCount: 0,
      heldMinutes: 0,
      headHash: whole.head.chainHash.toString('hex'),
      consistent: true,
      faults: [],
    });
  });

  it('finds nothing in a city that has no ledger yet', () => {
    const empty = {
      transfers: [],
      accounts: [],
      openHolds: [],
      head: { nextSequence: 1, chainHash: genesisHash },
    };
    expect(audited(empty)).toMatchObject({ consistent: true, transferCount: 0, headHash: '0'.repeat(64) });
  });

  const tampering: { what: string; how: (city: City) => void; faults: AuditFault[] }[] = [
    {
      what: 'minutes of a row',
      how: ({ transfers }) => void (transfers[1]!.minutes = 31),
      faults: [
        { check: 'chain', sequence: 2 },
        { check: 'statement', sequence: 2 },
        { check: 'statement', sequence: 3 },
        { check: 'statement', sequence: 4 },
        { check: 'counters', accountId: 'bank' },
        { check: 'counters', accountId: 'bob' },
      ],
    },
    {
      what: 'who was credited, with the row’s link made to fit',
      how: ({ transfers }) => {
        transfers[3]!.creditAccountId = 'bank';
        transfers[3]!.chainHash = chainHash(transfers[2]!.chainHash, cityCode, transfers[3]!);
      },
      faults: [
        { check: 'statement', sequence: 4 },
        { check: 'counters', accountId: 'ann' },
        { check: 'counters', accountId: 'bank' },
        { check: 'head' },
      ],
    },
    {
      what: 'a reference, with the row’s link made to fit',
      how: ({ transfers }) => {
        transfers[1]!.reference = 'test:2';
        transfers[1]!.chainHash = chainHash(transfers[0]!.chainHash, cityCode, transfers[1]!);
      },
      faults: [{ check: 'chain', sequence: 3 }],
    },
    {
      what: 'a missing row',
      how: ({ transfers }) => void transfers.splice(1, 1),
      faults: [
        { check: 'gap', sequence: 2 },
        { check: 'chain', sequence: 3 },
        { check: 'statement', sequence: 3 },
        { check: 'statement', sequence: 4 },
        { check: 'counters', accountId: 'bank' },
        { check: 'counters', accountId: 'bob' },
      ],
    },
    {
      what: 'a missing last row',
      how: ({ transfers }) => void transfers.pop(),
      faults: [
        { check: 'counters', accountId: 'ann' },
        { check: 'counters', accountId: 'bob' },
        { check: 'gap', sequence: 4 },
        { check: 'head' },
      ],
    },
    {
      what: 'a balance that grew by itself',
      how: ({ accounts }) => void (accounts.find(({ id }) => id === 'ann')!.creditedMinutes += 5),
      faults: [{ check: 'counters', accountId: 'ann' }, { check: 'sum' }],
    },
    {
      what: 'minutes held by nothing',
      how: ({ accounts }) => void (accounts.find(({ id }) => id === 'ann')!.pendingDebitMinutes = 5),
      faults: [{ check: 'counters', accountId: 'ann' }],
    },
    {
      what: 'minutes awaited from nowhere',
      how: ({ accounts }) => void (accounts.find(({ id }) => id === 'bob')!.pendingCreditMinutes = 5),
      faults: [{ check: 'counters', accountId: 'bob' }],
    },
    {
      what: 'a statement that begins too early',
      how: ({ accounts }) => void (accounts.find(({ id }) => id === 'bob')!.lastSequence = 3),
      faults: [{ check: 'counters', accountId: 'bob' }],
    },
    {
      what: 'a statement that skips a line, with the row’s link made to fit',
      how: ({ transfers }) => {
        transfers[3]!.debitPrev = 2;
        transfers[3]!.chainHash = chainHash(transfers[2]!.chainHash, cityCode, transfers[3]!);
      },
      faults: [{ check: 'statement', sequence: 4 }, { check: 'head' }],
    },
    {
      what: 'an account that vanished',
      how: ({ accounts }) => void accounts.splice(0, 1),
      faults: [{ check: 'counters', accountId: 'ann' }, { check: 'sum' }],
    },
  ];

  it.each(tampering)('names $what', ({ how, faults }) => {
    const whole = city();
    how(whole);
    const audit = audited(whole);
    expect(audit.faults).toEqual(faults);
    expect(audit.consistent).toBe(false);
  });

  it('understands every phase: what is open, what was captured in part, what was taken back', () => {
    expect(audited(city(heldMoves))).toMatchObject({
      ...{ consistent: true, transferCount: 8, openHoldCount: 1, heldMinutes: 20 },
      ...{ sumsToZero: true, issuedMinutes: 120, personalMinutes: 120 },
    });
  });

  /** Changes a row and makes its link fit, so that only what the row says can give it away. */
  function forge(whole: City, sequence: number, change: Partial<ChainedTransfer>): void {
    const row = Object.assign(whole.transfers[sequence - 1]!, change);
    row.chainHash = chainHash(whole.transfers[sequence - 2]!.chainHash, cityCode, row);
  }

  const tamperingWithHolds: { what: string; how: (city: City) => void; fault: AuditFault }[] = [
    {
      what: 'a capture of more than was held',
      how: (whole) => {
        forge(whole, 7, { minutes: 51 });
      },
      fault: { check: 'hold', sequence: 7 },
    },
    {
      what: 'a second resolution',
      how: (whole) => {
        forge(whole, 8, { phase: 'release', holdId: 'h1', reversesId: null });
      },
      fault: { check: 'hold', sequence: 8 },
    },
    {
      what: 'a capture between others than the hold',
      how: (whole) => {
        forge(whole, 7, { debitAccountId: 'bank' });
      },
      fault: { check: 'hold', sequence: 7 },
    },
    {
      what: 'pending minutes that no hold explains',
      how: ({ accounts }) => void (accounts.find(({ id }) => id === 'bob')!.pendingDebitMinutes = 19),
      fault: { check: 'counters', accountId: 'bob' },
    },
    {
      what: 'an open hold that was forgotten',
      how: ({ openHolds }) => void openHolds.pop(),
      fault: { check: 'hold', holdId: 'h2' },
    },
    {
      what: 'a resolved hold taken for open',
      how: ({ openHolds }) => void openHolds.push('h1'),
      fault: { check: 'hold', holdId: 'h1' },
    },
    {
      what: 'a closed account that is not empty',
      how: ({ accounts }) => void (accounts.find(({ id }) => id === 'ann')!.closed = true),
      fault: { check: 'counters', accountId: 'ann' },
    },
    {
      what: 'a hold that claims to have moved something',
      how: (whole) => {
        forge(whole, 5, { debitPrev: 4 });
      },
      fault: { check: 'statement', sequence: 5 },
    },
  ];

  it.each(tamperingWithHolds)('names $what', ({ how, fault }) => {
    const whole = city(heldMoves);
    how(whole);
    expect(audited(whole).faults).toContainEqual(fault);
  });
});
