import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  errands,
  type NeedView,
  needs,
  type ReferralPage,
  referrals,
  type ReferralView,
  type ResidentView,
  stations,
  type StopList,
  stops,
  systemActor,
  type Timeline,
  volunteerEvents,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import { ReferralsService } from './referrals.service.js';

// Real: PostgreSQL, NATS, the services tasks (two of it) and stations with TEDA's divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const committee: Actor = { id: newId(), role: 'committee', region: community };
const neighbour: Actor = { id: newId(), role: 'committee', region: '120116014002' };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const bureau: Actor = { id: newId(), role: 'official', region: '1201', organisationId: newId() };
const courier: Actor = { id: newId(), role: 'volunteer' };
const rival: Actor = { id: newId(), role: 'volunteer' };
let house: TestHouse;
let resident: ResidentView;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')], {
    clock,
    replicas: 2,
  });
  await house.ask(
    stations.createOrganisation,
    { id: bureau.organisationId!, kind: 'civilAffairsBureau', name: '民政局', region: '1201' },
    systemActor('gateway'),
  );
  await tell(
    await house.connectAs('volunteers'),
    [courier, rival].map(({ id }) => ({
      id: newId(),
      subject: volunteerEvents.verified.subject,
      cityCode: 1201,
      occurredAt: clock.now().toISOString(),
      traceId: newTraceId(),
      data: {
        volunteerId: id,
        version: 1,
        communityCode: community,
        verification: 'verified',
        displayName: '骑*',
        decidedAt: clock.now().toISOString(),
      },
    })),
  );
  await allConsumed(house.nats, 'tasks');
  resident = (await house.ask(needs.registerResident, person(), committee)) as ResidentView;
});
afterAll(() => house.stop());

const person = (id = newId()) => ({
  id,
  name: '示例奶奶',
  phone: '022-00000001',
  communityCode: community,
  door: `${id.slice(-4)} 号`,
  point: { longitude: 117.71, latitude: 39.03 },
});
const code = (answer: object) => (answer as DomainError).code;
const service = <T>(type: new (...args: never[]) => T, replica = 0): T =>
  house.services.filter(({ name }) => name === 'tasks')[replica]!.app.get(type as never);

async function posted(changes: object = {}): Promise<string> {
  // Needs of the tests before lie in other hours, so that nobody is double-booked by them.
  clock.advanceMinutes(180);
  const need = {
    id: newId(),
    residentId: resident.id,
    type: 'paperwork' as const,
    summary: 'disability card',
    channel: 'phone' as const,
    windowStart: clock.now().toISOString(),
    windowEnd: new Date(clock.now().getTime() + 7_200_000).toISOString(),
    expectedMinutes: 60,
    ...changes,
  };
  const answer = await house.ask(needs.post, need, committee);
  if (code(answer)) throw answer as unknown as Error;
  return need.id;
}

async function claimed(changes: object = {}): Promise<{ needId: string; errandId: string }> {
  const needId = await posted(changes);
  const { errandId } = (await house.ask(needs.accept, { id: needId }, station)) as NeedView;
  await house.ask(errands.claim, { id: newId(), errandId: errandId! }, courier);
  return { needId, errandId: errandId! };
}

