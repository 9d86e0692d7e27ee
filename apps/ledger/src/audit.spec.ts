import { describe, expect, it } from '@jest/globals';
import type { AccountKind, AuditFault } from '#contracts';
import { Replay } from './audit.js';
import { chain, type ChainedTransfer, chainHash, genesisHash } from './chain.js';
import { type Account, decide } from './posting.js';

const cityCode = 1201;
type Kept = Account & { kind: AccountKind };

interface City {
  transfers: ChainedTransfer[];
  accounts: Kept[];
  head: { nextSequence: number; chainHash: Buffer };
}

/** A city of four transfers, as posting writes it. */
function city(): City {
  const accounts = [kept('bank', 'issuance', null), kept('ann', 'personal', 0), kept('bob', 'personal', 0)];
  const moves = [
    ['t1', 'bank', 'ann', 90],
    ['t2', 'bank', 'bob', 30],
    ['t3', 'ann', 'bob', 40],
    ['t4', 'bob', 'ann', 10],
  ] as const;
  const decision = decide(
    {
      nextSequence: 1,
      accounts: new Map(accounts.map((account) => [account.id, account])),
      posted: new Map(),
      rejected: new Map(),
    },
    moves.map(([id, debitAccountId, creditAccountId, minutes]) => ({
      ...{ id, debitAccountId, creditAccountId, minutes, code: 'gift', reference: 'test:1' },
      ...{ communityCode: 120116014003, policyVersion: 1, actorRole: 'system', actorId: 'tasks' },
    })),
    1_000_000,
  );
  const links = chain(genesisHash, cityCode, decision.transfers);
  const transfers = decision.transfers.map((transfer, index) => ({ ...transfer, chainHash: links[index]! }));
  return {
    transfers,
    accounts: decision.accounts as Kept[],
    head: { nextSequence: decision.nextSequence, chainHash: transfers.at(-1)!.chainHash },
  };
}

function kept(id: string, kind: AccountKind, floorMinutes: number | null): Kept {
  return {
    ...{ id, kind, floorMinutes, debitedMinutes: 0, creditedMinutes: 0, pendingDebitMinutes: 0 },
    ...{ pendingCreditMinutes: 0, lastSequence: null, version: 0, closed: false },
  };
}

function audited({ transfers, accounts, head }: City) {
  const replay = new Replay(cityCode);
  for (const transfer of transfers) replay.takeTransfers([transfer]);
  replay.takeAccounts(accounts);
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
      headHash: whole.head.chainHash.toString('hex'),
      consistent: true,
      faults: [],
    });
  });

  it('finds nothing in a city that has no ledger yet', () => {
    const empty = { transfers: [], accounts: [], head: { nextSequence: 1, chainHash: genesisHash } };
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
});
