import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  errandEvents,
  type ErrandPrice,
  type ErrandSettled,
  type EventEnvelope,
  type HoldForErrandInput,
  ledger,
  type LedgerAudit,
  type PostTransferInput,
  redemption,
  redemptionEvents,
  type ServiceRecordConfirmed,
} from '#contracts';
import { deterministicId, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';
import { plainRedeem, silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger twice. Tasks is played by the test, also as it never would behave.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let tasks: NatsConnection;
let lastCity = 6101;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock, replicas: 2 });
  tasks = await house.connectAs('tasks');
});
afterAll(() => house.stop());

const openPolicy = { ...silentPolicy, unit: 'minute', redeem: plainRedeem };

/** A city of its own with a payer who has `minutes`, and a policy under which credits can be redeemed. */
async function newCity(minutes: number, policy: object = openPolicy) {
  const cityCode = lastCity++;
  const [payerId, volunteerId] = [newId(), newId()];
  const account = (name: string) => deterministicId('account', cityCode, name);
  await earn(cityCode, payerId, minutes);
  await house.sql(
    `insert into ledger.city_policy (city_code, version, effective_from, policy, actor_role, actor_id, recorded_at)
     values ($1, 2, '2026-01-01', $2, 'administrator', 'test', now())`,
    [cityCode, JSON.stringify(policy)],
  );
  const city = {
    cityCode,
    payerId,
    volunteerId,
    input: (changes: Partial<HoldForErrandInput> = {}): HoldForErrandInput => ({
      ...{ cityCode, mode: 'exchange', payerId, servedId: payerId, slots: 1, expectedMinutes: 60 },
      ...{ errandId: newId(), needId: newId(), communityCode: `${cityCode}16014001`, type: 'company' },
      expiresAt: new Date(clock.now().getTime() + 30 * 86_400_000).toISOString(),
      facts: { giverServiceMinutes: 0, takerCategories: [] },
      ...changes,
    }),
    record: (errandId: string, volunteer = volunteerId) => {
      const recordId = newId();
      const version = (number: number, serviceMinutes: number) =>
        event(cityCode, errandEvents.recordConfirmed.subject, {
          ...{ recordId, errandId, volunteerId: volunteer, serviceMinutes, version: number },
          ...{ communityCode: `${cityCode}16014001`, verification: 'deviceVerified' },
          ...{ endedAt: clock.now().toISOString(), confirmedAt: clock.now().toISOString() },
        } satisfies ServiceRecordConfirmed);
      return { recordId, version };
    },
    settled: (errandId: string, version: number, claims: string[] = []) =>
      event(cityCode, redemptionEvents.errandSettled.subject, {
        ...{ errandId, version, claims: claims.map((id) => ({ id })) },
      } satisfies ErrandSettled),
    /** Balances: [payer, held of it, volunteer, what the city has issued]. */
    books: async () => {
      const audit = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
      expect(audit.faults).toEqual([]);
      const [row] = await house.sql<{ payer: number; held: number; volunteer: number; issued: number }>(
        `select coalesce(sum(balance) filter (where id = $2), 0)::int as payer,
           coalesce(sum(pending) filter (where id = $2), 0)::int as held,
           coalesce(sum(balance) filter (where id = $3), 0)::int as volunteer,
           coalesce(-sum(balance) filter (where kind = 'issuance'), 0)::int as issued,
           coalesce(sum(abs(balance)) filter (where kind = 'clearing'), 0)::int as uncleared
         from (select id, kind, credited_minutes - debited_minutes as balance, pending_debit_minutes as pending
               from ledger.account where city_code = $1) as each`,
        [cityCode, account(payerId), account(volunteerId)],
      );
      expect(row).toMatchObject({ uncleared: 0 });
      return [row?.payer, row?.held, row?.volunteer, row?.issued];
    },
  };
  return city;
}

function event<D extends object>(cityCode: number, subject: string, data: D): EventEnvelope<D> {
  return {
    ...{ id: newId(), subject, cityCode, traceId: newTraceId(), data },
    occurredAt: clock.now().toISOString(),
  };
}

