import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  ledger,
  type LedgerAudit,
  type PostTransferInput,
  type TransferInput,
} from '#contracts';
import { deterministicId, ManualClock } from '#platform';
import { openCity, startHouse, type TestHouse } from '#testing';
import { History, randomOf } from '../../../test/sim/ledger/history.js';
import { NaiveLedger } from '../../../test/sim/ledger/model.js';
import { ledgerService } from './definition.js';
import { HoldsJob } from './holds.job.js';
import type { PostingRequest, TransferRequest } from './transfer.js';

// Real: PostgreSQL, NATS, the ledger twice (two replicas), four batching clients. LEDGER_MODEL_SEED runs
// another history.
const seed = Number(process.env['LEDGER_MODEL_SEED'] ?? 1);
const cityCode = 8101;
const [writers, membersEach, rounds, requestsARound, retriesARound] = [4, 6, 16, 790, 100];
const system: Actor = { id: 'tasks', role: 'system' };
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
let house: TestHouse;

beforeAll(
  async () => void (house = await startHouse([ledgerService], { clock, replicas: 2, clients: writers })),
);
afterAll(() => house.stop());

/** A member's requests and what must come of them; of other writers it sees only the common bank. */
class Writer {
  readonly naive: NaiveLedger;
  private readonly history: History;

  constructor(
    readonly client: number,
    private readonly writeoff: string,
    bank: string,
    members: string[],
  ) {
    const floors = Object.fromEntries(members.map((id) => [id, 0]));
    this.naive = new NaiveLedger({ [bank]: -Infinity, [writeoff]: -Infinity, ...floors });
    this.history = new History(randomOf(seed * 100 + client), {
      ...{ bank, writeoff, members },
      idOf: (number) => deterministicId('model', seed, client, number),
    });
  }

  requests(count: number): PostingRequest[] {
    return Array.from({ length: count }, () => this.asTheServiceTakesIt(this.history.next(nowMicros())));
  }

  /** The contract refuses impossible minutes, and the service covers every reversal. */
  private asTheServiceTakesIt({ linked, ...request }: PostingRequest): PostingRequest {
    const fit = (each: TransferRequest): TransferRequest => ({
      ...each,
      minutes: Math.min(Math.max(each.minutes, 1), 1_000_000),
      ...(each.reversesId && { cover: { id: `${each.id}cover`, accountId: this.writeoff } }),
    });
    return { ...fit(request), ...(linked && { linked: linked.map(fit) }) };
  }
}

const nowMicros = () => clock.now().getTime() * 1000;

function inputOf(request: PostingRequest): PostTransferInput {
  const one = ({ id, phase, debitAccountId, creditAccountId, minutes, holdId, ...rest }: TransferRequest) => {
    const input: TransferInput = {
      ...{ id, debitAccountId, creditAccountId, minutes, code: rest.code, reference: rest.reference },
      ...(phase && { phase }),
      ...(holdId && { holdId }),
      ...(rest.reversesId && { reversesId: rest.reversesId }),
      ...(rest.expiresAtMicros && { expiresAt: new Date(rest.expiresAtMicros / 1000).toISOString() }),
    };
    return input;
  };
  const linked = request.linked && { linked: request.linked.map(one) };
  return { ...one(request), cityCode, ...linked };
}

async function post(requests: readonly PostingRequest[], client: number): Promise<string[]> {
  const answers = await Promise.all(
    requests.map((request) => house.ask(ledger.post, inputOf(request), system, client)),
  );
  return answers.map((answer) =>
    answer instanceof DomainError ? answer.code.replace('ledger.', '') : 'posted',
  );
}

async function storedStandings(): Promise<Map<string, number[]>> {
  const rows = await house.sql<{ id: string; balance: string; held: string; awaited: string }>(
    `select id, credited_minutes - debited_minutes as balance, pending_debit_minutes as held,
       pending_credit_minutes as awaited from ledger.account where city_code = $1`,
    [cityCode],
  );
  return new Map(rows.map(({ id, ...numbers }) => [id, Object.values(numbers).map(Number)]));
}

describe('the ledger', () => {
  it('does with 50,000 operations of four writers what four naive ledgers do', async () => {
    const { bank, people } = await openCity(house.database.adminUrl, cityCode, writers * membersEach);
    const writeoff = deterministicId('account', cityCode, 'writeoff');
    const all = Array.from(
      { length: writers },
      (_, client) =>
        new Writer(client, writeoff, bank, people.slice(client * membersEach, (client + 1) * membersEach)),
    );
    const seen = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const streams = all.map((writer) => writer.requests(requestsARound));
      const expected = all.map(({ naive }, index) =>
        streams[index]?.map((request) => naive.ask(request, nowMicros())),
      );
      const outcomes = await Promise.all(streams.map((stream, client) => post(stream, client)));
      expect(outcomes).toEqual(expected);
      for (const outcome of outcomes.flat()) seen.add(outcome);
      // The same again through another client: whatever it was, the answer is the same.
      const retried = streams.map((stream) => stream.slice(-retriesARound));
      const again = all.map(({ naive }, index) =>
        retried[index]?.map((request) => naive.ask(request, nowMicros())),
      );
      expect(
        await Promise.all(retried.map((stream, client) => post(stream, (client + 1) % writers))),
      ).toEqual(again);
      clock.advanceMinutes(0.5);
      await Promise.all(house.services.map(({ app }) => app.get(HoldsJob).run()));
      for (const { naive } of all) naive.expire(nowMicros());
    }
    expect(seen.size).toBeGreaterThanOrEqual(14);
    const stored = await storedStandings();
    for (const { naive } of all)
      for (const [id, { balance, held, awaited }] of naive.members)
        if (id !== bank && id !== writeoff)
          expect([id, stored.get(id)]).toEqual([id, [balance, held, awaited]]);
    for (const common of [bank, writeoff]) {
      const sums = all.map(({ naive }) => naive.members.get(common));
      const sum = (key: 'balance' | 'held' | 'awaited') =>
        sums.reduce((total, member) => total + (member?.[key] ?? 0), 0);
      expect(stored.get(common)).toEqual([sum('balance'), sum('held'), sum('awaited')]);
    }
    const audit = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
    expect(audit).toMatchObject({
      consistent: true,
      transferCount: all.reduce((sum, { naive }) => sum + naive.rows, 0),
    });
  }, 120_000);
});
