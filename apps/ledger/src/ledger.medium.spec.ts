import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type BalanceView,
  DomainError,
  errandEvents,
  type EventEnvelope,
  ledger,
  type LedgerAudit,
  ledgerEvents,
  type OwnerInput,
  type PostTransferInput,
  type ServiceRecordConfirmed,
  type StatementPage,
} from '#contracts';
import { poll, withClient } from '#local';
import { deterministicId, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, openCity, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';

// Real: PostgreSQL, NATS, the ledger twice (two replicas). Service records are told as the tasks service
// tells them. Every test has cities of its own.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let tasks: NatsConnection;
let lastCity = 5101;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock, replicas: 2 });
  tasks = await house.connectAs('tasks');
});
afterAll(() => house.stop());

const newCity = (members: number) => openCity(house.database.adminUrl, lastCity++, members);
const post = (input: PostTransferInput, client = 0) => house.ask(ledger.post, input, system, client);
const audit = async (cityCode: number) =>
  (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
const codeOf = (answer: object) => (answer instanceof DomainError ? answer.code : 'posted');

describe('earning', () => {
  it('credits every record once, however often and by whatever event it is told', async () => {
    const cityCode = lastCity++;
    const [ann, bob] = [newId(), newId()];
    const first = confirmed(cityCode, ann, 95);
    const second = confirmed(cityCode, ann, 30);
    const other = confirmed(cityCode, bob, 60);
    await tell(tasks, [first, first], [second, first, other], [other], [{ ...first, id: newId() }], [second]);
    await tell(tasks, [{ ...second, id: newId() }, other]);
    expect(await balanceOnceSettled(ann, 125)).toEqual({
      ...{
        ownerId: ann,
        cityCode,
        balanceMinutes: 125,
        heldMinutes: 0,
        creditedMinutes: 125,
        debitedMinutes: 0,
      },
    });
    expect(await balanceOnceSettled(bob, 60)).toMatchObject({ balanceMinutes: 60 });
    await allConsumed(house.nats, 'ledger');
    expect(await audit(cityCode)).toMatchObject({
      ...{ consistent: true, transferCount: 3, issuedMinutes: 185, personalMinutes: 185 },
    });
    const told = await house.sql<{ data: object }>(
      `select data from ledger.outbox_event where city_code = $1 and subject = $2
       order by (data->>'minutes')::int`,
      [cityCode, ledgerEvents.creditsPosted.subject],
    );
    expect(told.map(({ data }) => data)).toEqual(
      [second, other, first].map(({ data }) => ({
        transferId: deterministicId('earn', data.recordId, 1),
        reference: `serviceRecord:${data.recordId}`,
        minutes: data.serviceMinutes,
        code: 'earn',
        communityCode: data.communityCode,
        recordedAt: clock.now().toISOString(),
      })),
    );
  });

  it('keeps what a transfer stands for: policy, actor, when it was served and when it was recorded', async () => {
    const cityCode = lastCity++;
    const volunteerId = newId();
    await tell(tasks, [confirmed(cityCode, volunteerId, 20)]);
    await balanceOnceSettled(volunteerId, 20);
    expect(await house.sql('select * from ledger.transfer where city_code = $1', [cityCode])).toEqual([
      expect.objectContaining({
        ...{
          sequence: 1,
          phase: 'single',
          code: 'earn',
          policy_version: 1,
          hold_id: null,
          reverses_id: null,
        },
        ...{ actor_role: 'system', actor_id: 'ledger', debit_prev: null, credit_prev: null },
        effective_at: new Date('2026-03-02T00:30:00Z'),
        recorded_at: clock.now(),
      }),
    ]);
  });

  it('records why a closed account earned nothing, and credits the others of the batch', async () => {
    const cityCode = lastCity++;
    const [left, stayed] = [newId(), newId()];
    await tell(tasks, [confirmed(cityCode, left, 10)]);
    await balanceOnceSettled(left, 10);
    const accountId = deterministicId('account', cityCode, left);
    await house.ask(ledger.closeAccount, { accountId, cityCode, donateRest: true }, system);
    const late = confirmed(cityCode, left, 40);
    await tell(tasks, [late, confirmed(cityCode, stayed, 15)]);
    await balanceOnceSettled(stayed, 15);
    expect(
      await house.sql('select id, code from ledger.rejected_transfer where city_code = $1', [cityCode]),
    ).toEqual([{ id: deterministicId('earn', late.data.recordId, 1), code: 'ledger.accountClosed' }]);
    expect(await audit(cityCode)).toMatchObject({ consistent: true, transferCount: 3 });
  });
});

describe('a statement', () => {
  it('shows a person’s own lines, newest first, page by page, with the balance after each', async () => {
    const { bank, people, transfer } = await newCity(2);
    const [ann = '', bob = ''] = people;
    const moves = Array.from({ length: 12 }, (_, index) =>
      index % 3 === 2 ? transfer(ann, bob, 5) : transfer(bank, ann, 10 + index),
    );
    for (const move of moves) await post(move);
    const me: Actor = { id: ann, role: 'volunteer' };
    const lines: StatementPage['items'] = [];
    for (let cursor: string | undefined, pages = 0; pages === 0 || cursor; pages++) {
      const page = (await house.ask(
        ledger.getStatement,
        { ownerId: ann, limit: 5, cursor },
        me,
      )) as StatementPage;
      expect(page.items).toHaveLength(pages < 2 ? 5 : 2);
      lines.push(...page.items);
      cursor = page.nextCursor;
    }
    let balance = 0;
    const expected = moves.map((move, index) => {
      const minutes = move.debitAccountId === ann ? -move.minutes : move.minutes;
      balance += minutes;
      return { transferId: move.id, sequence: index + 1, minutes, balanceMinutes: balance };
    });
    expect(
      lines.map(({ transferId, sequence, minutes, balanceMinutes }) => ({
        ...{ transferId, sequence, minutes, balanceMinutes },
      })),
    ).toEqual(expected.reverse());
  });

  it('is empty before the first line', async () => {
    const { people } = await newCity(1);
    expect(await house.ask(ledger.getStatement, { ownerId: people[0]! }, system)).toEqual({ items: [] });
  });

  it('and a balance are nobody else’s to read, nor by a cursor from elsewhere', async () => {
    const { bank, people, transfer } = await newCity(2);
    const [ann = '', bob = ''] = people;
    await post(transfer(bank, ann, 10));
    await post(transfer(bank, bob, 10));
    const me: Actor = { id: ann, role: 'resident' };
    const tries: [OwnerInput, Actor][] = [
      [{ ownerId: bob }, me],
      [{ ownerId: newId() }, system],
      [{ ownerId: ann, cityCode: 1000 }, me],
    ];
    for (const [input, actor] of tries) {
      expect(codeOf(await house.ask(ledger.getBalance, input, actor))).toBe('ledger.accountUnknown');
      expect(codeOf(await house.ask(ledger.getStatement, input, actor))).toBe('ledger.accountUnknown');
    }
    const foreign = [2, 99, -1, 0.5, 'x'].map((place) =>
      Buffer.from(JSON.stringify([place])).toString('base64url'),
    );
    for (const cursor of [...foreign, 'nonsense'])
      expect(codeOf(await house.ask(ledger.getStatement, { ownerId: ann, cursor }, me))).toBe(
        'cursor.invalid',
      );
  });

  it('belongs to one city: who earned in two names it, or gets the first', async () => {
    const [here, there] = [lastCity++, lastCity++];
    const volunteerId = newId();
    await tell(tasks, [confirmed(here, volunteerId, 10)]);
    await balanceOnceSettled(volunteerId, 10);
    clock.advanceMinutes(1);
    await tell(tasks, [confirmed(there, volunteerId, 30)]);
    await balanceOnceSettled(volunteerId, 30, there);
    expect(await house.ask(ledger.getBalance, { ownerId: volunteerId }, system)).toMatchObject({
      cityCode: here,
    });
  });
});

describe('an audit', () => {
  it('names the row that was tampered with past every guard', async () => {
    const { cityCode, bank, people, transfer } = await newCity(1);
    for (const minutes of [10, 20, 30]) await post(transfer(bank, people[0]!, minutes));
    expect(await audit(cityCode)).toMatchObject({ consistent: true });
    await withClient(house.database.adminUrl, async (client) => {
      await client.query('set session_replication_role = replica');
      await client.query('update ledger.transfer set minutes = 21 where city_code = $1 and sequence = 2', [
        cityCode,
      ]);
    });
    const found = await audit(cityCode);
    expect(found).toMatchObject({
      consistent: false,
      chainVerifies: false,
      countersMatch: false,
      gapless: true,
    });
    expect(found.faults[0]).toEqual({ check: 'chain', sequence: 2 });
  });

  it('is for those whose region the city touches', async () => {
    const { cityCode } = await newCity(0);
    const at = (region: string | undefined, role: Actor['role'] = 'official') =>
      house.ask(ledger.audit, { region: String(cityCode) }, { id: newId(), role, region });
    const province = String(cityCode).slice(0, 2);
    for (const region of [province, String(cityCode), `${cityCode}02`, `${cityCode}02001000`])
      expect(codeOf(await at(region))).toBe('posted');
    for (const region of [String(cityCode + 50), '12', undefined])
      expect(codeOf(await at(region))).toBe('access.foreignRegion');
    expect(codeOf(await at(province, 'station'))).toBe('access.denied');
    const whole = await house.ask(
      ledger.audit,
      { region: province },
      { id: newId(), role: 'official', region: province },
    );
    expect(codeOf(whole)).toBe('request.invalid');
  });
});

function confirmed(
  cityCode: number,
  volunteerId: string,
  serviceMinutes: number,
): EventEnvelope<ServiceRecordConfirmed> {
  return {
    id: newId(),
    subject: errandEvents.recordConfirmed.subject,
    cityCode,
    occurredAt: clock.now().toISOString(),
    traceId: newTraceId(),
    data: {
      recordId: newId(),
      errandId: newId(),
      volunteerId,
      communityCode: `${cityCode}16014003`,
      serviceMinutes,
      verification: 'deviceVerified',
      endedAt: '2026-03-02T00:30:00.000Z',
      confirmedAt: clock.now().toISOString(),
      version: 1,
    },
  };
}

function balanceOnceSettled(ownerId: string, minutes: number, cityCode?: number): Promise<BalanceView> {
  let last: BalanceView | DomainError | undefined;
  return poll(
    async () => {
      last = await house.ask(ledger.getBalance, { ownerId, cityCode }, system);
      return last instanceof DomainError || last.balanceMinutes !== minutes ? undefined : last;
    },
    10_000,
    () => new Error(`no balance of ${minutes}: ${JSON.stringify(last)}`),
  );
}
