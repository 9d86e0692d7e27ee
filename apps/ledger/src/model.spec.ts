import { describe, expect, it } from '@jest/globals';
import { History, randomOf } from '../../../test/sim/ledger/history.js';
import { NaiveLedger } from '../../../test/sim/ledger/model.js';
import { accountOf, MemoryStore } from '../../../test/sim/ledger/scenario.js';
import { closingOf } from './closing.js';
import type { Posting } from './posting.js';
import { balanceOf, type PostingRequest, type Transfer, type TransferRequest } from './transfer.js';

// LEDGER_MODEL_SEED runs one history again; LEDGER_MODEL_OPERATIONS=1e7 runs as many operations.
const operations = Number(process.env['LEDGER_MODEL_OPERATIONS'] ?? 1_000_000);
const operationsAHistory = 25_000;
const onlySeed = process.env['LEDGER_MODEL_SEED'];
const seeds = onlySeed
  ? [Number(onlySeed)]
  : Array.from({ length: Math.ceil(operations / operationsAHistory) }, (_, index) => index + 1);

const floors: Record<string, number> = {
  ...{ bank: -Infinity, writeoff: -Infinity, pool: 0, budget: -20_000, line: -600 },
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index}`, 0])),
};
const accounts = Object.entries(floors).map(([id, floor]) =>
  accountOf(`${id} ${floor === -Infinity ? '∞' : floor}`),
);

const outcomeOf = (posting: Posting) =>
  'rejection' in posting ? posting.rejection.code.replace('ledger.', '') : 'posted';

/** What the model and the ledger say of every account. */
function standings(naive: NaiveLedger, store: MemoryStore) {
  const model = [...naive.members].map(([id, { balance, held, awaited, isClosed }]) => [
    ...[id, balance, held, awaited, isClosed],
  ]);
  const real = [...store.accounts.values()].map((account) => [
    ...[account.id, balanceOf(account), account.pendingDebitMinutes, account.pendingCreditMinutes],
    account.closed,
  ]);
  return { model, real };
}

/** One history in batches of random size; answers how often each outcome came. */
function compare(seed: number): Map<string, number> {
  const random = randomOf(seed);
  const naive = new NaiveLedger(floors);
  const store = new MemoryStore(accounts);
  const members = Object.keys(floors).filter((id) => id !== 'bank' && id !== 'writeoff');
  const history = new History(random, {
    ...{ bank: 'bank', writeoff: 'writeoff', members },
    idOf: (number) => `${seed}-${number}`,
  });
  const outcomes = new Map<string, number>();
  let nowMicros = 1_000_000;
  for (let done = 0; done < operationsAHistory;) {
    const requests = Array.from({ length: 1 + random(256) }, () => history.next(nowMicros));
    const expected = requests.map((request) => naive.ask(request, nowMicros));
    const decision = store.post(requests, nowMicros);
    const actual = decision.postings.map(outcomeOf);
    if (actual.join() !== expected.join())
      expect({ seed, done, actual }).toEqual({ seed, done, actual: expected });
    for (const outcome of actual) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    done += requests.length;
    nowMicros += random(20) * 1_000_000;
    if (random(3) === 0) expire(naive, store, nowMicros);
    if (random(12) === 0) close(naive, store, members[random(members.length)] ?? '', nowMicros);
    const { model, real } = standings(naive, store);
    if (String(model) !== String(real)) expect({ seed, done, real }).toEqual({ seed, done, real: model });
    if (store.nextSequence !== naive.rows + 1)
      expect([seed, done, store.nextSequence]).toEqual([seed, done, naive.rows + 1]);
  }
  return outcomes;
}

function expire(naive: NaiveLedger, store: MemoryStore, nowMicros: number): void {
  const releases = store.openHolds
    .filter(({ expiresAtMicros }) => expiresAtMicros !== null && expiresAtMicros <= nowMicros)
    .map(releaseOf);
  naive.expire(nowMicros);
  // Twice: the second time changes nothing.
  store.post(releases, nowMicros);
  store.post(releases, nowMicros);
}

function releaseOf(hold: Transfer): TransferRequest {
  const { debitAccountId, creditAccountId, minutes, code, reference, communityCode } = hold;
  return {
    ...{ id: `${hold.id}timeout`, phase: 'release', holdId: hold.id },
    ...{ debitAccountId, creditAccountId, minutes, code, reference, communityCode },
    ...{ policyVersion: 1, actorRole: 'system', actorId: 'ledger' },
  };
}

function close(naive: NaiveLedger, store: MemoryStore, id: string, nowMicros: number): void {
  const account = store.accounts.get(id);
  // The last two stay, so that the history goes on.
  if (!account || account.closed || id === 'pool' || id === 'm0' || id === 'm1') return;
  for (const hold of store.openHolds) {
    if (hold.debitAccountId !== id && hold.creditAccountId !== id) continue;
    const release = { ...releaseOf(hold), id: `${hold.id}leave` };
    expect([naive.ask(release, nowMicros)]).toEqual(store.post([release], nowMicros).postings.map(outcomeOf));
  }
  const rest: PostingRequest = {
    ...{ id: `${id}closing`, debitAccountId: id, creditAccountId: 'pool', minutes: 0, code: 'donate' },
    ...{ reference: 'test:1', communityCode: 120100000000, policyVersion: 1 },
    ...{ actorRole: 'system', actorId: 'tasks' },
  };
  const closing = closingOf(store.accounts.get(id), rest);
  const moved = naive.close(id, 'pool');
  expect('refused' in closing ? undefined : (closing.rest?.minutes ?? 0)).toBe(moved);
  if ('refused' in closing) return;
  if (closing.rest) store.post([closing.rest], nowMicros);
  const emptied = store.accounts.get(id);
  if (emptied) store.accounts.set(id, { ...emptied, closed: true });
}

describe('posting', () => {
  it(`does what a naive ledger does, in ${operations} operations of random histories`, () => {
    const outcomes = new Map<string, number>();
    for (const seed of seeds)
      for (const [outcome, count] of compare(seed))
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
    const reasons = [
      ...['posted', 'minutesInvalid', 'sameAccount', 'phaseInvalid', 'transferConflict', 'holdUnknown'],
      ...['holdMismatch', 'holdResolved', 'captureExceedsHold', 'holdExpired', 'reversalUnknown'],
      ...[
        'reversalImpossible',
        'reversalMismatch',
        'reversed',
        'accountUnknown',
        'accountClosed',
        'insufficient',
      ],
    ];
    // A history that never meets a reason proves nothing about it.
    expect([...outcomes.keys()].sort()).toEqual(reasons.sort());
  }, 300_000);
});
