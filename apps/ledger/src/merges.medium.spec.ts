import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  errandEvents,
  type EventEnvelope,
  ledger,
  type LedgerAudit,
  mergeEvents,
  policies,
  type Policy,
  type PostTransferInput,
  type StatementPage,
  volunteerEvents,
} from '#contracts';
import { deterministicId, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, openCity, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';
import { MergesJob } from './merges.job.js';
import { silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger twice. Merges, records and verifications are told as their owners tell them, in
// orders that they would not.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
const call = { actor: system, traceId: '0'.repeat(32) };
let house: TestHouse;
let tasks: NatsConnection;
let volunteers: NatsConnection;
let lastCity = 7301;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock, replicas: 2 });
  [tasks, volunteers] = [await house.connectAs('tasks'), await house.connectAs('volunteers')];
});
afterAll(() => house.stop());

/** A city, and what is told of people in it. */
function newCity(cityCode = lastCity++) {
  const envelope = (subject: string, data: object): EventEnvelope => ({
    ...{ id: newId(), subject, cityCode, occurredAt: clock.now().toISOString() },
    ...{ traceId: newTraceId(), data },
  });
  const communityCode = `${cityCode}16014003`;
  return {
    cityCode,
    /** Answers what tells a version of a record of somebody. */
    record: (volunteerId: string, day = '2026-03-02') => {
      const [recordId, errandId] = [newId(), newId()];
      return (version: number, serviceMinutes: number) =>
        envelope(errandEvents.recordConfirmed.subject, {
          ...{ recordId, errandId, volunteerId, serviceMinutes, version },
          ...{ communityCode, verification: 'deviceVerified' },
          ...{ endedAt: `${day}T00:30:00.000Z`, confirmedAt: clock.now().toISOString() },
        });
    },
    merge: (mergedId: string, keptId: string) =>
      envelope(mergeEvents.merged.subject, {
        ...{ mergedId, keptId, version: 3, communityCode },
        ...{ registeredAt: '2026-01-01T00:00:00.000Z', mergedAt: clock.now().toISOString() },
      }),
    verified: (volunteerId: string, day = '2026-03-03') =>
      envelope(volunteerEvents.verified.subject, {
        ...{ volunteerId, version: 1, communityCode, verification: 'verified', displayName: '张*' },
        decidedAt: `${day}T00:30:00.000Z`,
      }),
    account: (ownerId: string) => deterministicId('account', cityCode, ownerId),
    balance: async (ownerId: string) => {
      const [row] = await house.sql<{ minutes: number }>(
        `select (credited_minutes - debited_minutes)::int as minutes from ledger.account
         where city_code = $1 and owner_id = $2`,
        [cityCode, ownerId],
      );
      return row?.minutes ?? 0;
    },
    audit: async () => {
      const found = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
      expect([found.faults, found.consistent]).toEqual([[], true]);
      return found;
    },
  };
}

/** One message for all events that come one after another with one subject, then the next. */
async function hear(...events: EventEnvelope[]): Promise<void> {
  for (const event of events)
    await tell(event.subject === errandEvents.recordConfirmed.subject ? tasks : volunteers, [event]);
  await allConsumed(house.nats, 'ledger');
}
const post = (input: PostTransferInput) => house.call(ledger.post, input, call);
const runJobs = () => Promise.all(house.services.map(({ app }) => app.get(MergesJob).run()));

