import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Actor,
  anonymous,
  departure,
  errandEvents,
  errands,
  DomainError,
  ledger,
  type MergeReason,
  merges,
  mergeEvents,
  type MergeView,
  reconciliation,
  type RegisterVolunteerInput,
  registerData,
  reporting,
  systemActor,
  type VolunteerView,
  volunteerFacts,
  volunteers,
} from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { type Call, deterministicId, ManualClock, newId, newTraceId, projectRoot } from '#platform';
import {
  allConsumed,
  person,
  refusal,
  seedErrands,
  serviceDefinition,
  startHouse,
  tell,
  type TestHouse,
} from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers twice, stations with Tianjin and a second city, tasks, ledger and reporting.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const [home, near] = ['120116014001', '120116014002'];
// Two cities of another province.
const [far, farther] = ['130102001001', '130202001001'];
const city = 1201;
let house: TestHouse;
let standIn: StandIn;
let folder: string;
let tasks: NatsConnection;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shunlu-merges-'));
  const table = join(folder, 'regions.csv');
  const tianjin = await readFile(join(projectRoot, 'libs/regions/data/tianjin.csv'), 'utf8');
  const second =
    '13,河北省\n1301,石家庄市\n130102,长安区\n130102001,示例街道\n130102001001,示例社区\n' +
    '1302,唐山市\n130202,路南区\n130202001,示例街道\n130202001001,示例社区\n';
  await writeFile(table, `${tianjin.trimEnd()}\n${second}`);
  standIn = await startStandIn(0);
  const others = await Promise.all(
    (['stations', 'tasks', 'ledger', 'reporting'] as const).map(serviceDefinition),
  );
  house = await startHouse([...others, volunteersService, volunteersService], {
    clock,
    env: { REGIONS_FILE: table, SMS_URL: standIn.url, WECHAT_URL: standIn.url },
  });
  tasks = await house.connectAs('tasks');
});
afterAll(async () => {
  await Promise.all([house.stop(), standIn.stop()]);
  await rm(folder, { recursive: true });
});

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const staff = (region = '120116', role: 'station' | 'committee' | 'administrator' = 'station') =>
  by({ id: newId(), role, region });
const self = (id: string): Call => by({ id, role: 'volunteer' });
const system = by(systemActor('tasks'));
const [one, another] = [staff(), staff('120116', 'administrator')];
const code = async (asking: Promise<unknown>) => (await refusal(asking)).code;

/** Somebody with a passport, of the same day of birth as everybody with a card unless told. */
const passport = (fields: Partial<RegisterVolunteerInput> = {}) =>
  person({
    ...{ documentType: 'passport', birthDay: '1980-01-01' },
    idNumber: `E${String(++passports).padStart(8, '0')}`,
    ...fields,
  });
let passports = 0;

async function verified(input: RegisterVolunteerInput, call = staff(input.communityCode.slice(0, 4))) {
  await house.call(volunteers.register, input, call);
  await house.call(volunteers.verify, { id: input.id, decision: 'verified' }, call);
  return input;
}

const propose = (keptId: string, mergedId: string, call = one, reason: MergeReason = 'wrongNumber') =>
  house.call(merges.propose, { id: newId(), keptId, mergedId, reason }, call);
const decide = (id: string, decision: 'approve' | 'refuse' = 'approve', call = another): Promise<MergeView> =>
  house.call(merges.decide, { id, decision }, call);
async function merge(
  keptId: string,
  mergedId: string,
  reason: MergeReason = 'wrongNumber',
): Promise<MergeView> {
  return decide((await propose(keptId, mergedId, one, reason)).id);
}
const view = (id: string): Promise<VolunteerView> => house.call(volunteers.get, { id }, self(id));

/** As `tasks` tells a record that was confirmed; answers what tells its next version. */
async function served(volunteerId: string, serviceMinutes: number, day = '2026-03-01') {
  const recordId = newId();
  const version = async (number: number, minutes: number) => {
    const at = `${day}T02:00:00.000Z`;
    const data = {
      ...{ recordId, version: number, errandId: newId(), volunteerId, communityCode: home },
      ...{ serviceMinutes: minutes, verification: 'deviceVerified', endedAt: at, confirmedAt: at },
    };
    const { subject } = errandEvents.recordConfirmed;
    await tell(tasks, [
      { id: newId(), subject, cityCode: city, occurredAt: at, traceId: newTraceId(), data },
    ]);
  };
  await version(1, serviceMinutes);
  return version;
}

