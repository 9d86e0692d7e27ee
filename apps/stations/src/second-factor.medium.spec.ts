import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  type ConfirmSecondFactorInput,
  secondFactor,
  stations,
  type StaffRole,
  staffSessions,
  systemActor,
} from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { refusal, startHouse, type TestHouse } from '#testing';
import { stationsService } from './definition.js';
import { freeAttempts } from './lockout.js';
import { codeAt, stepOf } from './totp.js';

// Real: PostgreSQL, NATS, stations twice. Officials must have a second factor, administrators may.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const password = 'a long enough password';
const region = '120116';
let house: TestHouse;
let count = 0;

beforeAll(async () => {
  const env = { SECOND_FACTOR_ROLES: 'official' };
  house = await startHouse([stationsService], { clock, replicas: 2, env });
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const nobody = by(anonymous);

async function hired(role: StaffRole = 'administrator') {
  const [id, userName] = [newId(), `second-${++count}`];
  const input = { id, userName, password, displayName: '示例', role, region };
  await house.call(stations.createStaff, input, by(systemActor('gateway')));
  return { id, userName };
}

const signIn = (userName: string, code?: string, given = password) =>
  house.call(stations.signIn, { userName, password: given, ...(code && { code }) }, nobody);
const enrol = (userName: string, given = password) =>
  house.call(secondFactor.enrol, { userName, password: given }, nobody);
const confirm = (input: Omit<ConfirmSecondFactorInput, 'password'>) =>
  house.call(secondFactor.confirm, { password, ...input }, nobody);
const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
/** What an authenticator does with the secret it was given. */
function shown(secret: string, steps = 0): string {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  return codeAt(bytes, stepOf(clock.now()) + steps);
}

async function enrolled(role: StaffRole = 'administrator') {
  const staff = await hired(role);
  const { secret } = await enrol(staff.userName);
  const { items } = await confirm({ userName: staff.userName, code: shown(secret) });
  clock.advanceMinutes(1);
  return { ...staff, secret, recovery: items.map(({ code }) => code) };
}

describe('an authenticator', () => {
  it('is enrolled with the password and counts once a code was confirmed', async () => {
    const { userName } = await hired();
    const first = await enrol(userName);
    expect(first.uri).toBe(`otpauth://totp/Shunlu%3A${userName}?secret=${first.secret}&issuer=Shunlu`);
    expect(await signIn(userName)).toHaveProperty('refreshToken');
    const { secret } = await enrol(userName);
    expect(await codeOf(confirm({ userName, code: shown(first.secret, 5) }))).toBe('auth.failed');
    const { items } = await confirm({ userName, code: shown(secret) });
    expect(new Set(items.map(({ code }) => code)).size).toBe(10);
    expect(await codeOf(signIn(userName))).toBe('auth.codeRequired');
    expect(await codeOf(enrol(userName))).toBe('secondFactor.active');
    expect(await codeOf(confirm({ userName, code: shown(secret, 1) }))).toBe('secondFactor.active');
  });

  it('needs the password at every step, and is not confirmed before it is begun', async () => {
    const { userName } = await hired();
    expect(await codeOf(enrol(userName, 'not the password'))).toBe('auth.failed');
    expect(await codeOf(enrol('nobody-of-this-name'))).toBe('auth.failed');
    expect(await codeOf(confirm({ userName, code: '123456' }))).toBe('secondFactor.notBegun');
  });

  it('signs in by its code once: neither again nor at the same moment twice', async () => {
    const { userName, secret } = await enrolled();
    const code = shown(secret);
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => signIn(userName, code)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await codeOf(signIn(userName, code))).toBe('auth.failed');
    clock.advanceMinutes(1);
    expect(await signIn(userName, shown(secret))).toHaveProperty('refreshToken');
    // Older than the one just used, though within the drift.
    expect(await codeOf(signIn(userName, shown(secret, -1)))).toBe('auth.failed');
  });

  it('tells a wrong password nothing of the code', async () => {
    const { userName, secret } = await enrolled();
    expect(await codeOf(signIn(userName, shown(secret), 'not the password'))).toBe('auth.failed');
    expect(await codeOf(signIn(userName, undefined, 'not the password'))).toBe('auth.failed');
    expect(await signIn(userName, shown(secret))).toHaveProperty('refreshToken');
  });

  it('that is lost is stood in for by a recovery code, each once, in either case', async () => {
    const { userName, recovery } = await enrolled();
    const [one = '', two = ''] = recovery;
    expect(await signIn(userName, one.toLowerCase())).toHaveProperty('refreshToken');
    expect(await codeOf(signIn(userName, one))).toBe('auth.failed');
    expect(await signIn(userName, two)).toHaveProperty('refreshToken');
  });

  it('is locked after many wrong codes, also for the right one', async () => {
    const { userName, secret } = await enrolled();
    for (let times = 0; times < freeAttempts; times++)
      expect(await codeOf(signIn(userName, '000000'))).toBe('auth.failed');
    expect(await codeOf(signIn(userName, shown(secret)))).toBe('auth.locked');
    clock.advanceMinutes(2);
    expect(await signIn(userName, shown(secret))).toHaveProperty('refreshToken');
  });

  it('closes the sessions opened without it', async () => {
    const { id, userName } = await hired();
    await signIn(userName);
    const open = async () =>
      (await house.call(staffSessions.list, {}, by({ id, role: 'administrator', region }))).items.length;
    expect(await open()).toBe(1);
    const { secret } = await enrol(userName);
    await confirm({ userName, code: shown(secret) });
    expect(await open()).toBe(0);
  });

  it('is demanded of the roles that are configured', async () => {
    const { userName } = await hired('official');
    expect(await codeOf(signIn(userName))).toBe('auth.enrolmentRequired');
    expect(await codeOf(signIn(userName, '123456'))).toBe('auth.enrolmentRequired');
    const { secret } = await enrol(userName);
    await confirm({ userName, code: shown(secret) });
    clock.advanceMinutes(1);
    expect(await signIn(userName, shown(secret))).toMatchObject({ role: 'official' });
  });

  it('is reset by an administrator of the region alone', async () => {
    const { id, userName } = await enrolled();
    const reset = (at: string) =>
      house.call(secondFactor.reset, { id }, by({ id: newId(), role: 'administrator', region: at }));
    expect(await codeOf(reset('120115'))).toBe('resource.notFound');
    expect(await reset('12')).toEqual({ id });
    expect(await signIn(userName)).toHaveProperty('refreshToken');
    expect((await enrol(userName)).secret).toHaveLength(32);
  });

  it('is kept sealed, and its recovery codes as digests', async () => {
    const { secret, recovery } = await enrolled();
    const rows = await house.sql(
      'select t::text as row from stations.second_factor t union all select t::text from stations.recovery_code t',
    );
    const kept = JSON.stringify(rows);
    for (const plain of [secret, ...recovery]) {
      expect(kept).not.toContain(plain);
      expect(kept).not.toContain(Buffer.from(plain).toString('hex'));
    }
    await expect(
      house.sql(`update stations.second_factor set confirmed_at = begun_at - interval '1 second'`),
    ).rejects.toThrow(/check/);
  });
});
