import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  approvals,
  delegations,
  secondFactor,
  staffAccounts,
  staffList,
  type StaffRole,
  stations,
  systemActor,
} from '#contracts';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { refusal, startHouse, type TestHouse } from '#testing';
import { stationsService } from './definition.js';
import { freeAttempts } from './lockout.js';
import { codeAt, stepOf } from './totp.js';

// Real: PostgreSQL, NATS, stations twice.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const password = 'a long enough password';
const better = 'a better one by far';
let house: TestHouse;
let people = 0;
let places = 0;

beforeAll(async () => {
  house = await startHouse([stationsService], { clock, replicas: 2 });
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const nobody = by(anonymous);
const operator = by(systemActor('gateway'));
/** A district nobody answers for yet. */
const somewhere = () => String(120101 + (places++ % 6));

interface Hired {
  id: string;
  userName: string;
  call: Call;
}
async function hire(role: StaffRole, region: string): Promise<Hired> {
  const [id, userName] = [newId(), `account-${++people}`];
  const person = { id, userName, password, displayName: '示例', role, region };
  await house.call(stations.createStaff, person, operator);
  return { id, userName, call: by({ id, role, region: region.padEnd(12, '0') }) };
}
const signIn = ({ userName }: Hired, given = password, code?: string) =>
  house.call(stations.signIn, { userName, password: given, ...(code && { code }) }, nobody);
const disable = ({ id }: Hired, call: Call) => house.call(staffAccounts.disable, { id }, call);
const reset = ({ id }: Hired, call: Call) => house.call(staffAccounts.resetPassword, { id }, call);
const replace = ({ userName }: Hired, given: string, newPassword = better, code?: string) =>
  house.call(
    staffAccounts.replacePassword,
    { userName, password: given, newPassword, ...(code && { code }) },
    nobody,
  );
const change = (call: Call, currentPassword = password, newPassword = better) =>
  house.call(staffAccounts.changePassword, { currentPassword, newPassword }, call);
const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code;
/** What the log says of somebody, the oldest first. */
async function logged({ id, call }: Hired): Promise<string[]> {
  const region = call.actor.region ?? '';
  const asker = by({ id: newId(), role: 'administrator', region });
  const { items } = await house.call(approvals.audit, { limit: 100 }, asker);
  return items
    .filter(({ subjectId }) => subjectId === id)
    .map(({ action }) => action)
    .reverse();
}

describe('an account that is taken off', () => {
  it('has no session left, signs nobody in, and is logged once', async () => {
    const region = somewhere();
    const [boss, gone] = [await hire('administrator', region), await hire('official', region)];
    const { refreshToken } = await signIn(gone);
    expect(await disable(gone, boss.call)).toEqual({ id: gone.id });
    expect(await disable(gone, boss.call)).toEqual({ id: gone.id });
    expect(await codeOf(house.call(stations.refreshSession, { refreshToken }, nobody))).toBe('auth.failed');
    expect(await codeOf(signIn(gone))).toBe('auth.disabled');
    // Who does not know the password learns nothing.
    expect(await codeOf(signIn(gone, 'a guess of somebody'))).toBe('auth.failed');
    expect(await codeOf(house.call(secondFactor.enrol, { userName: gone.userName, password }, nobody))).toBe(
      'auth.disabled',
    );
    expect(await codeOf(reset(gone, boss.call))).toBe('auth.disabled');
    expect(await logged(gone)).toEqual(['roleGranted', 'accountDisabled']);
    const { items } = await house.call(staffList.list, {}, boss.call);
    expect(items.find(({ id }) => id === gone.id)).toMatchObject({
      disabledAt: clock.now().toISOString(),
      openSessions: 0,
    });
    expect(items.find(({ id }) => id === boss.id)).not.toHaveProperty('disabledAt');
  });

  it('is nobody’s own, and none of another region', async () => {
    const [here, there] = [somewhere(), somewhere()];
    const [boss, other] = [await hire('administrator', here), await hire('official', there)];
    await hire('administrator', here);
    expect(await codeOf(disable(boss, boss.call))).toBe('staff.ownAccount');
    expect(await codeOf(disable(other, boss.call))).toBe('resource.notFound');
    expect(await signIn(other)).toHaveProperty('refreshToken');
    const own = `update stations.staff set disabled_at = now(), disabled_by = id::text where id = $1`;
    await expect(house.sql(own, [boss.id])).rejects.toThrow('staff_disabled_by_another');
  });

  it('is never the last administrator of a region, also where two take each other off', async () => {
    const region = '120110';
    const [one, other] = [await hire('administrator', region), await hire('administrator', region)];
    const outcomes = await Promise.allSettled([disable(one, other.call), disable(other, one.call)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [left, gone] = outcomes[0].status === 'fulfilled' ? [other, one] : [one, other];
    expect(await codeOf(disable(left, operator))).toBe('staff.lastAdministrator');
    expect(await signIn(left)).toHaveProperty('refreshToken');
    expect(await codeOf(signIn(gone))).toBe('auth.disabled');
    // One of the city answers for the district too.
    await hire('administrator', '1201');
    expect(await disable(left, operator)).toEqual({ id: left.id });
  });

  it('stands in for nobody any more, and nobody for it', async () => {
    const region = '120111';
    const [boss, gone] = [await hire('administrator', region), await hire('official', region)];
    const [deputy, away] = [await hire('official', region), await hire('official', region)];
    const terms = { startsAt: clock.now().toISOString(), endsAt: '2026-03-09T01:00:00.000Z' };
    const given = { id: newId(), userName: deputy.userName, ...terms };
    const got = { id: newId(), userName: gone.userName, ...terms };
    await house.call(delegations.delegate, given, gone.call);
    await house.call(delegations.delegate, got, away.call);
    const { refreshToken } = await house.call(delegations.signIn, { id: given.id }, deputy.call);
    await disable(gone, boss.call);
    expect(await codeOf(house.call(stations.refreshSession, { refreshToken }, nobody))).toBe('auth.failed');
    expect(await codeOf(house.call(delegations.signIn, { id: given.id }, deputy.call))).toBe(
      'delegation.notRunning',
    );
    const { items } = await house.call(delegations.list, {}, away.call);
    expect(items).toMatchObject([{ id: got.id, endedAt: clock.now().toISOString() }]);
    const anew = { ...got, id: newId() };
    expect(await codeOf(house.call(delegations.delegate, anew, away.call))).toBe('delegation.noColleague');
  });
});

describe('one’s own password', () => {
  it('is changed with the one it replaces; other sessions end, this one goes on', async () => {
    const person = await hire('official', somewhere());
    const [here, there] = [await signIn(person), await signIn(person)];
    const call = by({ ...person.call.actor, sessionId: here.sessionId });
    expect(await codeOf(change(call, 'not the one'))).toBe('password.wrong');
    expect(await codeOf(change(call, password, password))).toBe('password.same');
    expect(await change(call)).toEqual({ id: person.id });
    // The answer was lost, and it is sent again.
    expect(await change(call)).toEqual({ id: person.id });
    const refresh = ({ refreshToken }: { refreshToken: string }) =>
      house.call(stations.refreshSession, { refreshToken }, nobody);
    expect(await codeOf(refresh(there))).toBe('auth.failed');
    expect(await refresh(here)).toHaveProperty('refreshToken');
    expect(await codeOf(signIn(person))).toBe('auth.failed');
    expect(await signIn(person, better)).toHaveProperty('refreshToken');
    expect(await logged(person)).toEqual(['roleGranted', 'passwordChanged']);
  });

  it('is not found by trying: attempts count as those of signing in', async () => {
    const person = await hire('official', somewhere());
    for (let time = 1; time < freeAttempts; time++)
      expect(await codeOf(change(person.call, `guess ${time}`))).toBe('password.wrong');
    await refusal(change(person.call, 'one more'));
    expect(await codeOf(change(person.call))).toBe('auth.locked');
    expect(await codeOf(signIn(person))).toBe('auth.locked');
  });

  it('is nothing that a stranger has', async () => {
    const stranger = by({ id: newId(), role: 'official', region: '120101000000' });
    expect(await codeOf(change(stranger))).toBe('resource.notFound');
  });
});

describe('a password that was reset', () => {
  it('ends all sessions, and is replaced before it signs in, once', async () => {
    const region = somewhere();
    const [boss, person] = [await hire('administrator', region), await hire('official', region)];
    const { refreshToken } = await signIn(person);
    const first = await reset(person, boss.call);
    const { password: oneTime, expiresAt } = await reset(person, boss.call);
    expect(expiresAt).toBe('2026-03-05T01:00:00.000Z');
    expect(oneTime).toMatch(/^[A-Z2-7]{16}$/);
    expect(await codeOf(house.call(stations.refreshSession, { refreshToken }, nobody))).toBe('auth.failed');
    for (const old of [password, first.password])
      expect(await codeOf(signIn(person, old))).toBe('auth.failed');
    expect(await codeOf(signIn(person, oneTime))).toBe('auth.passwordChangeRequired');
    expect(await codeOf(replace(person, oneTime, oneTime))).toBe('password.same');
    expect(await replace(person, oneTime)).toMatchObject({ actorId: person.id, role: 'official' });
    expect(await codeOf(replace(person, oneTime))).toBe('auth.failed');
    expect(await signIn(person, better)).toHaveProperty('refreshToken');
    expect(await codeOf(replace(person, better, password))).toBe('password.notOneTime');
    expect(await logged(person)).toEqual([
      'roleGranted',
      'passwordReset',
      'passwordReset',
      'passwordChanged',
    ]);
  });

  it('is good for nothing after three days', async () => {
    const region = somewhere();
    const [boss, person] = [await hire('administrator', region), await hire('official', region)];
    const { password: oneTime } = await reset(person, boss.call);
    clock.advanceMinutes(72 * 60);
    expect(await codeOf(replace(person, oneTime))).toBe('auth.oneTimeExpired');
    expect(await codeOf(signIn(person, oneTime))).toBe('auth.oneTimeExpired');
    const { password: another } = await reset(person, boss.call);
    expect(await replace(person, another)).toHaveProperty('refreshToken');
  });

  it('takes the second factor away from nobody', async () => {
    const region = somewhere();
    const [boss, person] = [await hire('administrator', region), await hire('official', region)];
    const credentials = { userName: person.userName, password };
    const { secret } = await house.call(secondFactor.enrol, credentials, nobody);
    const shown = (steps = 0) => codeAt(bytesOf(secret), stepOf(clock.now()) + steps);
    await house.call(secondFactor.confirm, { ...credentials, code: shown() }, nobody);
    clock.advanceMinutes(1);
    const { password: oneTime } = await reset(person, boss.call);
    expect(await codeOf(replace(person, oneTime))).toBe('auth.codeRequired');
    // The code that signing in was refused with is not used up.
    expect(await codeOf(signIn(person, oneTime, shown()))).toBe('auth.passwordChangeRequired');
    expect(await replace(person, oneTime, better, shown())).toHaveProperty('refreshToken');
  });

  it('of an administrator is for the operator alone; one’s own for nobody', async () => {
    const region = somewhere();
    const [boss, second] = [await hire('administrator', region), await hire('administrator', region)];
    expect(await codeOf(reset(second, boss.call))).toBe('staff.administratorPassword');
    expect(await codeOf(reset(boss, boss.call))).toBe('staff.ownAccount');
    const outsider = await hire('administrator', somewhere());
    expect(await codeOf(reset(second, outsider.call))).toBe('resource.notFound');
    expect(await signIn(second)).toHaveProperty('refreshToken');
    const { password: oneTime } = await reset(second, operator);
    expect(await replace(second, oneTime)).toMatchObject({ role: 'administrator' });
  });
});

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
