import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CertificateView,
  certificates,
  consents,
  departure,
  registerData,
  type RequestCertificateInput,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import {
  allConsumed,
  person,
  refusal,
  seedErrands,
  serviceDefinition,
  startHouse,
  type TestHouse,
} from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers, stations and tasks.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const stationId = newId();
const [handler, head, colleague, elsewhere] = [newId(), newId(), newId(), newId()];
let house: TestHouse;

beforeAll(async () => {
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse([...others, volunteersService], { clock });
  const station = {
    id: stationId,
    kind: 'socialWorkStation' as const,
    name: '示例社工站',
    phone: '022-00000002',
  };
  await house.call(stations.createOrganisation, { ...station, region: '120116014' }, system);
  for (const [index, id] of [handler, head, colleague].entries())
    await house.call(
      stations.createStaff,
      {
        ...{ id, userName: `certificates-${index}`, password: 'long enough 2026', role: 'station' },
        ...{ displayName: `示例社工${index}`, organisationId: stationId },
      },
      system,
    );
}, 60_000);
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const self = (id: string): Call => by({ id, role: 'volunteer' });
const staff = (id: string, region = '120116014000'): Call =>
  by({ id, role: 'station', region, organisationId: stationId });
const system = by(systemActor('gateway'));
const anybody = by({ id: 'anonymous', role: 'public' });
const code = async (asking: Promise<unknown>) => (await refusal(asking)).code;

async function registered(): Promise<string> {
  const input = person({ communityCode: community });
  await house.call(volunteers.register, input, staff(handler));
  await house.call(volunteers.verify, { id: input.id, decision: 'verified' }, staff(handler));
  return input.id;
}

interface Served {
  endedAt: string;
  minutes?: number;
  state?: 'credited' | 'submitted' | 'voided';
  type?: string;
}

/** As `tasks` keeps services that somebody gave. */
async function served(volunteerId: string, all: Served[]): Promise<void> {
  const seed = { errands: all.length, volunteers: 0, from: new Date('2026-01-01T00:00:00Z') };
  const { errandIds, needIds } = await seedErrands(house.database.adminUrl, seed);
  for (const [index, { endedAt, minutes = 60, state = 'credited', type = 'groceries' }] of all.entries()) {
    const id = newId();
    const [errandId, needId] = [errandIds[index], needIds[index]];
    await house.sql('update tasks.need set type = $2 where id = $1', [needId, type]);
    await house.sql(
      `insert into tasks.claim (city_code, id, errand_id, volunteer_id, state, window_start, window_end, claimed_at)
       values (1201, $1, $2, $3, $4, $5, $5, $5)`,
      [id, errandId, volunteerId, state === 'voided' ? 'voided' : 'recorded', endedAt],
    );
    const confirmedAt = state === 'submitted' ? null : endedAt;
    await house.sql(
      `insert into tasks.service_record (city_code, id, errand_id, volunteer_id, community_code, state, verification,
         service_minutes, started_at, ended_at, confirmed_at, told_at)
       values (1201, $1, $2, $3, $4, $5, 'deviceVerified', $6, $7, $7, $8, $8)`,
      [id, errandId, volunteerId, community, state, state === 'voided' ? 0 : minutes, endedAt, confirmedAt],
    );
  }
}

const year = { from: '2026-01-01', to: '2026-03-02' };
const request = (id: string, input: Partial<RequestCertificateInput> = {}, call = self(id)) =>
  house.call(certificates.request, { id: newId(), ...year, ...input }, call);
const accept = (id: string, who = handler) => house.call(certificates.accept, { id }, staff(who));
const issue = (id: string, who = head) => house.call(certificates.issue, { id }, staff(who));
const read = (id: string, volunteerId: string) => house.call(certificates.read, { id }, self(volunteerId));

async function withService(): Promise<string> {
  const id = await registered();
  await served(id, [{ endedAt: '2026-02-01T04:00:00Z' }]);
  return id;
}
async function issued(volunteerId: string): Promise<CertificateView> {
  const { id } = await request(volunteerId);
  await accept(id);
  return issue(id);
}

