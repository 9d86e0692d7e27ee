import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
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
import { poll, projectRoot } from '#local';
import { type LedgerCity, openCity, startHouse, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, and the ledger as it is deployed: two processes of their own, killed by turns.
const [clients, workers, kills, acknowledgedBetween] = [4, 24, 20, 60];
const system: Actor = { id: 'tasks', role: 'system' };
const unanswered = new Set<ErrorCode>(['service.unavailable', 'service.deadline', 'service.internal']);
const ledgers: ChildProcess[] = [];
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([], { clients });
  for (const index of [0, 1]) await startLedger(index);
}, 60_000);
afterAll(async () => {
  for (const process of ledgers) await kill(process);
  await house.stop();
});

async function startLedger(index: number): Promise<void> {
  const process_ = spawn(process.execPath, [join(projectRoot, 'dist/apps/ledger/src/main.js')], {
    env: { ...process.env, ...house.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const died = once(process_, 'exit').then(() => Promise.reject(new Error('the ledger did not start')));
  await Promise.race([once(process_, 'message'), died]);
  died.catch(() => undefined);
  ledgers[index] = process_;
}

async function kill(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = once(process, 'exit');
  process.kill('SIGKILL');
  await exit;
}

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

async function strike(turn: number): Promise<void> {
  if (turn % 2 === 0) {
    const index = (turn / 2) % 2;
    await kill(ledgers[index] as ChildProcess);
    await startLedger(index);
    return;
  }
  await house.sql(`select pg_terminate_backend(pid) from pg_stat_activity
    where usename = 'ledger' and datname = current_database()`);
}

describe('the ledger', () => {
  it(`loses and doubles nothing while it and its connections are killed ${kills} times`, async () => {
    const city = await openCity(house.database.adminUrl, 5101, 12);
    const acknowledged: Acknowledged = new Map();
    let isOver = false;
    const working = Promise.all(
      Array.from({ length: workers }, (_, worker) => work(city, worker, acknowledged, () => isOver)),
    );
    for (let turn = 0; turn < kills; turn++) {
      const enough = acknowledged.size + acknowledgedBetween;
      await poll(
        () => Promise.resolve(acknowledged.size >= enough || undefined),
        30_000,
        () => new Error(`no answers after strike ${turn}`),
      );
      await strike(turn);
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
    const audit = (await house.ask(ledger.audit, { region: '5101' }, system)) as LedgerAudit;
    expect(audit).toMatchObject({ consistent: true, transferCount: told.length });
  }, 180_000);
});
