import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  ledger,
  type LedgerAudit,
  type PostTransferInput,
  type TransferView,
} from '#contracts';
import { poll, withClient } from '#local';
import { deterministicId, ManualClock, newId } from '#platform';
import { openCity, startHouse, type TestHouse } from '#testing';
import { ledgerService } from './definition.js';

// Real: PostgreSQL, NATS, the ledger twice (two replicas), four batching clients. Every test has a city of
// its own, with accounts made by hand.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let lastCity = 5101;

beforeAll(async () => void (house = await startHouse([ledgerService], { clock, replicas: 2, clients: 4 })));
afterAll(() => house.stop());

const newCity = (members: number) => openCity(house.database.adminUrl, lastCity++, members);
const post = (input: PostTransferInput, client = 0) => house.ask(ledger.post, input, system, client);
const audit = async (cityCode: number) =>
  (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'posted');

describe('posting', () => {
  it('answers a retry alike, from any client, and another use of the id with a conflict', async () => {
    const { bank, people, transfer, cityCode } = await newCity(2);
    const [ann = '', bob = ''] = people;
    const first = transfer(bank, ann, 60);
    const posted = (await post(first)) as TransferView;
    expect(posted).toEqual({
      ...first,
      communityCode: `${cityCode}00000000`,
      sequence: 1,
      debitBalanceMinutes: -60,
      creditBalanceMinutes: 60,
      recordedAt: clock.now().toISOString(),
    });
    expect(await post(first, 1)).toEqual(posted);
    expect(await post({ ...first, id: first.id.toUpperCase() }, 2)).toEqual(posted);
    expect(codeOf(await post({ ...first, minutes: 61 }))).toBe('ledger.transferConflict');
    expect(codeOf(await post({ ...first, creditAccountId: bob }, 3))).toBe('ledger.transferConflict');
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: 1 });
  });

  it('posts a transfer once when four clients race with it through two replicas', async () => {
    const { bank, people, transfer, cityCode } = await newCity(1);
    const requests = Array.from({ length: 50 }, () => transfer(bank, people[0]!, 3));
    const answers = await Promise.all(
      [0, 1, 2, 3].map((client) => Promise.all(requests.map((request) => post(request, client)))),
    );
    for (const other of answers.slice(1)) expect(other).toEqual(answers[0]);
    expect(new Set(answers[0]!.map((answer) => (answer as TransferView).sequence)).size).toBe(50);
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: 50, issuedMinutes: 150 });
  });

  it('lets a crowd take exactly what there is', async () => {
    const { bank, people, transfer, cityCode } = await newCity(5);
    const [rich = '', ...others] = people;
    await post(transfer(bank, rich, 1000));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => post(transfer(rich, others[index % 4]!, 7), index % 4)),
    );
    expect(answers.filter((answer) => codeOf(answer) === 'posted')).toHaveLength(142);
    const refused = answers.filter((answer) => answer instanceof DomainError);
    expect(new Set(refused.map(({ code, data }) => `${code} ${String(data['availableMinutes'])}`))).toEqual(
      new Set(['ledger.insufficient 6']),
    );
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: 143 });
  });

  it('remembers a rejection: the retry is answered alike though it could now be posted', async () => {
    const { bank, people, transfer } = await newCity(2);
    const [ann = '', bob = ''] = people;
    const early = transfer(ann, bob, 10);
    const refused = await post(early);
    expect(refused).toMatchObject({ code: 'ledger.insufficient', data: { availableMinutes: 0 } });
    await post(transfer(bank, ann, 100));
    expect(await post(early, 1)).toEqual(refused);
    expect(codeOf(await post({ ...early, minutes: 11 }))).toBe('ledger.transferConflict');
    expect(codeOf(await post(transfer(ann, bob, 10)))).toBe('posted');
  });

  it('rejects a bad item alone, whatever is wrong with it', async () => {
    const { cityCode, bank, people, transfer } = await newCity(2);
    const [ann = '', bob = ''] = people;
    await house.sql('update ledger.account set closed_at = now() where city_code = $1 and id = $2', [
      cityCode,
      bob,
    ]);
    const good = transfer(bank, ann, 5);
    const answers = await Promise.all(
      [
        transfer(bank, ann, 0),
        transfer(bank, ann, 1_000_001),
        { ...transfer(bank, ann, 5), reference: 'no reference|at all' },
        { ...transfer(bank, ann, 5), code: 'bribe' as 'gift' },
        transfer(bank, bank, 5),
        transfer(bank, newId(), 5),
        { ...transfer(bank, ann, 5), cityCode: 9_999 },
        transfer(bank, bob, 5),
        transfer(ann, bank, 6),
        good,
        good,
      ].map((request) => post(request)),
    );
    expect(answers.map(codeOf)).toEqual([
      ...['request.invalid', 'request.invalid', 'request.invalid', 'request.invalid'],
      ...['ledger.sameAccount', 'ledger.accountUnknown', 'ledger.accountUnknown', 'ledger.accountClosed'],
      ...['ledger.insufficient', 'posted', 'posted'],
    ]);
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: 1 });
  });

  it('fails as a whole, and can be tried again, when an account changed without the city’s lock', async () => {
    const { cityCode, bank, people, transfer } = await newCity(1);
    const request = transfer(bank, people[0] ?? '', 10);
    await withClient(house.database.adminUrl, async (intruder) => {
      await intruder.query('begin');
      await intruder.query('update ledger.account set version = version + 1 where city_code = $1', [
        cityCode,
      ]);
      const answer = post(request);
      const isWaiting = async () =>
        (
          await house.sql(
            `select from pg_stat_activity where usename = 'ledger' and wait_event_type = 'Lock'`,
          )
        )[0];
      await poll(isWaiting, 10_000, () => new Error('posting did not meet the intruder'));
      await intruder.query('commit');
      expect(codeOf(await answer)).toBe('service.internal');
    });
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: 0 });
    expect(codeOf(await post(request))).toBe('posted');
  });

  it('refuses everybody but services', async () => {
    const { bank, people, transfer } = await newCity(1);
    for (const role of ['volunteer', 'official', 'administrator', 'station'] as const) {
      const answer = await house.ask(ledger.post, transfer(bank, people[0]!, 5), {
        id: newId(),
        role,
        region: '12',
      });
      expect(codeOf(answer)).toBe('access.denied');
    }
  });

  it('does with 2,000 random transfers of four writers what a naive ledger does', async () => {
    const { cityCode, bank, people } = await newCity(24);
    const balances = new Map(people.map((id) => [id, 0]));
    const answered = new Map<string, { input: PostTransferInput; outcome: string }>();
    // Each writer has six accounts of its own besides the common bank, so that what is right does not
    // depend on who came first, while all of them stand in line for the same city.
    const streams = [0, 1, 2, 3].map((client) =>
      randomRequests(client, 500, { cityCode, bank, people: people.slice(client * 6, client * 6 + 6) }),
    );
    const expected = streams.map((stream) => stream.map((input) => naively(input, bank, balances, answered)));
    const outcomes = await Promise.all(
      streams.map((stream, client) =>
        Promise.all(stream.map(async (input) => codeOf(await post(input, client)))),
      ),
    );
    expect(outcomes).toEqual(expected);
    expect(new Set(outcomes.flat())).toEqual(
      new Set([
        'posted',
        ...['insufficient', 'transferConflict', 'accountUnknown', 'sameAccount'].map((c) => `ledger.${c}`),
      ]),
    );
    const stored = await house.sql<{ id: string; balance: string }>(
      'select id, credited_minutes - debited_minutes as balance from ledger.account where city_code = $1 and id = any($2)',
      [cityCode, people],
    );
    expect(new Map(stored.map(({ id, balance }) => [id, Number(balance)]))).toEqual(balances);
    const posted = [...answered.values()].filter(({ outcome }) => outcome === 'posted').length;
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: posted });
  });
});