/** Until everybody knows what everybody told. */
async function told(): Promise<void> {
  for (let times = 0; times < 2; times++) {
    for (const owner of ['volunteers', 'ledger'])
      await poll(
        async () =>
          (await house.sql(`select 1 from ${owner}.outbox where published_at is null limit 1`)).length ===
            0 || undefined,
        10_000,
        () => new Error('the outbox does not run dry'),
      );
    for (const service of ['tasks', 'ledger', 'reporting', 'volunteers'] as const)
      await allConsumed(house.nats, service);
  }
}

const counted = async (region: string) => {
  const { metrics } = await house.call(
    reporting.getTotals,
    { region },
    by({ id: newId(), role: 'official', region }),
  );
  const { volunteersRegistered, volunteersVerified, volunteersActive30 } = metrics;
  return [volunteersRegistered, volunteersVerified, volunteersActive30, metrics.homeDeviceVerifiedMinutes];
};
const balance = async (id: string, cityCode = city) => {
  const [row] = await house.sql<{ minutes: number }>(
    'select (credited_minutes - debited_minutes)::int as minutes from ledger.account where city_code = $1 and id = $2',
    [cityCode, deterministicId('account', cityCode, id)],
  );
  return row?.minutes;
};
const fits = async (region: string) => {
  const { differences } = await house.call(reconciliation.run, { region }, by(systemActor('gateway')));
  // Records of these tests are told by the tests; nobody owns them.
  return differences.filter(({ name }) => name.startsWith('volunteers'));
};