async function earn(cityCode: number, ownerId: string, minutes: number): Promise<void> {
  if (minutes === 0) return;
  const ids = { recordId: newId(), errandId: newId(), volunteerId: ownerId };
  const at = clock.now().toISOString();
  await hear([
    event(cityCode, errandEvents.recordConfirmed.subject, {
      ...{ ...ids, serviceMinutes: minutes, version: 1, communityCode: `${cityCode}16014001` },
      ...{ verification: 'deviceVerified', endedAt: at, confirmedAt: at },
    }),
  ]);
}

async function hear(...messages: EventEnvelope[][]): Promise<void> {
  for (const message of messages) {
    await tell(tasks, message);
    await allConsumed(house.nats, 'ledger');
  }
}

const hold = (input: HoldForErrandInput) => house.ask(redemption.holdForErrand, input, system);
const code = (answer: object) => (answer as DomainError).code;

describe('an errand that credits pay for', () => {
  it('holds, charges what was served, gives it to the volunteer and frees the rest; the city issues nothing', async () => {
    const city = await newCity(100);
    const input = city.input();
    expect(await hold(input)).toEqual({ slotMinutes: 60, heldMinutes: 60 } satisfies ErrandPrice);
    expect(await city.books()).toEqual([100, 60, 0, 100]);
    await hear([city.record(input.errandId).version(1, 45)]);
    expect(await city.books()).toEqual([55, 0, 45, 100]);
  });

  it('held twice, at once and later, is held once; with other content it is a conflict', async () => {
    const city = await newCity(100);
    const input = city.input();
    const answers = await Promise.all([hold(input), hold(input), hold(input)]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(code(await hold({ ...input, slots: 2 }))).toBe('idempotency.conflict');
    expect(await city.books()).toEqual([100, 60, 0, 100]);
  });

  it('of several slots is held wholly or not at all', async () => {
    const city = await newCity(100);
    const refused = await hold(city.input({ slots: 2 }));
    expect([code(refused), (refused as DomainError).data['availableMinutes']]).toEqual([
      'ledger.insufficient',
      40,
    ]);
    expect(await city.books()).toEqual([100, 0, 0, 100]);
    const input = city.input({ slots: 12, expectedMinutes: 8 });
    expect(await hold(input)).toEqual({ slotMinutes: 8, heldMinutes: 96 });
    await hear([city.record(input.errandId).version(1, 5), city.record(input.errandId).version(1, 8)]);
    expect(await city.books()).toEqual([87, 80, 13, 100]);
  });

  it('that takes longer than was held is charged what was held, the city issues the rest', async () => {
    const city = await newCity(60);
    const input = city.input();
    await hold(input);
    await hear([city.record(input.errandId).version(1, 90)]);
    expect(await city.books()).toEqual([0, 0, 90, 90]);
  });

  it('once settled frees all but what still may be served, whatever comes first', async () => {
    for (const order of ['settled first', 'record first']) {
      const city = await newCity(300);
      const input = city.input({ slots: 3 });
      await hold(input);
      const served = city.record(input.errandId);
      const told = [[city.settled(input.errandId, 1, [served.recordId])], [served.version(1, 50)]];
      await hear(...(order === 'settled first' ? told : told.reverse()));
      expect([order, await city.books()]).toEqual([order, [250, 0, 50, 300]]);
    }
  });

  it('settled by an older word keeps what the newer one said', async () => {
    const city = await newCity(200);
    const input = city.input({ slots: 2 });
    await hold(input);
    const claims = [newId(), newId()];
    await hear([city.settled(input.errandId, 2, claims.slice(1))], [city.settled(input.errandId, 1, claims)]);
    expect(await city.books()).toEqual([200, 60, 0, 200]);
    await hear([city.settled(input.errandId, 3)]);
    expect(await city.books()).toEqual([200, 0, 0, 200]);
  });

  it('settled before it is held holds nothing any more', async () => {
    const city = await newCity(100);
    const input = city.input();
    await hear([city.settled(input.errandId, 1)]);
    expect(code(await hold(input))).toBe('redemption.settled');
    expect(await city.books()).toEqual([100, 0, 0, 100]);
    // Such an errand, were it served after all, would be the city's.
    await hear([city.record(input.errandId).version(1, 30)]);
    expect(await city.books()).toEqual([100, 0, 30, 130]);
  });

  it('past its time is free again, and served then it is the city’s', async () => {
    const city = await newCity(100);
    const input = city.input({ expiresAt: new Date(clock.now().getTime() + 60_000).toISOString() });
    await hold(input);
    clock.advanceMinutes(2);
    await hear([city.record(input.errandId).version(1, 30)]);
    const [payer, , volunteer, issued] = await city.books();
    expect([payer, volunteer, issued]).toEqual([100, 30, 130]);
  });
});

describe('a correction of a paid service', () => {
  it('is charged anew: less, more up to what was held, nothing, and again', async () => {
    const city = await newCity(100);
    const input = city.input();
    await hold(input);
    const { version } = city.record(input.errandId);
    await hear([version(1, 45)], [version(2, 20)]);
    expect(await city.books()).toEqual([80, 0, 20, 100]);
    await hear([version(3, 75)]);
    expect(await city.books()).toEqual([40, 0, 75, 115]);
    await hear([version(4, 0)]);
    expect(await city.books()).toEqual([100, 0, 0, 100]);
    await hear([version(5, 60)]);
    expect(await city.books()).toEqual([40, 0, 60, 100]);
  });

  it.each([
    ['backwards', [[3], [2], [1]]],
    ['together', [[1, 2, 3]]],
    [
      'twice',
      [
        [2, 1],
        [3, 2],
        [3, 1],
      ],
    ],
  ])('comes to the same %s', async (_, order) => {
    const city = await newCity(100);
    const input = city.input();
    await hold(input);
    const { version } = city.record(input.errandId);
    const minutes = [60, 10, 35];
    await hear(...order.map((numbers) => numbers.map((number) => version(number, minutes[number - 1] ?? 0))));
    expect(await city.books()).toEqual([65, 0, 35, 100]);
  });

  it('does not pass the payer’s floor: what was spent since, the city issues', async () => {
    const city = await newCity(100);
    const input = city.input();
    await hold(input);
    const { version } = city.record(input.errandId);
    await hear([version(1, 10)]);
    const account = (ownerId: string) => deterministicId('account', city.cityCode, ownerId);
    const gift: PostTransferInput = {
      ...{ id: newId(), cityCode: city.cityCode, minutes: 85, code: 'gift', reference: 'test:1' },
      ...{ debitAccountId: account(city.payerId), creditAccountId: account(city.volunteerId) },
    };
    await house.ask(ledger.post, gift, system);
    await hear([version(2, 60)]);
    expect(await city.books()).toEqual([0, 0, 145, 145]);
  });

  it('of what the volunteer has spent is a loss of the city, not of who paid', async () => {
    const city = await newCity(100);
    const input = city.input();
    await hold(input);
    const { version } = city.record(input.errandId);
    await hear([version(1, 60)]);
    const account = (ownerId: string) => deterministicId('account', city.cityCode, ownerId);
    const gift: PostTransferInput = {
      ...{ id: newId(), cityCode: city.cityCode, minutes: 60, code: 'gift', reference: 'test:1' },
      ...{ debitAccountId: account(city.volunteerId), creditAccountId: account(city.payerId) },
    };
    await house.ask(ledger.post, gift, system);
    await hear([version(2, 0)]);
    expect(await city.books()).toEqual([160, 0, 0, 100]);
  });

  it('after the payer’s account was closed leaves it alone', async () => {
    const city = await newCity(60);
    const input = city.input();
    await hold(input);
    const { version } = city.record(input.errandId);
    await hear([version(1, 60)]);
    const accountId = deterministicId('account', city.cityCode, city.payerId);
    await house.ask(ledger.closeAccount, { accountId, cityCode: city.cityCode }, system);
    await hear([version(2, 20)]);
    expect(await city.books()).toEqual([0, 0, 20, 20]);
    await hear([version(3, 80)]);
    expect(await city.books()).toEqual([0, 0, 80, 80]);
  });
});

describe('the database', () => {
  it('refuses to commit a clearing account that is not empty', async () => {
    const city = await newCity(100);
    const input = city.input();
    await hold(input);
    const clearing = deterministicId('account', city.cityCode, 'clearing');
    const transfer: PostTransferInput = {
      ...{ id: newId(), cityCode: city.cityCode, minutes: 5, code: 'correct', reference: 'test:1' },
      ...{
        debitAccountId: clearing,
        creditAccountId: deterministicId('account', city.cityCode, city.payerId),
      },
    };
    expect(code(await house.ask(ledger.post, transfer, system))).toBe('service.internal');
    expect(await city.books()).toEqual([100, 60, 0, 100]);
  });
});