describe('the database', () => {
  it('lets nobody change or delete a transfer, not even its owner', async () => {
    const { bank, people, transfer } = await newCity(1);
    await post(transfer(bank, people[0]!, 10));
    const statements = ['update transfer set minutes = 1', 'delete from transfer', 'truncate transfer'];
    for (const statement of statements) {
      await expect(house.sql(statement, [], house.database.url('ledger'))).rejects.toThrow(
        'permission denied',
      );
      await expect(house.sql(statement, [], house.database.ownerUrl('ledger'))).rejects.toThrow(
        'never changed or deleted',
      );
    }
    for (const table of ['account', 'ledger_head'])
      await expect(house.sql(`delete from ${table}`, [], house.database.url('ledger'))).rejects.toThrow(
        'permission denied',
      );
  });

  it('refuses what the code must never ask for', async () => {
    const { cityCode, people } = await newCity(1);
    const refused = (text: string, by: string) =>
      expect(house.sql(text, [cityCode, people[0]!], house.database.url('ledger'))).rejects.toThrow(by);
    await refused('update account set debited_minutes = 1 where city_code = $1 and id = $2', 'account_floor');
    await refused(
      'update account set pending_debit_minutes = 1 where city_code = $1 and id = $2',
      'account_floor',
    );
    await refused(
      `insert into transfer select $1, 1, $2, 'single', $2, $2, 1, null, null, 'gift', 'test:1', 1, 1, 'system', 'tasks',
         now(), now(), 0, 0, null, null, decode(repeat('00', 32), 'hex')`,
      'transfer_two_accounts',
    );
  });
});

