import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  type ErrandView,
  errands,
  type NeedView,
  needs,
  type ResidentView,
  type RevealPage,
  reveals,
  type ServiceRecordView,
  stations,
  systemActor,
  volunteerEvents,
} from '#contracts';
import { ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';

// Real: PostgreSQL, NATS, the services tasks and stations with TEDA's divisions. Told by event: volunteers.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const committee: Actor = { id: newId(), role: 'committee', region: community };
const neighbour: Actor = { id: newId(), role: 'committee', region: '120116014002' };
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const elsewhere: Actor = { id: newId(), role: 'station', region: '120101001' };
const volunteer: Actor = { id: newId(), role: 'volunteer' };
const rival: Actor = { id: newId(), role: 'volunteer' };
let house: TestHouse;
let resident: ResidentView;

beforeAll(async () => {
  house = await startHouse([await serviceDefinition('stations'), await serviceDefinition('tasks')], {
    clock,
  });
  await house.ask(
    stations.createOrganisation,
    { id: newId(), kind: 'socialWorkStation', name: 'TEDA', region: '120116014' },
    systemActor('gateway'),
  );
  await tell(await house.connectAs('volunteers'), [volunteer, rival].map(verified));
  await allConsumed(house.nats, 'tasks');
  resident = (await house.ask(needs.registerResident, person(), committee)) as ResidentView;
});

afterAll(() => house.stop());

const verified = ({ id }: Actor, i: number) => ({
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
    displayName: `骑*${i}`,
    decidedAt: clock.now().toISOString(),
  },
});

const person = () => ({
  id: newId(),
  name: '示例奶奶',
  phone: '022-00000001',
  communityCode: community,
  door: `${newId().slice(-4)} 号`,
  point: { longitude: 117.71, latitude: 39.03 },
});

const needOf = (changes: object = {}) => ({
  id: newId(),
  residentId: resident.id,
  type: 'medicine' as const,
  summary: 'blood pressure pills from the pharmacy',
  channel: 'phone' as const,
  windowStart: clock.now().toISOString(),
  windowEnd: new Date(clock.now().getTime() + 2 * 3_600_000).toISOString(),
  expectedMinutes: 30,
  ...changes,
});

/** A need posted and accepted; its errand is open. */
async function openErrand(): Promise<NeedView & { errandId: string; serviceCode: string }> {
  // Errands of the tests before lie in other hours, so that nobody is double-booked by them.
  clock.advanceMinutes(180);
  const need = needOf();
  await house.ask(needs.post, need, committee);
  return (await house.ask(needs.accept, { id: need.id }, station)) as NeedView & {
    errandId: string;
    serviceCode: string;
  };
}

async function claimed() {
  const need = await openErrand();
  await house.ask(errands.claim, { id: newId(), errandId: need.errandId }, volunteer);
  return need;
}

async function served(code?: string): Promise<ServiceRecordView> {
  const need = await claimed();
  await house.ask(errands.checkIn, { errandId: need.errandId, code: code && need.serviceCode }, volunteer);
  clock.advanceMinutes(45);
  return (await house.ask(errands.checkOut, { errandId: need.errandId }, volunteer)) as ServiceRecordView;
}

const code = (answer: object) => (answer as DomainError).code;

