import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type CallLine,
  type Contact,
  type DomainError,
  errands,
  type Notice,
  type NoticePage,
  reveals,
  type RevealPage,
  safety,
  systemActor,
  volunteers,
} from '#contracts';
import { ManualClock, newId, Seal } from '#platform';
import { allConsumed, person, seedErrands, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { RetentionJob } from './retention.job.js';
import { sealedAs } from './residents.service.js';

// Real: PostgreSQL, NATS, the services stations, volunteers and tasks, a call relay over HTTP. Seeded: errands.
const clock = new ManualClock(new Date('2026-03-02T00:00:00Z'));
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const committee: Actor = { id: newId(), role: 'committee', region: '120116014001' };
const elsewhere: Actor = { id: newId(), role: 'station', region: '120101001' };
const residentPhone = '022-12345678';
let house: TestHouse;
let relay: Server;
let volunteer: Actor;
let volunteerPhone: string;
let errandId: string;
let residentId: string;
/** What reached the relay, and what it answers. */
const bindings: { first: string; second: string; seconds: number }[] = [];
let answer: (binding: { first: string }) => [number, object] = () => [200, {}];

beforeAll(async () => {
  relay = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const binding = JSON.parse(body) as (typeof bindings)[number];
      bindings.push(binding);
      const [status, told] = answer(binding);
      response.writeHead(status).end(JSON.stringify(told));
    });
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  const env = {
    ACTIVE_CLAIM_LIMIT: '100',
    CALL_RELAY_URL: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
  };
  const services = await Promise.all(
    (['stations', 'volunteers', 'tasks'] as const).map((name) => serviceDefinition(name)),
  );
  house = await startHouse(services, { clock, env });
  const registration = person();
  volunteerPhone = registration.phone;
  volunteer = { id: registration.id, role: 'volunteer' };
  await house.ask(volunteers.register, registration, volunteer);
  await house.ask(volunteers.verify, { id: registration.id, decision: 'verified' }, systemActor('gateway'));
  const deadline = Date.now() + 10_000;
  do await allConsumed(house.nats, 'tasks');
  while (
    (await house.sql('select 1 from tasks.volunteer where id = $1', [volunteer.id])).length === 0 &&
    Date.now() < deadline
  );
});
afterAll(async () => {
  await house.stop();
  await new Promise((done) => relay.close(done));
});

beforeEach(async () => {
  // Nobody came in the test before: the job that watches over that would suspend the volunteer some days on.
  await house.sql(`update tasks.claim set state = 'recorded' where state = 'claimed'`);
  clock.advanceMinutes(24 * 60);
  bindings.length = 0;
  const seed = { errands: 1, volunteers: 0, from: new Date(clock.now().getTime() + 3_600_000) };
  errandId = (await seedErrands(house.database.adminUrl, seed)).errandIds[0] ?? '';
  const phone = Seal.fromFile(house.env['SEAL_KEY_FILE'] ?? '').seal(residentPhone, sealedAs.phone);
  const [row] = await house.sql<{ id: string }>(
    `update tasks.resident r set phone_sealed = $2, name_sealed = $3, door_sealed = $4 from tasks.need n
     where n.errand_id = $1 and r.id = n.resident_id returning r.id`,
    [
      errandId,
      phone,
      Seal.fromFile(house.env['SEAL_KEY_FILE'] ?? '').seal('示例奶奶', sealedAs.name),
      Seal.fromFile(house.env['SEAL_KEY_FILE'] ?? '').seal('1 门 101', sealedAs.door),
    ],
  );
  residentId = row?.id ?? '';
  await house.call(errands.claim, { id: newId(), errandId }, { actor: volunteer, traceId: '1'.repeat(32) });
});

const code = (told: object) => (told as DomainError).code;
const openOf = async (actor: Actor) =>
  ((await house.ask(safety.listNotices, { open: true }, actor)) as NoticePage).items.filter(
    (notice) => notice.errandId === errandId,
  );

describe('running late', () => {
  it('is told to committee and station at once, and acknowledged by either', async () => {
    const input = { id: newId(), errandId, minutes: 20, note: 'the bridge is closed' };
    const told = (await house.ask(safety.runLate, input, volunteer)) as Notice;
    expect(told).toMatchObject({ kind: 'late', minutes: 20, volunteerName: '示*骑' });
    expect(await house.ask(safety.runLate, input, volunteer)).toEqual(told);
    expect(code(await house.ask(safety.runLate, { ...input, minutes: 30 }, volunteer))).toBe(
      'idempotency.conflict',
    );
    expect(await openOf(station)).toEqual([told]);
    expect(await openOf(committee)).toEqual([told]);
    expect(await openOf(elsewhere)).toEqual([]);
    expect(code(await house.ask(safety.acknowledge, { id: told.id }, elsewhere))).toBe('resource.notFound');
    clock.advanceMinutes(2);
    expect(await house.ask(safety.acknowledge, { id: told.id }, committee)).toMatchObject({
      secondsToAcknowledge: 120,
    });
    expect(await openOf(station)).toEqual([]);
  });

  it('is for whoever holds the errand and has not begun', async () => {
    const late = () => house.ask(safety.runLate, { id: newId(), errandId, minutes: 20 }, volunteer);
    const stranger: Actor = { id: newId(), role: 'volunteer' };
    expect(code(await house.ask(safety.runLate, { id: newId(), errandId, minutes: 20 }, stranger))).toBe(
      'errand.notYours',
    );
    await house.ask(errands.checkIn, { errandId }, volunteer);
    expect(code(await late())).toBe('errand.stateConflict');
  });
});

