import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  type DoorCode,
  errands,
  type OfflineInput,
  offlineText,
  serving,
  type ServiceRecordView,
} from '#contracts';
import { ManualClock, newId, Seal } from '#platform';
import { claimFaults, seedErrands, startHouse, type TestHouse } from '#testing';
import { tasksService } from './definition.js';
import { sealedAs } from './residents.service.js';

// Real: PostgreSQL, NATS, the tasks service. Seeded: volunteers and posted errands at 117.70, 39.00.
const clock = new ManualClock(new Date('2026-03-02T00:00:00Z'));
const station: Actor = { id: newId(), role: 'station', region: '120116014' };
const elsewhere: Actor = { id: newId(), role: 'station', region: '120101001' };
const here = { longitude: 117.7001, latitude: 39.0001 };
let house: TestHouse;
let volunteer: Actor;
let errandId: string;
let residentId: string;

beforeAll(async () => {
  house = await startHouse([tasksService], { clock });
});
afterAll(() => house.stop());

beforeEach(async () => {
  clock.advanceMinutes(24 * 60);
  const seed = { errands: 1, volunteers: 1, from: new Date(clock.now().getTime() + 3_600_000) };
  const seeded = await seedErrands(house.database.adminUrl, seed);
  errandId = seeded.errandIds[0] ?? '';
  volunteer = { id: seeded.volunteerIds[0] ?? '', role: 'volunteer' };
  const code = Seal.fromFile(house.env['SEAL_KEY_FILE'] ?? '').seal('2580', sealedAs.serviceCode);
  const [need] = await house.sql<{ resident_id: string }>(
    'update tasks.need set service_code_sealed = $2 where errand_id = $1 returning resident_id',
    [errandId, code],
  );
  residentId = need?.resident_id ?? '';
  await house.ask(errands.claim, { id: newId(), errandId }, volunteer);
});

const code = (answer: object) => (answer as DomainError).code;
const checkIn = (proof: object = {}) => house.ask(errands.checkIn, { errandId, ...proof }, volunteer);
const checkOut = async (proof: object = {}) =>
  (await house.ask(errands.checkOut, { errandId, ...proof }, volunteer)) as ServiceRecordView;
const claimState = async () =>
  (await house.sql<{ state: string }>('select state from tasks.claim where errand_id = $1', [errandId]))[0]
    ?.state;

/** The errand begins so many hours from now, for an hour. */
const moveWindow = (hours: number) =>
  house.sql(
    `update tasks.errand set window_start = $2, window_end = $2::timestamptz + interval '1 hour' where id = $1`,
    [errandId, new Date(clock.now().getTime() + hours * 3_600_000)],
  );

