import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  type DryRunInput,
  type DryRunView,
  errandEvents,
  type EventEnvelope,
  ledger,
  type LedgerAudit,
  policies,
  type Policy,
  policyEvents,
  type PolicyTimeline,
  type ServiceRecordConfirmed,
} from '#contracts';
import { deterministicId, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { ledgerService } from './definition.js';
import { silentPolicy } from './policy.js';

// Real: PostgreSQL, NATS, the ledger. Confirmed services are told as the tasks service would tell them.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const system: Actor = { id: 'tasks', role: 'system' };
let house: TestHouse;
let tasks: NatsConnection;
let lastCity = 6101;

beforeAll(async () => {
  house = await startHouse([ledgerService], { clock });
  tasks = await house.connectAs('tasks');
});
afterAll(() => house.stop());

type Told = EventEnvelope<ServiceRecordConfirmed>;

/** A city whose policy holds from the day after; records of it. */
async function cityUnder(...steps: { from: string; policy: Partial<Policy> }[]) {
  const cityCode = lastCity++;
  if (steps.length > 0) await adopt(cityCode, ...steps);
  const record = (
    volunteerId: string,
    endedAt: string,
    serviceMinutes: number,
    more: Partial<ServiceRecordConfirmed> = {},
  ): Told => ({
    ...{ id: newId(), subject: errandEvents.recordConfirmed.subject, cityCode },
    ...{ occurredAt: clock.now().toISOString(), traceId: newTraceId() },
    data: {
      ...{ recordId: newId(), errandId: newId(), volunteerId, serviceMinutes, version: 1 },
      ...{ communityCode: `${cityCode}16014003`, verification: 'deviceVerified', endedAt },
      ...{ confirmedAt: clock.now().toISOString(), confirmations: 1, ...more },
    },
  });
  return { cityCode, record };
}

async function adopt(cityCode: number, ...steps: { from: string; policy: Partial<Policy> }[]) {
  const versions = steps.map(({ from, policy }) => ({
    effectiveFrom: from,
    policy: { ...silentPolicy, ...policy },
  }));
  return house.ask(policies.adopt, { cityCode, versions }, system);
}

async function hear(...messages: Told[][]): Promise<void> {
  for (const message of messages) await tell(tasks, message);
  await allConsumed(house.nats, 'ledger');
}

/** The next version of a told record. */
function corrected({ data, ...event }: Told, change: Partial<ServiceRecordConfirmed>): Told {
  return { ...event, id: newId(), data: { ...data, version: data.version + 1, ...change } };
}

const balance = async (cityCode: number, volunteerId: string) => {
  const [row] = await house.sql<{ minutes: number }>(
    `select (credited_minutes - debited_minutes)::int as minutes from ledger.account where city_code = $1 and id = $2`,
    [cityCode, deterministicId('account', cityCode, volunteerId)],
  );
  return row?.minutes ?? 0;
};
const pool = async (cityCode: number) => {
  const [row] = await house.sql<{ minutes: number }>(
    `select (credited_minutes - debited_minutes)::int as minutes from ledger.account
     where city_code = $1 and kind = 'publicPool'`,
    [cityCode],
  );
  return row?.minutes ?? 0;
};
const earning = ({ data }: Told) => house.ask(policies.getEarning, { id: data.recordId }, system);

async function expectSound(cityCode: number): Promise<void> {
  const audit = (await house.ask(ledger.audit, { region: String(cityCode) }, system)) as LedgerAudit;
  expect(audit.faults).toEqual([]);
}

const codeOf = (answer: object) => (answer as DomainError).code;

describe('earning', () => {
  it('follows the version in force on the day of the service, and every transfer names it', async () => {
    const halves = { unit: 'hour', rounding: { stepMinutes: 30, mode: 'down' } } as const;
    const { cityCode, record } = await cityUnder({ from: '2026-03-03', policy: halves });
    const ann = newId();
    const before = record(ann, '2026-03-02T15:59:00Z', 50);
    const after = record(ann, '2026-03-02T16:00:00Z', 50);
    const little = record(ann, '2026-03-02T16:30:00Z', 29);
    await hear([before], [after, little]);
    expect(await earning(before)).toMatchObject({ creditedMinutes: 50, policyVersion: 1 });
    expect(await earning(after)).toMatchObject({ creditedMinutes: 30, policyVersion: 2 });
    expect(await earning(little)).toMatchObject({
      creditedMinutes: 0,
      policyVersion: 2,
      reason: 'belowStep',
    });
    const rows = await house.sql(
      'select minutes, policy_version as version from ledger.transfer where city_code = $1 order by sequence',
      [cityCode],
    );
    expect(rows).toEqual([
      { minutes: 50, version: 1 },
      { minutes: 30, version: 2 },
    ]);
    await expectSound(cityCode);
  });

  it('stops at the daily cap, in one message or in several, and starts again the next day', async () => {
    const { cityCode, record } = await cityUnder({ from: '2026-03-03', policy: { dailyCap: 120 } });
    const ann = newId();
    const day = (hour: string, minutes: number) => record(ann, `2026-03-03T${hour}:00:00Z`, minutes);
    const third = day('05', 60);
    await hear([day('02', 50), day('03', 50)], [third, day('06', 60)], [day('17', 60)]);
    expect(await earning(third)).toMatchObject({ creditedMinutes: 20, reason: 'dailyCap' });
    expect(await balance(cityCode, ann)).toBe(120 + 60);
    await expectSound(cityCode);
  });

  it('gives what is above the balance cap to the public pool', async () => {
    const policy = { balanceCap: 100, overflow: 'donate' } as const;
    const { cityCode, record } = await cityUnder({ from: '2026-03-03', policy });
    const ann = newId();
    const second = record(ann, '2026-03-04T03:00:00Z', 60);
    await hear([record(ann, '2026-03-03T03:00:00Z', 60), second], [record(ann, '2026-03-05T03:00:00Z', 30)]);
    expect([await balance(cityCode, ann), await pool(cityCode)]).toEqual([100, 50]);
    expect(await earning(second)).toMatchObject({
      ...{ creditedMinutes: 40, donatedMinutes: 20, reason: 'balanceCap' },
    });
    await expectSound(cityCode);
  });

  it('corrects and voids what was really posted, to the volunteer and to the pool', async () => {
    const policy = { balanceCap: 100, overflow: 'donate' } as const;
    const { cityCode, record } = await cityUnder({ from: '2026-03-03', policy });
    const ann = newId();
    const first = record(ann, '2026-03-03T03:00:00Z', 160);
    await hear([first]);
    expect([await balance(cityCode, ann), await pool(cityCode)]).toEqual([100, 60]);
    const less = corrected(first, { serviceMinutes: 120 });
    await hear([less]);
    expect([await balance(cityCode, ann), await pool(cityCode)]).toEqual([100, 20]);
    const least = corrected(less, { serviceMinutes: 30 });
    await hear([least], [less], [first]);
    expect([await balance(cityCode, ann), await pool(cityCode)]).toEqual([30, 0]);
    await hear([corrected(least, { serviceMinutes: 0 })]);
    expect([await balance(cityCode, ann), await pool(cityCode)]).toEqual([0, 0]);
    expect(await earning(first)).toMatchObject({ creditedMinutes: 0, donatedMinutes: 0, reason: 'voided' });
    await expectSound(cityCode);
  });

  it('decides a correction by the day of the service, not by today', async () => {
    const { cityCode, record } = await cityUnder(
      { from: '2026-03-03', policy: { rounding: { stepMinutes: 60, mode: 'up' } } },
      { from: '2026-03-04', policy: {} },
    );
    const ann = newId();
    const first = record(ann, '2026-03-03T03:00:00Z', 30);
    await hear([first], [corrected(first, { serviceMinutes: 70 })]);
    expect(await balance(cityCode, ann)).toBe(120);
    await expectSound(cityCode);
  });

  it('converts what the policy converts, and says why not the rest', async () => {
    const policy = {
      verification: 'device',
      minBreakBetweenSamePair: 60,
      groupHours: 'donate_only',
    } as const;
    const { cityCode, record } = await cityUnder({ from: '2026-03-03', policy });
    const ann = newId();
    const at = '2026-03-03T03:00:00Z';
    const attested = record(ann, at, 30, { verification: 'attested', confirmations: 2 });
    const hurried = record(ann, at, 30, { samePairBreakMinutes: 59 });
    const grouped = record(ann, at, 30, { groupId: newId(), samePairBreakMinutes: 60 });
    await hear([attested, hurried, grouped]);
    expect(await earning(attested)).toMatchObject({ honourMinutes: 30, reason: 'notDeviceVerified' });
    expect(await earning(hurried)).toMatchObject({ creditedMinutes: 0, reason: 'samePairTooSoon' });
    expect(await earning(grouped)).toMatchObject({ donatedMinutes: 30, reason: 'groupDonates' });
    expect([await balance(cityCode, ann), await pool(cityCode)]).toEqual([0, 30]);
    const told = await house.sql<{ data: { recordId: string; reason: string } }>(
      'select data from ledger.outbox_event where city_code = $1 and subject = $2',
      [cityCode, policyEvents.earningDecided.subject],
    );
    expect(told.map(({ data }) => [data.recordId, data.reason]).sort()).toEqual(
      [
        [attested.data.recordId, 'notDeviceVerified'],
        [hurried.data.recordId, 'samePairTooSoon'],
        [grouped.data.recordId, 'groupDonates'],
      ].sort(),
    );
    await expectSound(cityCode);
  });

  it('shows an earning to its volunteer and to staff of the place, and to nobody else', async () => {
    const { cityCode, record } = await cityUnder();
    const ann = newId();
    const told = record(ann, '2026-03-02T00:30:00Z', 30);
    await hear([told]);
    const ask = (actor: Actor) => house.ask(policies.getEarning, { id: told.data.recordId }, actor);
    expect(await ask({ id: ann, role: 'volunteer' })).toMatchObject({ creditedMinutes: 30 });
    expect(await ask({ id: newId(), role: 'station', region: `${cityCode}16` })).toMatchObject({
      version: 1,
    });
    expect(codeOf(await ask({ id: newId(), role: 'volunteer' }))).toBe('resource.notFound');
    expect(codeOf(await ask({ id: newId(), role: 'station', region: `${cityCode}17` }))).toBe(
      'resource.notFound',
    );
  });
});

describe('versions', () => {
  const ask = (cityCode: number, ...from: string[]) =>
    adopt(cityCode, ...from.map((each) => ({ from: each, policy: {} })));

  it('are added behind each other, all or none, and say who is in force', async () => {
    const { cityCode } = await cityUnder();
    expect(codeOf(await ask(cityCode, '2026-03-02'))).toBe('policy.notFuture');
    expect(codeOf(await ask(cityCode, '2026-03-03', '2026-03-03'))).toBe('policy.overlap');
    const timeline = (await ask(cityCode, '2026-03-03', '2026-04-01')) as PolicyTimeline;
    expect(
      timeline.versions.map(({ version, effectiveFrom, isInForce }) => [version, effectiveFrom, isInForce]),
    ).toEqual([
      [1, undefined, true],
      [2, '2026-03-03', false],
      [3, '2026-04-01', false],
    ]);
    expect(codeOf(await ask(cityCode, '2026-03-15'))).toBe('policy.overlap');
    expect(await house.ask(policies.list, { cityCode }, { id: newId(), role: 'volunteer' })).toEqual(
      timeline,
    );
  });

  it('cannot be changed or deleted, not even by their owner', async () => {
    const { cityCode } = await cityUnder({ from: '2026-03-03', policy: {} });
    for (const change of ['update ledger.city_policy set note = note', 'delete from ledger.city_policy'])
      await expect(house.sql(`${change} where city_code = ${cityCode}`)).rejects.toThrow('never changed');
  });

  it('are adopted by who is responsible for the whole city alone', async () => {
    const { cityCode } = await cityUnder();
    const versions = [{ effectiveFrom: '2026-03-03', policy: silentPolicy }];
    const by = (region: string) =>
      house.ask(policies.adopt, { cityCode, versions }, { id: newId(), role: 'administrator', region });
    expect(codeOf(await by(`${cityCode}16`))).toBe('access.foreignRegion');
    expect(codeOf(await by(`${cityCode + 1}`))).toBe('access.foreignRegion');
    expect(await by(String(cityCode))).toMatchObject({ cityCode });
  });
});

describe('a dry run', () => {
  const run = async (input: Omit<DryRunInput, 'policy'> & { policy: Partial<Policy> }) =>
    (await house.ask(
      policies.dryRun,
      { ...input, policy: { ...silentPolicy, ...input.policy } },
      system,
    )) as DryRunView;
  const rows = async () =>
    house.sql<{ n: number }>(
      `select (select count(*) from ledger.transfer)::int + (select count(*) from ledger.earned_record)::int
        + (select count(*) from ledger.city_policy)::int + (select count(*) from ledger.outbox_event)::int as n`,
    );

  it('says who would gain, lose and meet a cap, page by page, and writes nothing', async () => {
    const { cityCode, record } = await cityUnder();
    const people = Array.from({ length: 5 }, newId).sort();
    // The nth person serves n + 1 times fifty minutes on one day.
    await hear(
      ...people.map((id, n) =>
        Array.from({ length: n + 1 }, (_, i) => record(id, `2026-03-01T0${i + 1}:00:00Z`, 50)),
      ),
    );
    const before = await rows();
    const about = { cityCode, from: '2026-03-01', to: '2026-03-01' };
    const policy = { rounding: { stepMinutes: 60, mode: 'up' }, dailyCap: 120 } as const;
    const first = await run({ ...about, policy, limit: 2 });
    expect(first.totals).toEqual({
      ...{
        recordCount: 15,
        unknownCount: 0,
        volunteerCount: 5,
        gainerCount: 2,
        loserCount: 3,
        cappedCount: 3,
      },
      ...{ gainedMinutes: 10 + 20, lostMinutes: 30 + 80 + 130 },
      actual: { creditedMinutes: 750, donatedMinutes: 0, honourMinutes: 0 },
      proposed: { creditedMinutes: 60 + 4 * 120, donatedMinutes: 0, honourMinutes: 0 },
      reasons: [{ reason: 'dailyCap', recordCount: 6, minutes: 360 }],
    });
    const second = await run({ ...about, policy, limit: 2, cursor: first.nextCursor });
    const third = await run({ ...about, policy, limit: 2, cursor: second.nextCursor });
    const lines = [first, second, third].flatMap(({ items }) => items);
    expect(
      lines.map(({ volunteerId, actualMinutes, proposedMinutes, cappedCount }) => [
        ...[volunteerId, actualMinutes, proposedMinutes, cappedCount],
      ]),
    ).toEqual(people.map((id, n) => [id, 50 * (n + 1), Math.min(120, 60 * (n + 1)), Math.max(0, n - 1)]));
    expect([second.totals, third.nextCursor]).toEqual([undefined, undefined]);
    const losers = await run({ ...about, policy, effect: 'lose' });
    expect(losers.items.map(({ volunteerId }) => volunteerId)).toEqual(people.slice(2));
    expect(await rows()).toEqual(before);
  });

  it('knows balances as they were: what was spent meanwhile makes room under a cap', async () => {
    const { cityCode, record } = await cityUnder();
    const ann = newId();
    await hear([record(ann, '2026-03-01T01:00:00Z', 100)]);
    const other = newId();
    await house.ask(ledger.openAccount, { id: other, cityCode, kind: 'group', ownerId: newId() }, system);
    const debitAccountId = deterministicId('account', cityCode, ann);
    await house.ask(
      ledger.post,
      {
        ...{ id: newId(), cityCode, debitAccountId, creditAccountId: other, minutes: 70 },
        ...{ code: 'gift', reference: 'test:1' },
      },
      system,
    );
    clock.advanceMinutes(24 * 60);
    await hear([record(ann, clock.now().toISOString(), 80)]);
    const policy = { balanceCap: 90, overflow: 'donate' } as const;
    const { totals } = await run({ cityCode, from: '2026-03-01', to: '2026-03-03', policy });
    // 90 of 100, 70 spent, 70 of 80.
    expect(totals?.proposed).toEqual({ creditedMinutes: 90 + 70, donatedMinutes: 10 + 10, honourMinutes: 0 });
  });

  it('comes to what was really posted under the policy that was in force', async () => {
    const policy = { dailyCap: 90, balanceCap: 200, overflow: 'donate' } as const;
    const { cityCode, record } = await cityUnder({ from: '2026-03-04', policy });
    clock.advanceMinutes(3 * 24 * 60);
    const people = Array.from({ length: 20 }, newId);
    const told = people.flatMap((id, n) =>
      [0, 1, 2, 3].map((i) =>
        record(id, `2026-03-0${4 + (i >> 1)}T0${1 + i}:00:00Z`, 30 + ((n * 13 + i * 29) % 60)),
      ),
    );
    await hear(told);
    const { totals } = await run({ cityCode, from: '2026-03-04', to: '2026-03-05', policy });
    expect(totals).toMatchObject({ recordCount: 80, gainerCount: 0, loserCount: 0 });
    expect(totals?.proposed).toEqual(totals?.actual);
  });

  it('refuses a period or a policy that cannot be', async () => {
    const { cityCode } = await cityUnder();
    const ask = async (change: Partial<DryRunInput>) =>
      codeOf(
        await house.ask(
          policies.dryRun,
          { cityCode, from: '2026-03-01', to: '2026-03-02', policy: silentPolicy, ...change },
          system,
        ),
      );
    expect(await ask({ to: '2026-02-01' })).toBe('policy.periodInvalid');
    expect(await ask({ from: '2024-01-01' })).toBe('policy.periodInvalid');
    expect(await ask({ policy: { ...silentPolicy, earnMode: 'priced' } })).toBe('policy.undecided');
    expect(await ask({ cursor: 'x' })).toBe('cursor.invalid');
  });
});