describe('a need', () => {
  it('posted by a committee is with the station in the same commit, and both read one history', async () => {
    const input = needOf();
    const posted = (await house.ask(needs.post, input, committee)) as NeedView;
    expect(posted.history.map(({ state }) => state)).toEqual(['submitted', 'verified', 'forwarded']);
    const seen = (await house.ask(needs.get, { id: input.id }, station)) as NeedView;
    expect(seen.history).toEqual(posted.history);
    expect(seen.residentName).toBe('示**奶');
  });

  it('posted again is the same need; with other content its id is a conflict', async () => {
    const input = needOf();
    const first = await house.ask(needs.post, input, committee);
    expect(await house.ask(needs.post, input, committee)).toEqual(first);
    expect(code(await house.ask(needs.post, { ...input, expectedMinutes: 31 }, committee))).toBe(
      'idempotency.conflict',
    );
    const rows = await house.sql('select 1 from tasks.need_step where need_id = $1', [input.id]);
    expect(rows).toHaveLength(3);
  });

  it('is nobody else’s business', async () => {
    const input = needOf();
    await house.ask(needs.post, input, committee);
    expect(code(await house.ask(needs.get, { id: input.id }, neighbour))).toBe('resource.notFound');
    expect(code(await house.ask(needs.accept, { id: input.id }, elsewhere))).toBe('resource.notFound');
    expect(code(await house.ask(needs.post, needOf(), neighbour))).toBe('resource.notFound');
    expect(code(await house.ask(needs.get, { id: input.id }, volunteer))).toBe('resource.notFound');
    expect(code(await house.ask(needs.list, { region: '120116014001' }, neighbour))).toBe(
      'access.foreignRegion',
    );
  });

  it('with an impossible window is refused and leaves nothing behind', async () => {
    const past = needOf({ windowStart: '2026-03-01T00:00:00Z', windowEnd: '2026-03-01T01:00:00Z' });
    expect(code(await house.ask(needs.post, past, committee))).toBe('need.windowInvalid');
    expect(await house.sql('select 1 from tasks.need where id = $1', [past.id])).toEqual([]);
  });

  it('accepted twice opens one errand; rejected or cancelled it cannot be accepted', async () => {
    const need = await openErrand();
    expect(await house.ask(needs.accept, { id: need.id }, station)).toMatchObject({
      errandId: need.errandId,
    });
    const rejected = needOf();
    await house.ask(needs.post, rejected, committee);
    await house.ask(
      needs.reject,
      { id: rejected.id, code: 'doneAlready', reason: 'the family has done it' },
      station,
    );
    expect(await house.ask(needs.accept, { id: rejected.id }, station)).toMatchObject({
      code: 'need.stateConflict',
      data: { state: 'rejected' },
    });
    await house.ask(needs.cancel, { id: need.id, reason: 'not needed any more' }, committee);
    expect(await house.ask(errands.claim, { id: newId(), errandId: need.errandId }, volunteer)).toMatchObject(
      { code: 'errand.notOpen' },
    );
    expect(code(await house.ask(needs.accept, { id: need.id }, station))).toBe('need.stateConflict');
    expect(await house.sql('select 1 from tasks.errand where need_id = $1', [need.id])).toHaveLength(1);
  });

  it('of a resident who posts alone waits for the committee', async () => {
    const own: Actor = { id: newId(), role: 'resident' };
    expect(
      code(
        await house.ask(
          needs.registerResident,
          { ...person(), id: own.id, communityCode: '120116014999' },
          own,
        ),
      ),
    ).toBe('region.unknown');
    await house.ask(needs.registerResident, { ...person(), id: own.id }, own);
    const input = needOf({ residentId: own.id, channel: 'app' });
    expect(await house.ask(needs.post, input, own)).toMatchObject({ state: 'submitted' });
    expect(code(await house.ask(needs.accept, { id: input.id }, station))).toBe('need.stateConflict');
    expect(await house.ask(needs.verify, { id: input.id }, committee)).toMatchObject({ state: 'forwarded' });
    expect(code(await house.ask(needs.post, needOf({ residentId: resident.id }), own))).toBe(
      'resource.notFound',
    );
  });
});

describe('serving', () => {
  it('shows the door to the claimant only, until it is over, and writes each look down', async () => {
    const need = await claimed();
    const { errandId } = need;
    expect(await house.ask(errands.revealContact, { errandId }, volunteer)).toMatchObject({
      name: '示例奶奶',
      phone: '022-00000001',
    });
    expect(code(await house.ask(errands.revealContact, { errandId }, rival))).toBe('errand.notYours');
    expect(code(await house.ask(errands.revealContact, { errandId }, station))).toBe('access.denied');
    await house.ask(errands.checkIn, { errandId }, volunteer);
    await house.ask(errands.checkOut, { errandId }, volunteer);
    expect(code(await house.ask(errands.revealContact, { errandId }, volunteer))).toBe(
      'errand.stateConflict',
    );
    const look = {
      viewerRole: 'volunteer',
      viewerId: volunteer.id,
      viewerName: '骑*0',
      fields: ['name', 'phone', 'door'],
      errandId,
    };
    const own: Actor = { id: resident.id, role: 'resident' };
    const looks = (asker: Actor, input = {}) => house.ask(reveals.list, input, asker);
    const { items } = (await looks(own)) as RevealPage;
    expect(items.filter((item) => item.errandId === errandId)).toMatchObject([look]);
    // Staff of the region for who has no phone; nobody else about others.
    const personId = resident.id;
    expect((await looks(committee, { personId })) as RevealPage).toEqual({ items });
    for (const stranger of [neighbour, elsewhere, volunteer, { ...own, id: newId() }])
      expect(code(await looks(stranger, { personId }))).toBe('resource.notFound');
    expect(await looks(volunteer)).toEqual({ items: [] });
  });

  it('cannot unwrite a look, not even as the owner of the table', async () => {
    const { errandId } = await claimed();
    await house.ask(errands.revealContact, { errandId }, volunteer);
    const { url, ownerUrl } = house.database;
    for (const change of [
      "update tasks.reveal set fields = '{door}'",
      'delete from tasks.reveal',
      'truncate tasks.reveal',
    ]) {
      await expect(house.sql(change, [], url('tasks'))).rejects.toThrow('permission denied');
      await expect(house.sql(change, [], ownerUrl('tasks'))).rejects.toThrow('never changed or deleted');
    }
    await house.ask(errands.revealContact, { errandId }, volunteer);
    const own: Actor = { id: resident.id, role: 'resident' };
    const first = (await house.ask(reveals.list, { limit: 1 }, own)) as RevealPage;
    const next = (await house.ask(reveals.list, { limit: 1, cursor: first.nextCursor }, own)) as RevealPage;
    expect([first, next].map(({ items }) => items.map((item) => item.errandId))).toEqual([
      [errandId],
      [errandId],
    ]);
    expect(first.items[0]?.id).not.toBe(next.items[0]?.id);
  });

  it('locks the code after five wrong ones, even for the right one', async () => {
    const { errandId, serviceCode } = await claimed();
    const wrong = serviceCode === '0000' ? '0001' : '0000';
    for (let left = 4; left >= 0; left--) {
      expect(await house.ask(errands.checkIn, { errandId, code: wrong }, volunteer)).toMatchObject({
        code: 'errand.codeWrong',
        data: { attemptsLeft: left },
      });
    }
    expect(code(await house.ask(errands.checkIn, { errandId, code: serviceCode }, volunteer))).toBe(
      'errand.codeLocked',
    );
  });

  it('goes in order, and each step twice is the same step', async () => {
    const { errandId } = await claimed();
    expect(code(await house.ask(errands.checkOut, { errandId }, volunteer))).toBe('errand.stateConflict');
    expect(code(await house.ask(errands.checkIn, { errandId }, rival))).toBe('errand.notYours');
    const first = (await house.ask(errands.checkIn, { errandId }, volunteer)) as ErrandView;
    expect(await house.ask(errands.checkIn, { errandId }, volunteer)).toEqual(first);
    expect(code(await house.ask(errands.release, { errandId, reason: 'too late' }, volunteer))).toBe(
      'errand.stateConflict',
    );
    const out = await house.ask(errands.checkOut, { errandId }, volunteer);
    expect(await house.ask(errands.checkOut, { errandId }, volunteer)).toEqual(out);
  });

  it('released by notice is open again at once, and the next may have it', async () => {
    const { errandId } = await claimed();
    const released = await house.ask(errands.release, { errandId, reason: 'flat tyre' }, volunteer);
    expect(await house.ask(errands.release, { errandId, reason: 'flat tyre' }, volunteer)).toEqual(released);
    expect(await house.ask(errands.claim, { id: newId(), errandId }, rival)).toMatchObject({
      state: 'claimed',
    });
    expect(code(await house.ask(errands.checkIn, { errandId }, volunteer))).toBe('errand.notYours');
  });
});