describe('a referral', () => {
  const refer = async (changes: object = {}) => {
    const needId = await posted();
    const input = {
      id: newId(),
      needId,
      body: 'civilAffairsBureau' as const,
      bodyName: '区民政局',
      reason: '需要专业机构办理',
      consent: 'spoken' as const,
      ...changes,
    };
    return { input, made: (await house.ask(referrals.create, input, station)) as ReferralView };
  };
  const move = (id: string, step: ReferralStep, actor = station, note?: string) =>
    house.ask(referrals.move, { id, step, note }, actor);
  type ReferralStep = 'send' | 'receive' | 'accept' | 'decline' | 'resolve' | 'close';

  it('to a body outside is recorded by the sender; resolved, its need is fulfilled', async () => {
    const { input, made } = await refer();
    expect(made).toMatchObject({ state: 'created', isOverdue: false });
    expect(await house.ask(referrals.create, input, station)).toEqual(made);
    expect(code(await house.ask(referrals.create, { ...input, bodyName: '别处' }, station))).toBe(
      'idempotency.conflict',
    );
    expect(code(await house.ask(referrals.create, { ...input, id: newId() }, station))).toBe(
      'need.stateConflict',
    );
    expect(await house.ask(needs.get, { id: input.needId }, committee)).toMatchObject({ state: 'referred' });
    expect(code(await move(input.id, 'accept'))).toBe('referral.stateConflict');
    expect(code(await move(input.id, 'send', neighbour))).toBe('resource.notFound');
    for (const step of ['send', 'receive', 'accept'] as const) await move(input.id, step);
    expect(code(await move(input.id, 'resolve'))).toBe('request.invalid');
    const resolved = await move(input.id, 'resolve', station, '已办妥');
    expect(await move(input.id, 'resolve', station, '已办妥')).toEqual(resolved);
    expect(await house.ask(needs.get, { id: input.needId }, committee)).toMatchObject({ state: 'fulfilled' });
    const closed = (await move(input.id, 'close')) as ReferralView;
    expect([closed.state, closed.dueAt]).toEqual(['closed', undefined]);
  });

  it('has a contact, sealed and masked, who may change until it is closed; each look in full is written down', async () => {
    const contact = { name: '王示例', phone: '022-12345678' };
    const { input, made } = await refer({ contact });
    expect(made.contact).toEqual({ name: '王*例', phone: expect.stringContaining('*') });
    expect(await house.ask(referrals.create, { ...input, contact }, station)).toEqual(made);
    const other = { ...input, contact: { ...contact, phone: '022-87654321' } };
    expect(code(await house.ask(referrals.create, other, station))).toBe('idempotency.conflict');
    const { id } = input;
    expect(await house.ask(referrals.revealContact, { id }, committee)).toEqual(contact);
    expect(code(await house.ask(referrals.revealContact, { id }, neighbour))).toBe('resource.notFound');
    const next = { name: '李示例', phone: '13900000000' };
    await house.ask(referrals.setContact, { id, contact: next }, station);
    expect(await house.ask(referrals.revealContact, { id }, station)).toEqual(next);
    const looks = await house.sql(
      'select viewer_role, fields from tasks.reveal where subject_id = $1 order by id',
      [id],
    );
    expect(looks).toEqual(
      ['committee', 'station'].map((role) => ({ viewer_role: role, fields: ['name', 'phone'] })),
    );
    const kept = await house.sql('select r::text as row from tasks.referral r where id = $1', [id]);
    expect(JSON.stringify(kept)).not.toMatch(/示例|13900000000/);
    await expect(
      house.sql('update tasks.referral set contact_phone_sealed = null where id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'referral_contact_whole' });
    for (const step of ['send', 'receive'] as const) await move(id, step);
    await move(id, 'decline', station, '不在职责内');
    await move(id, 'close');
    expect(code(await house.ask(referrals.setContact, { id, contact }, station))).toBe(
      'referral.stateConflict',
    );
  });

  it('to a body that works here is answered by its own staff, and by nobody else', async () => {
    const { input } = await refer({ organisationId: bureau.organisationId });
    await move(input.id, 'send');
    expect(code(await move(input.id, 'receive'))).toBe('referral.notYourStep');
    await move(input.id, 'receive', bureau);
    expect(code(await move(input.id, 'close', bureau))).toBe('referral.notYourStep');
    expect(
      ((await house.ask(referrals.list, { toUs: true }, bureau)) as ReferralPage).items.map(({ id }) => id),
    ).toEqual([input.id]);
    // Declined it is the station's again, which may take it on or refer it elsewhere.
    await move(input.id, 'decline', bureau, '不在职责内');
    expect(await house.ask(needs.get, { id: input.needId }, committee)).toMatchObject({ state: 'forwarded' });
    const second = { ...input, id: newId(), organisationId: undefined, bodyName: '区残联' };
    expect(await house.ask(referrals.create, second, station)).toMatchObject({ state: 'created' });
    expect(
      code(await house.ask(referrals.create, { ...second, id: newId(), organisationId: newId() }, station)),
    ).toBe('resource.notFound');
  });

  it('that waits too long is told of once, and listed until it moves', async () => {
    const { input } = await refer();
    const late = async () =>
      (
        (await house.ask(referrals.list, { overdue: true, limit: 100 }, station)) as ReferralPage
      ).items.filter(({ id }) => id === input.id);
    const told = () =>
      house.sql(
        `select 1 from tasks.outbox_event where subject = 'shunlu.evt.v1.referral.overdue' and data ->> 'referralId' = $1`,
        [input.id],
      );
    clock.advanceMinutes(24 * 60 - 1);
    await service(ReferralsService).tellOverdue();
    expect([await late(), await told()]).toEqual([[], []]);
    clock.advanceMinutes(2);
    await Promise.all([0, 1].map((replica) => service(ReferralsService, replica).tellOverdue()));
    expect(await told()).toHaveLength(1);
    expect(await late()).toMatchObject([{ isOverdue: true }]);
    await move(input.id, 'send');
    expect(await late()).toEqual([]);
  });

  it('ends with its need', async () => {
    const { input } = await refer();
    await move(input.id, 'send');
    await house.ask(needs.cancel, { id: input.needId, reason: 'moved away' }, committee);
    expect(await house.ask(referrals.get, { id: input.id }, station)).toMatchObject({ state: 'closed' });
  });
});

describe('the timeline of a need', () => {
  it('tells committee, station and resident the same, by role and without anybody’s id', async () => {
    const { needId, errandId } = await claimed();
    await house.ask(errands.release, { errandId, reason: 'flat tyre' }, courier);
    await house.ask(errands.claim, { id: newId(), errandId }, rival);
    await house.ask(errands.checkIn, { errandId }, rival);
    clock.advanceMinutes(30);
    await house.ask(errands.checkOut, { errandId }, rival);
    const seen = (await house.ask(referrals.timeline, { id: needId }, committee)) as Timeline;
    expect(await house.ask(referrals.timeline, { id: needId }, station)).toEqual(seen);
    expect(seen.items.map(({ of, what, byRole }) => `${of} ${what} ${byRole}`)).toEqual(
      expect.arrayContaining([
        'need submitted committee',
        'need forwarded committee',
        'need posted station',
        'errand claimed volunteer',
        'errand released volunteer',
        'errand finished volunteer',
      ]),
    );
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${courier.id}|${rival.id}|${committee.id}|示例`));
    expect(code(await house.ask(referrals.timeline, { id: needId }, neighbour))).toBe('resource.notFound');
  });
});

describe('an errand with stops', () => {
  const way = [
    { point: { longitude: 117.72, latitude: 39.04 }, task: 'prescription at the clinic' },
    {
      point: { longitude: 117.73, latitude: 39.05 },
      door: '3 号楼 2 门 501',
      task: 'keys from the daughter',
    },
  ];

  it('shows where they are to the claimant only, writes each look down, and keeps doors sealed', async () => {
    const { needId, errandId } = await claimed({ stops: way });
    expect(await house.ask(errands.get, { id: errandId }, rival)).toMatchObject({ stopCount: 2 });
    expect(await house.ask(stops.reveal, { errandId }, courier)).toMatchObject({
      items: [{ stop: 1 }, { stop: 2, door: '3 号楼 2 门 501' }],
    });
    expect(code(await house.ask(stops.reveal, { errandId }, rival))).toBe('errand.notYours');
    expect(code(await house.ask(stops.list, { errandId }, rival))).toBe('errand.notYours');
    const list = (await house.ask(stops.list, { errandId }, station)) as StopList;
    expect(list.items.map(({ task }) => task)).toEqual(way.map(({ task }) => task));
    expect(code(await house.ask(stops.list, { errandId }, neighbour))).toBe('resource.notFound');
    const looks = await house.sql(`select 1 from tasks.reveal where errand_id = $1 and fields = '{stops}'`, [
      errandId,
    ]);
    expect(looks).toHaveLength(1);
    const stored = await house.sql<{ text: string }>(
      'select s::text as text from tasks.need_stop s where need_id = $1',
      [needId],
    );
    expect(JSON.stringify(stored)).not.toContain('501');
  });

  it('is left when each is checked off, in any order, each once', async () => {
    const { needId, errandId } = await claimed({ stops: way });
    const check = (stop: number, outcome: 'done' | 'notPossible', note?: string) =>
      house.ask(stops.checkOff, { errandId, stop, outcome, note }, courier);
    expect(code(await check(1, 'done'))).toBe('errand.stateConflict');
    await house.ask(errands.checkIn, { errandId }, courier);
    expect(await house.ask(errands.checkOut, { errandId }, courier)).toMatchObject({
      code: 'errand.stopsOpen',
      data: { openCount: 2 },
    });
    const first = await check(2, 'done');
    expect(await check(2, 'done')).toEqual(first);
    expect(code(await check(2, 'notPossible', 'closed'))).toBe('stop.alreadyChecked');
    expect(code(await check(1, 'notPossible'))).toBe('request.invalid');
    expect(code(await check(3, 'done'))).toBe('resource.notFound');
    await check(1, 'notPossible', 'the clinic is closed');
    clock.advanceMinutes(20);
    expect(await house.ask(errands.checkOut, { errandId }, courier)).toMatchObject({ state: 'submitted' });
    expect(code(await house.ask(stops.reveal, { errandId }, courier))).toBe('errand.stateConflict');
    const { items } = (await house.ask(referrals.timeline, { id: needId }, station)) as Timeline;
    expect(items.filter(({ of }) => of === 'stop').map(({ what }) => what)).toEqual(['done', 'notPossible']);
  });

  it('is for one volunteer, and posted again with other stops is a conflict', async () => {
    const needId = newId();
    await posted({ id: needId, stops: way });
    const windowEnd = new Date(clock.now().getTime() + 7_200_000).toISOString();
    const again = {
      id: needId,
      residentId: resident.id,
      type: 'paperwork' as const,
      summary: 'disability card',
      channel: 'phone' as const,
      windowStart: clock.now().toISOString(),
      windowEnd,
      expectedMinutes: 60,
    };
    expect(await house.ask(needs.post, { ...again, stops: way }, committee)).toMatchObject({ stopCount: 2 });
    expect(code(await house.ask(needs.post, { ...again, stops: [...way].reverse() }, committee))).toBe(
      'idempotency.conflict',
    );
    expect(code(await house.ask(needs.post, again, committee))).toBe('idempotency.conflict');
    expect(
      code(await house.ask(needs.post, { ...again, id: newId(), slots: 2, stops: way }, committee)),
    ).toBe('request.invalid');
  });
});