describe('checking in by place', () => {
  const at = (point: object, accuracyMetres: number) => ({ place: { point, accuracyMetres } });

  it('near the door is device-verified', async () => {
    expect(await checkIn(at(here, 20))).toMatchObject({ state: 'inProgress' });
    clock.advanceMinutes(30);
    expect(await checkOut(at(here, 20))).toMatchObject({
      verification: 'deviceVerified',
      checkInProof: 'place',
      checkOutProof: 'place',
      serviceMinutes: 30,
      wasOffline: false,
    });
  });

  it('is refused to who withdrew the consent to location; the code still counts', async () => {
    await house.sql('update tasks.volunteer set may_be_located = false where id = $1', [volunteer.id]);
    expect(code(await checkIn(at(here, 20)))).toBe('consent.locationWithdrawn');
    expect(await claimState()).toBe('claimed');
    expect(await checkIn({ code: '2580' })).toMatchObject({ state: 'inProgress' });
  });

  it('by a fuzzy location is accepted and marked; its minutes are attested', async () => {
    expect(await checkIn(at({ longitude: 117.715, latitude: 39.01 }, 2_000))).toMatchObject({
      state: 'inProgress',
    });
    clock.advanceMinutes(30);
    expect(await checkOut()).toMatchObject({
      verification: 'attested',
      checkInProof: 'fuzzyPlace',
      checkOutProof: 'none',
    });
  });

  it('from another town is refused and says how far it is; nothing is written', async () => {
    expect(await checkIn(at({ longitude: 117.2, latitude: 39.13 }, 50_000))).toMatchObject({
      code: 'errand.tooFar',
      data: { radiusMetres: 3_000 },
    });
    expect(await claimState()).toBe('claimed');
    expect(await checkIn(at(here, 10))).toMatchObject({ state: 'inProgress' });
  });

  it('leaves the coordinates nowhere in the database', async () => {
    const spot = { longitude: 117.7001234, latitude: 39.0001234 };
    await checkIn(at(spot, 20));
    const tables = await house.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'tasks'`,
    );
    const found = await house.sql<{ text: string }>(
      tables
        .map(({ name }) => `select row_to_json(t)::text as text from tasks.${name} t`)
        .join(' union all '),
    );
    expect(found.filter(({ text }) => /7001234|0001234/.test(text))).toEqual([]);
  });
});

describe('checking in days before', () => {
  it('is refused whatever is proven: nobody waits at the door then', async () => {
    await moveWindow(3);
    const early = {
      code: 'errand.tooEarly',
      data: { opensAt: new Date(clock.now().getTime() + 3_600_000).toISOString() },
    };
    expect(await checkIn({ code: '2580' })).toMatchObject(early);
    expect(await checkIn({ place: { point: here, accuracyMetres: 10 } })).toMatchObject(early);
    expect(await claimState()).toBe('claimed');
    await moveWindow(2);
    expect(await checkIn({ code: '2580' })).toMatchObject({ state: 'inProgress' });
  });
});

describe('a code at the door', () => {
  const issued = async (lifetime: 'minutes' | 'slip' = 'minutes') =>
    (await house.ask(serving.issueErrandCode, { errandId, lifetime }, station)) as DoorCode;

  it('shown on a screen checks in for five minutes, on a slip for the whole errand', async () => {
    const { doorCode } = await issued();
    const slip = await issued('slip');
    clock.advanceMinutes(6);
    expect(code(await checkIn({ doorCode }))).toBe('errand.doorCodeExpired');
    expect(await claimState()).toBe('claimed');
    expect(await checkIn({ doorCode: slip.doorCode })).toMatchObject({ state: 'inProgress' });
    clock.advanceMinutes(20);
    expect(await checkOut({ doorCode: slip.doorCode })).toMatchObject({
      verification: 'deviceVerified',
      checkInProof: 'doorCode',
      checkOutProof: 'doorCode',
    });
  });

  it('of the door itself is good until it is renewed', async () => {
    const door = (await house.ask(serving.issueDoorCode, { id: residentId }, station)) as DoorCode;
    const renewed = await house.ask(serving.issueDoorCode, { id: residentId, renew: true }, station);
    expect(code(await checkIn({ doorCode: door.doorCode }))).toBe('errand.doorCodeExpired');
    expect(await checkIn({ doorCode: (renewed as DoorCode).doorCode })).toMatchObject({
      state: 'inProgress',
    });
  });

  it('of another errand, made up, or asked for by a stranger is refused', async () => {
    const other = (
      await seedErrands(house.database.adminUrl, { errands: 1, volunteers: 0, from: clock.now() })
    ).errandIds[0];
    const foreign = (await house.ask(
      serving.issueErrandCode,
      { errandId: other ?? '', lifetime: 'slip' },
      station,
    )) as DoorCode;
    for (const doorCode of [foreign.doorCode, 'SL1.made-up', `${foreign.doorCode.slice(0, -2)}aa`])
      expect(code(await checkIn({ doorCode }))).toBe('errand.doorCodeInvalid');
    const ask = (actor: Actor) => house.ask(serving.issueErrandCode, { errandId, lifetime: 'slip' }, actor);
    expect(code(await ask(elsewhere))).toBe('resource.notFound');
    expect(code(await ask({ id: newId(), role: 'resident' }))).toBe('resource.notFound');
    expect(code(await ask(volunteer))).toBe('access.denied');
    expect(await ask({ id: residentId, role: 'resident' })).toHaveProperty('doorCode');
  });

  it('spoken: giving the errand back and claiming it again buys no more guesses', async () => {
    for (let i = 0; i < 4; i++) expect(code(await checkIn({ code: '0000' }))).toBe('errand.codeWrong');
    await house.ask(errands.release, { errandId, reason: 'to guess again' }, volunteer);
    await house.ask(errands.claim, { id: newId(), errandId }, volunteer);
    expect(await checkIn({ code: '0000' })).toMatchObject({
      code: 'errand.codeWrong',
      data: { attemptsLeft: 0 },
    });
    expect(code(await checkIn({ code: '2580' }))).toBe('errand.codeLocked');
  });
});

describe('minutes', () => {
  it('beyond the window are shown and not counted', async () => {
    await checkIn({ code: '2580' });
    clock.advanceMinutes(150);
    expect(await checkOut()).toMatchObject({ serviceMinutes: 60, elapsedMinutes: 150 });
  });

  it('need a check-in first', async () => {
    expect(await checkOut({ place: { point: here, accuracyMetres: 5 } })).toMatchObject({
      code: 'errand.stateConflict',
      data: { state: 'claimed' },
    });
    expect(await house.sql('select 1 from tasks.service_record where errand_id = $1', [errandId])).toEqual(
      [],
    );
  });
});

describe('without a network', () => {
  let deviceId: string;
  let key: KeyObject;

  beforeEach(async () => {
    ({ deviceId, key } = await registered());
  });

  async function registered() {
    const pair = generateKeyPairSync('ed25519');
    const id = newId();
    const publicKey = pair.publicKey.export({ format: 'jwk' }).x ?? '';
    expect(await house.ask(serving.registerDevice, { id, publicKey }, volunteer)).toMatchObject({ id });
    return { deviceId: id, key: pair.privateKey };
  }

  function signed(changes: Partial<OfflineInput>, signer = key): OfflineInput {
    const at = clock.now().toISOString();
    const unsigned = { id: newId(), deviceId, errandId, step: 'checkIn' as const, at, ...changes };
    return {
      ...unsigned,
      signature: sign(null, Buffer.from(offlineText(unsigned)), signer).toString('base64url'),
    };
  }
  const send = (record: OfflineInput) => house.ask(serving.sendOffline, record, volunteer);
  const minutesLater = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000).toISOString();

  it('both steps are sent later, counted at their own times, marked, and attested', async () => {
    const start = signed({ code: '2580' });
    const end = signed({ step: 'checkOut', at: minutesLater(40) });
    clock.advanceMinutes(300);
    expect(code(await send(end))).toBe('errand.stateConflict');
    expect(await send(start)).toMatchObject({ id: start.id, step: 'checkIn', at: start.at });
    expect(await send(end)).toMatchObject({ step: 'checkOut', at: end.at });
    const records = await house.sql(
      'select service_minutes, verification, was_offline, check_in_proof, check_out_proof from tasks.service_record where errand_id = $1',
      [errandId],
    );
    expect(records).toEqual([
      {
        service_minutes: 40,
        verification: 'attested',
        was_offline: true,
        check_in_proof: 'code',
        check_out_proof: 'none',
      },
    ]);
    expect(await claimFaults(house.database.adminUrl)).toEqual([]);
  });

  it('a record sent again is the same record, five times at once too; its id for another is a conflict', async () => {
    const start = signed({});
    clock.advanceMinutes(10);
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(start)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await claimState()).toBe('inProgress');
    expect(code(await send(signed({ id: start.id, step: 'checkOut' })))).toBe('idempotency.conflict');
    expect(code(await send(signed({})))).toBe('errand.stateConflict');
  });

  it('what was changed after signing, or signed by another key, is refused', async () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const start = signed({});
    for (const forged of [
      { ...start, at: minutesLater(-1) },
      { ...start, code: '2580' },
      { ...start, step: 'checkOut' as const },
      signed({}, stranger),
    ])
      expect(code(await send(forged))).toBe('offline.signatureInvalid');
    expect(code(await send(signed({ deviceId: newId() })))).toBe('offline.deviceUnknown');
    expect(await claimState()).toBe('claimed');
  });

  it('from before the claim, from the future, or sent too late is refused', async () => {
    for (const minutes of [-5, 5]) {
      const record = signed({ at: minutesLater(minutes) });
      expect(await send(record)).toMatchObject({ code: 'offline.timeInvalid', data: { hours: 72 } });
    }
    const old = signed({});
    clock.advanceMinutes(73 * 60);
    expect(code(await send(old))).toBe('offline.timeInvalid');
  });

  it('too early is too early here as well', async () => {
    await moveWindow(3);
    expect(code(await send(signed({ code: '2580' })))).toBe('errand.tooEarly');
    expect(await claimState()).toBe('claimed');
  });

  it('a wrong code counts as one at the door does', async () => {
    for (let i = 0; i < 5; i++) expect(code(await send(signed({ code: '0000' })))).toBe('errand.codeWrong');
    expect(code(await send(signed({ code: '2580' })))).toBe('errand.codeLocked');
  });

  it('a fourth device retires the oldest; what is signed after that is refused', async () => {
    const before = signed({});
    for (let i = 0; i < 3; i++) {
      clock.advanceMinutes(1);
      await registered();
    }
    expect(code(await send(signed({})))).toBe('offline.deviceUnknown');
    expect(await send(before)).toMatchObject({ step: 'checkIn' });
    const stranger: Actor = { id: newId(), role: 'volunteer' };
    expect(code(await house.ask(serving.retireDevice, { id: deviceId }, stranger))).toBe('resource.notFound');
    expect(await house.ask(serving.retireDevice, { id: deviceId }, volunteer)).toHaveProperty('retiredAt');
  });
});
