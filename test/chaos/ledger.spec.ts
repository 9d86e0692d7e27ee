import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  type ErrorCode,
  ledger,
  type LedgerAudit,
  type PostedView,
  type PostTransferInput,
} from '#contracts';
import { poll } from '#local';
import {
  createPostgres,
  type LedgerCity,
  openCity,
  type OwnPostgres,
  startHouse,
  type TestHouse,
} from '#testing';
import { ServiceProcess } from './service.process.js';

// Real: NATS, a PostgreSQL of this file's own that keeps what it committed, and the ledger as it is deployed, two
// processes. All of it dies by SIGKILL; what the kernel has in its cache outlives that, unlike a power cut.
const [clients, workers, acknowledgedBetween] = [4, 24, 60];
const system: Actor = { id: 'tasks', role: 'system' };
const unanswered = new Set<ErrorCode>(['service.unavailable', 'service.deadline', 'service.internal']);
let house: TestHouse;
let postgres: OwnPostgres;
let ledgers: [ServiceProcess, ServiceProcess];

beforeAll(async () => {
  postgres = await createPostgres('ledger');
  house = await startHouse([], { clients, database: postgres });
  const settings = { ...house.env, NODE_ENV: 'production' };
  ledgers = [new ServiceProcess('ledger', settings), new ServiceProcess('ledger', settings)];
  for (const each of ledgers) await each.start();
}, 90_000);
afterAll(async () => {
  for (const each of ledgers) await each.kill();
  await house.stop();
});

/** What the clients were told, by the transfer's id. */
type Acknowledged = Map<string, PostedView | DomainError>;

/** Asks until there is an answer that is one: the same request, whoever answers. */
async function insist(input: PostTransferInput, client: number): Promise<PostedView | DomainError> {
  for (;;) {
    const answer = await house.ask(ledger.post, input, system, client);
    if (!(answer instanceof DomainError) || !unanswered.has(answer.code)) return answer;
    await delay(20);
  }
}

/** One client's life: transfers among members, some held first and then captured, until told to stop. */
async function work(
  { bank, people, transfer }: LedgerCity,
  worker: number,
  acknowledged: Acknowledged,
  isOver: () => boolean,
): Promise<void> {
  const post = async (input: PostTransferInput) =>
    void acknowledged.set(input.id, await insist(input, worker % clients));
  for (let turn = worker; !isOver(); turn += 7) {
    const [from = bank, to = bank] = [people[turn % people.length], people[(turn + 3) % people.length]];
    await post(transfer(bank, from, 1 + (turn % 30)));
    await post(transfer(from, to, 20 + (turn % 90)));
    const hold: PostTransferInput = { ...transfer(to, from, 5), phase: 'hold' };
    await post(hold);
    await post({ ...transfer(to, from, 3), phase: 'capture', holdId: hold.id });
    await post({ ...transfer(bank, from, 2), linked: [linkedOf(transfer(from, to, 1))] });
  }
}

function linkedOf({ id, debitAccountId, creditAccountId, minutes, code, reference }: PostTransferInput) {
  return { id, debitAccountId, creditAccountId, minutes, code, reference };
}

/** Both ledgers by turns; PostgreSQL killed and cut off by turns, alone or with a ledger at the same moment. */
const strikes = {
  ledger: async (turn: number) => {
    await ledgerOf(turn).kill();
    await ledgerOf(turn).start();
  },
  postgres: async () => {
    await postgres.kill();
    await postgres.start();
  },
  postgresAtOnce: async () => {
    await postgres.quit();
    await postgres.start();
  },
  both: async (turn: number) => {
    await Promise.all([postgres.kill(), ledgerOf(turn).kill()]);
    await postgres.start();
    await ledgerOf(turn).start();
  },
};
const round = ['ledger', 'postgres', 'both', 'postgres', 'postgresAtOnce'] as const;
const plan = Array.from({ length: 4 }, () => round).flat();

function ledgerOf(turn: number): ServiceProcess {
  return ledgers[turn % 2] as ServiceProcess;
}

/** Counted in the tables, by nothing of the ledger's own. */
async function books(cityCode: number) {
  const [row] = await house.sql<{ sum: number; overdrawn: number; outOfStep: number }>(
    `with moved as (select * from ledger.transfer where city_code = $1 and phase in ('single', 'capture')),
       counted as (select *,
           (select coalesce(sum(minutes), 0) from moved where credit_account_id = account.id) as received,
           (select coalesce(sum(minutes), 0) from moved where debit_account_id = account.id) as given
         from ledger.account where city_code = $1)
     select sum(credited_minutes - debited_minutes)::int as sum,
       count(*) filter (where credited_minutes - debited_minutes - pending_debit_minutes < floor_minutes)::int
         as overdrawn,
       count(*) filter (where credited_minutes <> received or debited_minutes <> given)::int as "outOfStep"
     from counted`,
    [cityCode],
  );
  return row;
}

describe('the ledger', () => {
  it(`loses and doubles nothing while it and PostgreSQL are killed ${plan.length} times`, async () => {
    const city = await openCity(house.database.adminUrl, 5101, 12);
    const acknowledged: Acknowledged = new Map();
    let isOver = false;
    const working = Promise.all(
      Array.from({ length: workers }, (_, worker) => work(city, worker, acknowledged, () => isOver)),
    );
    for (const [turn, strike] of plan.entries()) {
      const enough = acknowledged.size + acknowledgedBetween;
      await poll(
        () => Promise.resolve(acknowledged.size >= enough || undefined),
        60_000,
        () => new Error(`no answers before strike ${turn}, ${strike}`),
      );
      await strikes[strike](turn);
    }
    isOver = true;
    await working;
    const posted = [...acknowledged.values()].filter((answer) => !(answer instanceof DomainError));
    const refused = [...acknowledged.values()].filter((answer) => answer instanceof DomainError);
    const reasons = new Set(refused.map(({ code }) => code));
    expect(reasons).toContain('ledger.insufficient');
    reasons.delete('ledger.insufficient');
    // Of a hold that was refused.
    reasons.delete('ledger.holdUnknown');
    expect(reasons).toEqual(new Set());
    const rows = await house.sql<{ id: string; sequence: string }>(
      'select id, sequence from ledger.transfer where city_code = $1 order by sequence',
      [city.cityCode],
    );
    const told = posted.flatMap((view) => [view, ...(view.linked ?? [])]);
    expect(rows.map(({ id, sequence }) => [id, Number(sequence)])).toEqual(
      told.map(({ id, sequence }) => [id, sequence]).sort(([, a], [, b]) => Number(a) - Number(b)),
    );
    expect(rows.map(({ sequence }) => Number(sequence))).toEqual(rows.map((_, index) => index + 1));
    expect(await books(city.cityCode)).toEqual({ sum: 0, overdrawn: 0, outOfStep: 0 });
    const audit = (await house.ask(ledger.audit, { region: '5101' }, system)) as LedgerAudit;
    expect(audit).toMatchObject({ consistent: true, transferCount: told.length });
  }, 300_000);
});