describe('two registrations of one person', () => {
  it('become one: minutes, credits and days of service once, whatever was told before or is told after', async () => {
    const before = await counted(home);
    const [kept, lost] = [await verified(person()), await verified(passport({ communityCode: near }))];
    await served(kept.id, 60, '2026-03-01');
    const correct = await served(lost.id, 90, '2026-03-01');
    await told();
    expect((await counted('1201')).slice(2)).toEqual([2, 150]);
    expect([await balance(kept.id), await balance(lost.id)]).toEqual([60, 90]);
    const approved = await merge(kept.id, lost.id);
    expect(approved).toMatchObject({
      state: 'approved',
      proposedBy: one.actor.id,
      decidedBy: another.actor.id,
    });
    await told();
    expect(await view(kept.id)).toMatchObject({ lifetimeMinutes: 150, verification: 'verified' });
    expect([await balance(kept.id), await balance(lost.id)]).toEqual([150, 0]);
    const [registered = 0, counting = 0] = before;
    expect(await counted(home)).toEqual([registered + 1, counting + 1, 1, 150]);
    expect(await counted(near)).toEqual([0, 0, 0, 0]);
    // What is corrected later, and what was on its way, is the kept one's.
    await correct(2, 30);
    await served(lost.id, 15, '2026-02-20');
    await told();
    expect(await view(kept.id)).toMatchObject({ lifetimeMinutes: 105 });
    expect([await balance(kept.id), await balance(lost.id)]).toEqual([105, 0]);
    expect(await counted(home)).toEqual([registered + 1, counting + 1, 1, 105]);
    const audit = await house.call(ledger.audit, { region: '1201' }, by(systemActor('gateway')));
    expect([audit.faults, audit.consistent]).toEqual([[], true]);
    expect(await fits('120116014')).toEqual([]);
  });

  it('leave nobody behind who can be found, verified, claimed by or signed in as', async () => {
    const [kept, lost] = [await verified(person()), await verified(passport())];
    const { volunteerNumber } = await view(lost.id);
    await merge(kept.id, lost.id);
    await told();
    expect(await code(view(lost.id))).toBe('resource.notFound');
    expect(await code(house.call(volunteers.get, { id: lost.id }, one))).toBe('resource.notFound');
    const listed = await house.call(volunteers.list, { region: home, limit: 100 }, one);
    const ids = listed.items.map(({ id }) => id);
    expect([ids.includes(kept.id), ids.includes(lost.id)]).toEqual([true, false]);
    expect(await code(house.call(volunteers.verify, { id: lost.id, decision: 'verified' }, one))).toBe(
      'resource.notFound',
    );
    expect(await house.call(volunteerFacts.withNumber, { volunteerNumber }, system)).toEqual({ id: kept.id });
    const from = new Date(clock.now().getTime() + 3_600_000);
    const { errandIds } = await seedErrands(house.database.adminUrl, { errands: 1, volunteers: 0, from });
    const claim = { id: newId(), errandId: errandIds[0] ?? '' };
    expect(await house.ask(errands.claim, claim, { id: lost.id, role: 'volunteer' })).toMatchObject({
      code: 'volunteer.notVerified',
    });
    expect(await house.ask(errands.claim, claim, { id: kept.id, role: 'volunteer' })).not.toBeInstanceOf(
      DomainError,
    );
    const [row] = await house.sql('select v::text as kept from volunteers.volunteer v where id = $1', [
      lost.id,
    ]);
    expect(String(row?.['kept'])).not.toContain(lost.idNumber);
    expect(
      await house.sql(
        'select name_sealed, phone_sealed, identity_digest, merged_into, verification from volunteers.volunteer where id = $1',
        [lost.id],
      ),
    ).toEqual([
      {
        ...{ name_sealed: null, phone_sealed: null, identity_digest: null },
        ...{ merged_into: kept.id, verification: 'unverified' },
      },
    ]);
  });

  it('keep both documents taken where both are the person’s, until the person leaves', async () => {
    const [kept, lost] = [await verified(person()), await verified(passport())];
    await merge(kept.id, lost.id, 'otherDocument');
    const again = () => ({ ...passport(), idNumber: lost.idNumber });
    expect(await code(house.call(volunteers.register, again(), one))).toBe('volunteer.exists');
    await house.call(departure.leave, { confirm: 'leave' }, self(kept.id));
    expect(await house.call(volunteers.register, again(), one)).toMatchObject({ verification: 'pending' });
  });

  it('free a number that was mistyped for whoever bears it', async () => {
    const [kept, lost] = [await verified(person()), await verified(passport())];
    await merge(kept.id, lost.id, 'wrongNumber');
    const bearer = { ...passport(), idNumber: lost.idNumber };
    expect(await house.call(volunteers.register, bearer, one)).toMatchObject({ id: bearer.id });
    expect(await code(house.call(volunteers.register, { ...person(), idNumber: kept.idNumber }, one))).toBe(
      'volunteer.exists',
    );
  });

  it('sign in as one: sessions of the ended one are closed, its phone leads to the kept one once it was proven', async () => {
    const [kept, lost] = [await verified(person()), await verified(passport())];
    const signIn = async () => {
      await house.call(volunteers.requestPhoneCode, { phone: lost.phone }, by(anonymous));
      const given = { phone: lost.phone, code: standIn.lastCode(lost.phone) ?? '' };
      return house.call(volunteers.signInByPhone, given, by(anonymous));
    };
    const session = await signIn();
    expect(session.actorId).toBe(lost.id);
    await merge(kept.id, lost.id);
    const { refreshToken } = session;
    expect(await code(house.call(volunteers.refreshSession, { refreshToken }, by(anonymous)))).toBe(
      'auth.failed',
    );
    clock.advanceMinutes(2);
    expect((await signIn()).actorId).toBe(kept.id);
  });

  it('may live in two cities: minutes go over, each account is emptied in its own city, and totals follow', async () => {
    const root = () => staff('13', 'administrator');
    const kept = await verified(person({ communityCode: far }));
    const lost = await verified(passport({ communityCode: farther }));
    await served(kept.id, 30);
    await served(lost.id, 45);
    await told();
    expect(await code(propose(kept.id, lost.id, staff('1301', 'administrator')))).toBe('resource.notFound');
    const { id } = await propose(kept.id, lost.id, root());
    expect(await decide(id, 'approve', root())).toMatchObject({ state: 'approved' });
    await told();
    expect(await view(kept.id)).toMatchObject({ lifetimeMinutes: 75, communityCode: far });
    // Both served in Tianjin, whose time bank keeps what was earned there.
    expect([await balance(kept.id), await balance(lost.id)]).toEqual([75, 0]);
    expect([await counted('1301'), await counted('1302')]).toEqual([
      [1, 1, 1, 75],
      [0, 0, 0, 0],
    ]);
    expect([await fits('1301'), await fits('1302')]).toEqual([[], []]);
  });

  it('follow through several merges: A into B, B into C', async () => {
    const [a, b, c] = [await verified(passport()), await verified(passport()), await verified(person())];
    const correct = await served(a.id, 40);
    await served(b.id, 20);
    await told();
    await merge(b.id, a.id);
    await merge(c.id, b.id);
    await told();
    await correct(2, 10);
    await told();
    expect(await view(c.id)).toMatchObject({ lifetimeMinutes: 30 });
    expect([await balance(a.id), await balance(b.id), await balance(c.id)]).toEqual([0, 0, 30]);
    const into = await house.sql('select merged_into from volunteers.volunteer where id = any($1)', [
      [a.id, b.id],
    ]);
    expect(into).toEqual([{ merged_into: c.id }, { merged_into: c.id }]);
    const own = await house.call(registerData.read, {}, self(c.id));
    const sections = own.items.map(({ section }) => section);
    expect(sections.filter((section) => section === 'volunteer')).toHaveLength(3);
    expect(sections.filter((section) => section === 'creditedRecord')).toHaveLength(2);
    expect(sections.filter((section) => section === 'volunteerMerge')).toHaveLength(1);
  });
});