/** Every order of some things. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, at) =>
    orders(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest]),
  );
}

describe('the credits of somebody who was registered twice', () => {
  it('come to the same in any order of what is told, and however often', async () => {
    for (const order of orders([0, 1, 2, 3])) {
      const { record, merge, balance, audit, cityCode } = newCity();
      const [ann, anna] = [newId(), newId()];
      const [first, second] = [record(anna), record(ann)];
      const events = [first(1, 90), first(2, 60), merge(anna, ann), second(1, 20)];
      const told = order.map((at) => events[at] as EventEnvelope);
      for (const event of [...told, ...told.slice(0, 2)]) await hear(event);
      await runJobs();
      expect([order, await balance(anna), await balance(ann)]).toEqual([order, 0, 80]);
      expect(await audit()).toMatchObject({ issuedMinutes: 80, personalMinutes: 80 });
      const earned = await house.sql(
        'select distinct volunteer_id from ledger.earned_record where city_code = $1',
        [cityCode],
      );
      expect(earned).toEqual([{ volunteer_id: ann }]);
    }
  }, 120_000);

  it('follow through two merges, whichever is heard first', async () => {
    for (const isLaterFirst of [false, true]) {
      const { record, merge, balance, audit } = newCity();
      const [a, b, c] = [newId(), newId(), newId()];
      const [ofA, ofB] = [record(a), record(b)];
      await hear(ofA(1, 40), ofB(1, 20));
      const merges = [merge(a, b), merge(b, c)];
      for (const event of isLaterFirst ? merges.reverse() : merges) await hear(event);
      await hear(ofA(2, 10), record(b)(1, 5));
      await runJobs();
      expect([await balance(a), await balance(b), await balance(c)]).toEqual([0, 0, 35]);
      await audit();
    }
  });

  it('go over by one transfer under a code of its own, which both statements show; a correction comes back that way', async () => {
    const { cityCode, record, merge, balance, audit } = newCity();
    const [ann, anna] = [newId(), newId()];
    const told = record(anna);
    await hear(told(1, 90));
    const merging = merge(anna, ann);
    await hear(merging, merging);
    const moved = await house.sql(
      `select minutes, reference from ledger.transfer where city_code = $1 and code = 'merge'`,
      [cityCode],
    );
    expect(moved).toEqual([{ minutes: 90, reference: `volunteer:${anna}` }]);
    const lines = async (ownerId: string) =>
      ((await house.ask(ledger.getStatement, { ownerId }, system)) as StatementPage).items.map(
        ({ code, minutes }) => [code, minutes],
      );
    expect([await lines(ann), await lines(anna)]).toEqual([
      [['merge', 90]],
      [
        ['merge', -90],
        ['earn', 90],
      ],
    ]);
    await hear(told(2, 60));
    expect([await balance(ann), await balance(anna)]).toEqual([60, 0]);
    expect((await lines(ann)).slice(0, 2)).toEqual([
      ['merge', -90],
      ['earn', 60],
    ]);
    await hear(told(3, 0));
    expect([await balance(ann), await balance(anna)]).toEqual([0, 0]);
    expect(await audit()).toMatchObject({ issuedMinutes: 0, personalMinutes: 0 });
  });

  it('that were spent since are written off only as far as they are missing', async () => {
    const { cityCode, record, merge, balance, account, audit } = newCity();
    const [ann, anna, shop] = [newId(), newId(), newId()];
    const told = record(anna);
    await hear(told(1, 90), merge(anna, ann));
    await house.call(ledger.openAccount, { id: shop, cityCode, kind: 'group', ownerId: newId() }, call);
    const gift = { id: newId(), cityCode, debitAccountId: account(ann), creditAccountId: shop, minutes: 80 };
    await post({ ...gift, code: 'gift', reference: 'test:1' });
    await hear(told(2, 60));
    expect([await balance(ann), await balance(anna)]).toEqual([0, 0]);
    const written = await house.sql(
      `select minutes from ledger.transfer where city_code = $1 and code = 'writeOff'`,
      [cityCode],
    );
    expect(written).toEqual([{ minutes: 20 }]);
    expect(await audit()).toMatchObject({ issuedMinutes: 60 });
  });

  it('reach the kept account when they come late or were held, and what is held stays held', async () => {
    const { cityCode, record, merge, balance, account, audit } = newCity();
    const [ann, anna, other] = [newId(), newId(), newId()];
    await hear(record(anna)(1, 90), record(other)(1, 30));
    const transfer = (from: string, to: string, minutes: number): PostTransferInput => ({
      ...{ id: newId(), cityCode, debitAccountId: account(from), creditAccountId: account(to), minutes },
      ...{ code: 'gift', reference: 'test:1' },
    });
    const hold: PostTransferInput = { ...transfer(anna, other, 50), phase: 'hold' };
    await post(hold);
    await hear(merge(anna, ann));
    expect([await balance(ann), await balance(anna)]).toEqual([40, 50]);
    await post(transfer(other, anna, 10));
    await runJobs();
    expect([await balance(ann), await balance(anna)]).toEqual([50, 50]);
    await post({ ...hold, id: newId(), phase: 'capture', holdId: hold.id, minutes: 20 });
    await runJobs();
    await runJobs();
    expect([await balance(ann), await balance(anna), await balance(other)]).toEqual([80, 0, 40]);
    expect(await audit()).toMatchObject({ openHoldCount: 0 });
  });

  it('meet one cap a day, and one welcome', async () => {
    const [cityCode, day] = [lastCity++, '2026-03-03'];
    const { bank, transfer } = await openCity(house.database.adminUrl, cityCode, 1);
    const { record, merge, balance, verified, audit } = newCity(cityCode);
    const policy: Policy = {
      ...silentPolicy,
      starterGrant: 30,
      dailyCap: 100,
      rounding: { stepMinutes: 1, mode: 'down' },
    };
    await house.call(policies.adopt, { cityCode, versions: [{ effectiveFrom: day, policy }] }, call);
    const pool = deterministicId('account', cityCode, 'publicPool');
    await house.sql(
      `insert into ledger.account (city_code, id, kind, floor_minutes, opened_at) values ($1, $2, 'publicPool', 0, now())`,
      [cityCode, pool],
    );
    await post(transfer(bank, pool, 400));
    const [ann, anna] = [newId(), newId()];
    await hear(verified(ann), verified(anna), record(ann, day)(1, 60), record(anna, day)(1, 30));
    expect([await balance(ann), await balance(anna)]).toEqual([90, 60]);
    await hear(merge(anna, ann));
    expect([await balance(ann), await balance(anna)]).toEqual([120, 0]);
    await hear(record(anna, day)(1, 60), verified(anna));
    expect([await balance(ann), await balance(anna)]).toEqual([130, 0]);
    const [left] = await house.sql<{ minutes: number }>(
      'select (credited_minutes - debited_minutes)::int as minutes from ledger.account where city_code = $1 and id = $2',
      [cityCode, pool],
    );
    expect(left).toEqual({ minutes: 370 });
    await audit();
  });
});