describe('a certificate', () => {
  it('says what is confirmed in its days of Shanghai, by category, and nothing else', async () => {
    const id = await registered();
    await served(id, [
      { endedAt: '2025-12-31T15:59:59Z', minutes: 1 },
      { endedAt: '2025-12-31T16:00:00Z', minutes: 20 },
      { endedAt: '2026-01-15T04:00:00Z', minutes: 300, type: 'medicine' },
      { endedAt: '2026-01-31T15:59:59Z', minutes: 40 },
      { endedAt: '2026-01-31T16:00:00Z', minutes: 80 },
      { endedAt: '2026-01-10T04:00:00Z', minutes: 160, state: 'submitted' },
      { endedAt: '2026-01-11T04:00:00Z', state: 'voided' },
    ]);
    const asked = await request(id, { from: '2026-01-01', to: '2026-01-31' });
    await accept(asked.id);
    expect(await issue(asked.id)).toMatchObject({ state: 'issued', serviceMinutes: 360 });
    const document = await read(asked.id, id);
    expect(document).toMatchObject({
      services: [
        { type: 'medicine', services: 1, serviceMinutes: 300 },
        { type: 'groceries', services: 2, serviceMinutes: 60 },
      ],
      ...{ name: '示小骑', issuerName: '示例社工站', contact: '022-00000002' },
      ...{ handler: '示例社工0', personInCharge: '示例社工1' },
    });
    expect(document.idNumber).toMatch(/^129999/);
  });

  it('is one however often each step is sent, also at once', async () => {
    const id = await withService();
    const input = { id: newId(), ...year };
    const asked = await Promise.all(Array.from({ length: 4 }, () => request(id, input)));
    expect(new Set(asked.map((view) => JSON.stringify(view))).size).toBe(1);
    expect(await code(request(id, { ...input, from: '2026-01-02' }))).toBe('idempotency.conflict');
    await Promise.all([accept(input.id), accept(input.id)]);
    expect(await code(accept(input.id, colleague))).toBe('certificate.stateConflict');
    const views = await Promise.all(Array.from({ length: 4 }, () => issue(input.id)));
    expect(new Set(views.map(({ number }) => number)).size).toBe(1);
    expect(await code(issue(input.id, colleague))).toBe('certificate.stateConflict');
    const steps = await house.sql<{ step: string }>(
      `select data->>'step' as step from volunteers.outbox_event where data->>'certificateId' = $1 order by id`,
      [input.id],
    );
    expect(steps.map(({ step }) => step)).toEqual(['requested', 'accepted', 'issued']);
  });

  it('bears a number of its own, one after the other, also when many are issued at once', async () => {
    const id = await withService();
    const asked = await Promise.all(Array.from({ length: 8 }, () => request(id)));
    await Promise.all(asked.map((each) => accept(each.id)));
    const numbers = (await Promise.all(asked.map((each) => issue(each.id)))).map(({ number = '' }) =>
      Number(number.slice(12, 19)),
    );
    const sorted = numbers.sort((a, b) => a - b);
    expect(sorted).toEqual(sorted.map((_, index) => (sorted[0] ?? 0) + index));
  });

  it('passes through its notice by the clock', async () => {
    const id = await withService();
    const { id: certificateId, noticeFrom, effectiveFrom } = await issued(id);
    expect([noticeFrom, effectiveFrom]).toEqual(['2026-03-02T16:00:00.000Z', '2026-03-09T16:00:00.000Z']);
    const state = async () => (await house.call(certificates.get, { id: certificateId }, self(id))).state;
    const { checkCode, certificate } = await read(certificateId, id);
    const notices = async () => {
      const all = await house.call(certificates.listNotices, { region: '12', limit: 100 }, anybody);
      return all.items.some(({ number }) => number === certificate.number);
    };
    expect([await state(), await notices()]).toEqual(['issued', false]);
    clock.advanceMinutes(15 * 60);
    expect([await state(), await notices()]).toEqual(['inNotice', true]);
    clock.advanceMinutes(7 * 24 * 60);
    expect([await state(), await notices()]).toEqual(['effective', false]);
    const asked = { number: certificate.number ?? '', code: checkCode };
    expect(await house.call(certificates.check, asked, anybody)).toMatchObject({
      ...{ state: 'effective', name: '示*骑', serviceMinutes: 60, issuerName: '示例社工站' },
    });
    const unknown = { number: 'ZM120116202600000023', code: checkCode };
    expect(await code(house.call(certificates.check, unknown, anybody))).toBe('resource.notFound');
  });

  it('is nothing for other volunteers and for staff of other places', async () => {
    const id = await withService();
    const { id: certificateId } = await request(id);
    const stranger = self(await registered());
    for (const call of [stranger, staff(elsewhere, '120101001000')]) {
      expect(await code(house.call(certificates.get, { id: certificateId }, call))).toBe('resource.notFound');
      const list = await house.call(certificates.list, {}, call);
      expect(list.items).toEqual([]);
      expect(await code(request(id, { volunteerId: id }, call))).toBe('resource.notFound');
    }
    const notTheirs = house.call(
      certificates.accept,
      { id: certificateId },
      staff(elsewhere, '120101001000'),
    );
    expect(await code(notTheirs)).toBe('resource.notFound');
    // Staff ask at the desk for who has no phone.
    expect(await request(id, { volunteerId: id }, staff(handler))).toMatchObject({ volunteerId: id });
    await house.call(consents.withdraw, { purpose: 'sensitiveData' }, self(id));
    expect(await code(accept(certificateId))).toBe('resource.notFound');
    const shown = await house.call(certificates.list, { limit: 100 }, staff(handler));
    expect(shown.items.filter(({ volunteerId }) => volunteerId === id)).toEqual([]);
  });

  it('needs services, a possible period and somebody who is there', async () => {
    const id = await withService();
    expect(await code(request(id, { from: '2025-01-01', to: '2025-12-31' }))).toBe(
      'certificate.nothingServed',
    );
    expect(await code(request(id, { from: '2026-03-01', to: '2026-02-01' }))).toBe(
      'certificate.periodInvalid',
    );
    expect(await code(request(id, { to: '2030-01-01' }))).toBe('certificate.periodInvalid');
    expect(await code(request(newId()))).toBe('resource.notFound');
    expect(await code(accept(newId()))).toBe('resource.notFound');
    expect(await house.sql('select 1 from volunteers.certificate where volunteer_id = $1', [id])).toEqual([]);
  });

  it('holds when the volunteer leaves, without the name; an open request ends', async () => {
    const id = await withService();
    const { id: certificateId, number = '' } = await issued(id);
    const { checkCode } = await read(certificateId, id);
    const open = await request(id);
    const own = await house.call(registerData.read, {}, self(id));
    const kept = own.items.filter(({ section }) => section === 'certificate').map(({ content }) => content);
    expect(kept.join()).toContain('示小骑');
    await allConsumed(house.nats, 'tasks');
    await house.call(departure.leave, { confirm: 'leave' }, self(id));
    const check = await house.call(certificates.check, { number, code: checkCode }, anybody);
    expect(check).toMatchObject({ number, name: '已退出 *', serviceMinutes: 60 });
    expect(await house.call(certificates.get, { id: open.id }, staff(handler))).toMatchObject({
      ...{ state: 'revoked', revocationReason: 'withdrawnByVolunteer', name: '已退出 *' },
    });
  });

  it('keeps its invariants in the database too, whatever the code does', async () => {
    const { id } = await issued(await withService());
    const broken = (change: string) =>
      house.sql(`update volunteers.certificate set ${change} where id = $1`, [id]);
    await expect(broken('issued_by = accepted_by')).rejects.toThrow(/certificate_two_people/);
    await expect(broken(`state = 'accepted'`)).rejects.toThrow(/certificate_state/);
    await expect(broken('number = null')).rejects.toThrow(/certificate_issued/);
    await expect(broken('effective_from = notice_from')).rejects.toThrow(/certificate_notice/);
    await expect(broken('revoked_at = now()')).rejects.toThrow(/certificate_revoked/);
  });
});