describe('an emergency', () => {
  const point = { longitude: 117.7, latitude: 39.01 };
  const press = (actor = volunteer) =>
    house.ask(safety.raiseEmergency, { id: newId(), errandId, point }, actor) as Promise<Notice>;

  it('reaches the station at once, once, with the place, and the time to a person is measured', async () => {
    const raised = await press();
    const again = await Promise.all([press(), press(), press()]);
    expect(again.map(({ id }) => id)).toEqual([raised.id, raised.id, raised.id]);
    expect(await openOf(station)).toMatchObject([{ id: raised.id, kind: 'emergency', point }]);
    expect((await openOf(committee)).map((notice) => notice.point)).toEqual([undefined]);
    const { items } = (await house.ask(reveals.list, {}, volunteer)) as RevealPage;
    expect(items.filter((item) => item.errandId === errandId && item.fields.includes('position'))).toEqual([
      expect.objectContaining({ viewerRole: 'station', viewerId: station.id }),
    ]);
    expect(code(await house.ask(safety.acknowledge, { id: raised.id }, committee))).toBe('resource.notFound');
    clock.advanceMinutes(1);
    const seen = await house.ask(safety.acknowledge, { id: raised.id }, station);
    expect(seen).toMatchObject({ secondsToAcknowledge: 60 });
    clock.advanceMinutes(1);
    const later = await house.ask(safety.acknowledge, { id: raised.id }, { ...station, id: newId() });
    expect(later).toEqual(seen);
    expect((await press()).id).not.toBe(raised.id);
    const events = await house.sql<{ n: number }>(
      `select count(*)::int as n from tasks.errand_notice where errand_id = $1 and kind = 'emergency'`,
      [errandId],
    );
    expect(events[0]?.n).toBe(2);
  });

  it('is nobody else’s to press, and where it was is sealed and forgotten after a week', async () => {
    expect(code(await press({ id: newId(), role: 'volunteer' }))).toBe('errand.notYours');
    const { id } = await press();
    const kept = () =>
      house.sql<{ point_sealed: string | null }>(
        'select point_sealed from tasks.errand_notice where id = $1',
        [id],
      );
    expect((await kept())[0]?.point_sealed).not.toContain('117.7');
    clock.advanceMinutes(8 * 24 * 60);
    await house.services
      .find(({ name }) => name === 'tasks')
      ?.app.get(RetentionJob)
      .forget();
    expect(await kept()).toEqual([{ point_sealed: null }]);
  });
});

describe('a call', () => {
  const expiresAt = '2026-03-02T09:00:00.000Z';
  beforeEach(() => {
    answer = () => [200, { number: '95123456789', expiresAt }];
  });

  it('goes through the relay: neither side sees a number but the relay’s', async () => {
    const resident: Actor = { id: residentId, role: 'resident' };
    for (const actor of [volunteer, resident]) {
      const line = (await house.ask(safety.arrangeCall, { errandId }, actor)) as CallLine;
      expect(line).toEqual({ number: '95123456789', expiresAt });
    }
    expect(bindings).toEqual(
      Array.from({ length: 2 }, () => ({ first: volunteerPhone, second: residentPhone, seconds: 1800 })),
    );
    const contact = (await house.ask(errands.revealContact, { errandId }, volunteer)) as Contact;
    expect(contact).toEqual({ name: '示例奶奶', door: '1 门 101' });
    const kept = await house.sql(
      'select by_role from tasks.call_arranged where errand_id = $1 order by at, by_role',
      [errandId],
    );
    expect(kept).toEqual([{ by_role: 'resident' }, { by_role: 'volunteer' }]);
    // Both sides can see that their numbers went to the relay, and for whom.
    for (const [asker, mine] of [
      [volunteer, ['phoneByRelay']],
      [resident, ['name', 'phoneByRelay']],
    ] as const) {
      const { items } = (await house.ask(reveals.list, {}, asker)) as RevealPage;
      const here = items.filter((item) => item.errandId === errandId).flatMap(({ fields }) => fields);
      expect(here).toEqual(expect.arrayContaining([...mine]));
    }
  });

  it('is for the two of the errand, while it lasts', async () => {
    const ask = (actor: Actor) => house.ask(safety.arrangeCall, { errandId }, actor);
    expect(code(await ask({ id: newId(), role: 'volunteer' }))).toBe('errand.notYours');
    expect(code(await ask({ id: newId(), role: 'resident' }))).toBe('resource.notFound');
    await house.ask(errands.checkIn, { errandId }, volunteer);
    await house.ask(errands.checkOut, { errandId }, volunteer);
    expect(code(await ask(volunteer))).toBe('errand.notYours');
    expect(code(await ask({ id: residentId, role: 'resident' }))).toBe('errand.stateConflict');
    expect(bindings).toEqual([]);
  });

  it.each<[string, typeof answer]>([
    ['fails', () => [500, {}]],
    ['gives no number', () => [200, { expiresAt }]],
    ['gives one of the two numbers away', ({ first }) => [200, { number: first, expiresAt }]],
  ])('is not available when the relay %s', async (_, told) => {
    answer = told;
    expect(code(await house.ask(safety.arrangeCall, { errandId }, volunteer))).toBe('call.unavailable');
    expect(await house.sql('select 1 from tasks.call_arranged where errand_id = $1', [errandId])).toEqual([]);
  });
});