describe('confirming', () => {
  it('takes one other person where the resident’s code proved the minutes', async () => {
    const record = await served('with the code');
    expect(record).toMatchObject({
      verification: 'deviceVerified',
      serviceMinutes: 45,
      confirmationsNeeded: 1,
      state: 'submitted',
    });
    expect(code(await house.ask(errands.confirmRecord, { id: record.id, method: 'app' }, volunteer))).toBe(
      'record.selfConfirmation',
    );
    expect(
      code(await house.ask(errands.confirmRecord, { id: record.id, method: 'callBack' }, neighbour)),
    ).toBe('resource.notFound');
    const confirmed = await house.ask(
      errands.confirmRecord,
      { id: record.id, method: 'callBack' },
      committee,
    );
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmationsGiven: 1 });
    expect(await house.ask(errands.confirmRecord, { id: record.id, method: 'callBack' }, committee)).toEqual(
      confirmed,
    );
    expect(code(await house.ask(errands.confirmRecord, { id: record.id, method: 'review' }, station))).toBe(
      'record.stateConflict',
    );
    const events = await house.sql(
      `select data from tasks.outbox_event where subject = 'shunlu.evt.v1.serviceRecord.confirmed' and data ->> 'recordId' = $1`,
      [record.id],
    );
    expect(events).toHaveLength(1);
  });

  it('takes two people of different roles where people attest them', async () => {
    const record = await served();
    const colleague: Actor = { ...committee, id: newId() };
    const confirm = (actor: Actor) =>
      house.ask(errands.confirmRecord, { id: record.id, method: 'review' }, actor);
    expect(await confirm(committee)).toMatchObject({ state: 'submitted', confirmationsGiven: 1 });
    expect(await confirm(committee)).toMatchObject({ state: 'submitted', confirmationsGiven: 1 });
    expect(code(await confirm(colleague))).toBe('record.sameApprover');
    expect(await confirm(station)).toMatchObject({ state: 'confirmed', confirmationsGiven: 2 });
  });

  it('never by a member of staff who served it', async () => {
    const record = await served('with the code');
    const self: Actor = { ...station, id: volunteer.id };
    expect(code(await house.ask(errands.confirmRecord, { id: record.id, method: 'review' }, self))).toBe(
      'record.selfConfirmation',
    );
  });

  it('lets an approver lower the minutes and nobody raise them', async () => {
    const record = await served('with the code');
    const confirm = (serviceMinutes: number) =>
      house.ask(errands.confirmRecord, { id: record.id, method: 'callBack', serviceMinutes }, committee);
    expect(await confirm(46)).toMatchObject({ code: 'record.minutesInvalid', data: { maxMinutes: 45 } });
    expect(await confirm(40)).toMatchObject({ state: 'confirmed', serviceMinutes: 40 });
  });

  it('by two at the same moment counts once', async () => {
    const record = await served('with the code');
    const answers = await Promise.all(
      [committee, station].map((actor) =>
        house.ask(errands.confirmRecord, { id: record.id, method: 'callBack' }, actor),
      ),
    );
    expect(answers.map((answer) => code(answer) ?? 'ok').sort()).toEqual(['ok', 'record.stateConflict']);
  });
});