/** Requests of one writer, the same in every run: fresh ones, retries, other uses of an id, impossible ones. */
function randomRequests(
  seed: number,
  count: number,
  { cityCode, bank, people }: { cityCode: number; bank: string; people: string[] },
): PostTransferInput[] {
  let state = seed + 1;
  const random = (below: number) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const accounts = [bank, ...people];
  const requests: PostTransferInput[] = [];
  while (requests.length < count) {
    const known = requests[random(Math.max(1, requests.length))];
    const [debitAccountId = '', creditAccountId = ''] = [accounts[random(7)], accounts[random(7)]];
    const minutes = 1 + random(120);
    const id = deterministicId('random', cityCode, seed, requests.length);
    const fresh = {
      id,
      cityCode,
      debitAccountId,
      creditAccountId,
      minutes,
      code: 'gift',
      reference: 'test:1',
    } as const;
    const dice = random(10);
    if (known && dice === 0) requests.push(known);
    else if (known && dice === 1) requests.push({ ...fresh, id: known.id });
    else if (dice === 2 && random(4) === 0) requests.push({ ...fresh, creditAccountId: id });
    else requests.push(fresh);
  }
  return requests;
}

/** The ledger as one would write it on a napkin. */
function naively(
  input: PostTransferInput,
  bank: string,
  balances: Map<string, number>,
  answered: Map<string, { input: PostTransferInput; outcome: string }>,
): string {
  const { id, debitAccountId: from, creditAccountId: to, minutes } = input;
  if (from === to) return 'ledger.sameAccount';
  const before = answered.get(id);
  if (before)
    return JSON.stringify(before.input) === JSON.stringify(input)
      ? before.outcome
      : 'ledger.transferConflict';
  const isKnown = (account: string) => account === bank || balances.has(account);
  let outcome = 'posted';
  if (!isKnown(from) || !isKnown(to)) outcome = 'ledger.accountUnknown';
  else if (from !== bank && balances.get(from)! < minutes) outcome = 'ledger.insufficient';
  else {
    if (from !== bank) balances.set(from, balances.get(from)! - minutes);
    if (to !== bank) balances.set(to, balances.get(to)! + minutes);
  }
  answered.set(id, { input, outcome });
  return outcome;
}