describe('a proposal', () => {
  it('takes a second person, is remembered as one however often it is sent, and is decided once', async () => {
    const [kept, lost] = [await verified(person()), await verified(passport())];
    const input = { id: newId(), keptId: kept.id, mergedId: lost.id, reason: 'wrongNumber' as const };
    const sent = await Promise.all([1, 2, 3].map(() => house.call(merges.propose, input, one)));
    expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(await code(house.call(merges.propose, { ...input, reason: 'otherDocument' }, one))).toBe(
      'idempotency.conflict',
    );
    expect(await code(decide(input.id, 'approve', one))).toBe('approval.ownRequest');
    const waiting = await house.call(merges.list, { region: home, state: 'requested' }, another);
    expect(waiting.items.map(({ id }) => id)).toContain(input.id);
    const answers = await Promise.all([1, 2, 3].map(() => decide(input.id)));
    expect(new Set(answers.map(({ decidedAt }) => decidedAt)).size).toBe(1);
    expect(await code(decide(input.id, 'refuse'))).toBe('approval.decided');
    for (const change of [
      'update volunteers.volunteer_merge set decided_by = proposed_by',
      'delete from volunteers.volunteer_merge',
    ])
      await expect(house.sql(`${change} where id = $1`, [input.id])).rejects.toThrow(
        /never changed or deleted/,
      );
    const events = await house.sql(
      `select 1 from volunteers.outbox_event where subject = $1 and data->>'mergedId' = $2`,
      [mergeEvents.merged.subject, lost.id],
    );
    expect(events).toHaveLength(1);
  });

  it('changes nothing where it is refused, expired, or the register says no', async () => {
    const [kept, lost] = [await verified(person()), await verified(passport({ birthDay: '1990-05-06' }))];
    const state = () =>
      house.sql(
        'select id, version, verification, left_at, lifetime_minutes from volunteers.volunteer order by id',
      );
    const before = await state();
    expect(await code(propose(kept.id, kept.id))).toBe('merge.sameRegistration');
    expect(await code(propose(kept.id, newId()))).toBe('resource.notFound');
    expect(await code(propose(kept.id, lost.id, staff('120115')))).toBe('resource.notFound');
    expect(await code(propose(kept.id, lost.id, staff(near, 'committee')))).toBe('resource.notFound');
    expect(await code(propose(kept.id, lost.id, self(kept.id)))).toBe('access.denied');
    expect(await code(propose(kept.id, lost.id, one, 'otherDocument'))).toBe('merge.unlike');
    const waiting = await propose(kept.id, lost.id);
    expect(await code(propose(lost.id, kept.id))).toBe('merge.alreadyProposed');
    expect(await code(decide(waiting.id, 'approve', staff('120115')))).toBe('resource.notFound');
    expect(await decide(waiting.id, 'refuse', one)).toMatchObject({ state: 'refused' });
    const late = await propose(kept.id, lost.id);
    clock.advanceMinutes(73 * 60);
    expect(await code(decide(late.id))).toBe('approval.expired');
    const listed = await house.call(merges.list, { region: home, state: 'expired' }, one);
    expect(listed.items.map(({ id }) => id)).toContain(late.id);
    expect(await state()).toEqual(before);
  });

  it('waits for a kept registration that is verified, and for errands in hand', async () => {
    const pending = person();
    await house.call(volunteers.register, pending, one);
    const lost = await verified(passport());
    expect(await code(propose(pending.id, lost.id))).toBe('merge.keptUnverified');
    await house.call(volunteers.verify, { id: pending.id, decision: 'verified' }, one);
    await told();
    const { id } = await propose(pending.id, lost.id);
    const from = new Date(clock.now().getTime() + 3_600_000);
    const { errandIds } = await seedErrands(house.database.adminUrl, { errands: 1, volunteers: 0, from });
    const claim = { id: newId(), errandId: errandIds[0] ?? '' };
    const holder: Actor = { id: lost.id, role: 'volunteer' };
    expect(await house.ask(errands.claim, claim, holder)).not.toBeInstanceOf(DomainError);
    expect(await code(decide(id))).toBe('merge.errandsHeld');
    const released = await house.ask(errands.release, { errandId: claim.errandId, reason: '有事' }, holder);
    expect(released).not.toBeInstanceOf(DomainError);
    expect(await decide(id)).toMatchObject({ state: 'approved' });
  });
});
