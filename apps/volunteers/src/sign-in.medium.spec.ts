import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, anonymous, type RegisterVolunteerInput, volunteers } from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { person, refusal, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, two replicas of volunteers. WeChat and the SMS gateway are the local stand-in.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
let house: TestHouse;
let standIn: StandIn;

beforeAll(async () => {
  standIn = await startStandIn(0);
  const env = { WECHAT_URL: standIn.url, SMS_URL: standIn.url };
  const definitions = [await serviceDefinition('stations'), volunteersService];
  house = await startHouse(definitions, { clock, replicas: 2, env });
});
afterAll(() => Promise.all([house.stop(), standIn.stop()]));

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const desk = () => by({ id: newId(), role: 'station', region: '120116014' });
const self = (id: string) => by({ id, role: 'volunteer' });
const register = (input: RegisterVolunteerInput, call = desk()) =>
  house.call(volunteers.register, input, call);

describe('signing in', () => {
  const wechat = (code: string, role?: 'volunteer' | 'resident') =>
    house.call(volunteers.signInByWechat, { code, role }, by(anonymous));
  const request = (phone: string) => house.call(volunteers.requestPhoneCode, { phone }, by(anonymous));
  const signIn = (phone: string, code: string) =>
    house.call(volunteers.signInByPhone, { phone, code }, by(anonymous));
  const codeOf = (phone: string) => standIn.lastCode(phone) ?? '';
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
  async function byPhone(phone: string) {
    await request(phone);
    return signIn(phone, codeOf(phone));
  }

  it('by WeChat is always the same person', async () => {
    const first = await wechat('demo-a');
    expect(first).toMatchObject({ role: 'volunteer' });
    expect(JSON.stringify(first)).not.toMatch(/session_?key|openid/i);
    expect(await wechat('demo-a', 'resident')).toMatchObject({ actorId: first.actorId, role: 'resident' });
    expect((await wechat('demo-b')).actorId).not.toBe(first.actorId);
    const raced = await Promise.all(Array.from({ length: 6 }, () => wechat('demo-raced')));
    expect(new Set(raced.map(({ actorId }) => actorId)).size).toBe(1);
    await wechat('once-only');
    expect((await refusal(wechat('once-only'))).code).toBe('auth.failed');
  });

  it.each([
    ['error--1', 'auth.wechatUnavailable'],
    ['error-40029', 'auth.failed'],
    ['error-45011', 'request.tooMany'],
    ['error-40226', 'auth.failed'],
    ['error-40125', 'auth.wechatUnavailable'],
  ])('by WeChat with %s answers %s', async (code, expected) =>
    expect((await refusal(wechat(code))).code).toBe(expected),
  );

  it('by phone is the volunteer registered at a desk', async () => {
    const input = person();
    await register(input);
    expect((await byPhone(input.phone)).actorId).toBe(input.id);
  });

  it('first and being registered at a desk later is one person', async () => {
    const input = person();
    const before = await byPhone(input.phone);
    expect(before.actorId).not.toBe(input.id);
    await register(input);
    expect((await byPhone(input.phone)).actorId).toBe(input.id);
  });

  it('first and registering oneself keeps the id', async () => {
    const input = person();
    const session = await byPhone(input.phone);
    const view = await register({ ...input, id: session.actorId }, self(session.actorId));
    expect(view.id).toBe(session.actorId);
    expect((await byPhone(input.phone)).actorId).toBe(session.actorId);
  });

  it('does not let one take the phone of another by claiming it', async () => {
    const victim = person();
    await byPhone(victim.phone);
    const { actorId } = await wechat('demo-thief');
    const thief = person({ id: actorId, phone: victim.phone });
    expect((await refusal(register(thief, self(actorId)))).code).toBe('volunteer.exists');
  });

  it('takes a code once, for five minutes', async () => {
    const { phone } = person();
    await request(phone);
    const code = codeOf(phone);
    expect(code).toMatch(/^\d{6}$/);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => signIn(phone, code)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await request(phone);
    clock.advanceMinutes(5);
    expect((await refusal(signIn(phone, codeOf(phone)))).code).toBe('auth.failed');
    expect((await refusal(signIn(person().phone, '123456'))).code).toBe('auth.failed');
  });

  it('allows five attempts a code, also at the same moment', async () => {
    const { phone } = person();
    await request(phone);
    const code = codeOf(phone);
    const codes = await Promise.all(
      Array.from({ length: 9 }, async () => (await refusal(signIn(phone, wrong(code)))).code),
    );
    expect(codes.filter((refused) => refused === 'auth.failed')).toHaveLength(5);
    expect(codes.filter((refused) => refused === 'auth.locked')).toHaveLength(4);
    expect((await refusal(signIn(phone, code))).code).toBe('auth.locked');
    expect(await refusal(request(phone))).toMatchObject({ code: 'auth.locked', data: { minutes: 1 } });
    clock.advanceMinutes(1);
    expect((await byPhone(phone)).sessionId).toBeTruthy();
  });

  it('sends five codes an hour to a phone that nobody signs in with', async () => {
    const { phone } = person();
    for (let sent = 0; sent < 5; sent++) {
      await request(phone);
      clock.advanceMinutes(1);
    }
    expect(await refusal(request(phone))).toMatchObject({ code: 'auth.locked', data: { minutes: 55 } });
  });

  it('gives sessions that refresh and end', async () => {
    const session = await byPhone(person().phone);
    const next = await house.call(
      volunteers.refreshSession,
      { refreshToken: session.refreshToken },
      by(anonymous),
    );
    expect(next.actorId).toBe(session.actorId);
    const reused = house.call(
      volunteers.refreshSession,
      { refreshToken: session.refreshToken },
      by(anonymous),
    );
    expect((await refusal(reused)).code).toBe('auth.refreshReused');
    const other = await wechat('demo-signs-out');
    await house.call(volunteers.signOut, { sessionId: other.sessionId }, self(other.actorId));
    const after = house.call(volunteers.refreshSession, { refreshToken: other.refreshToken }, by(anonymous));
    expect((await refusal(after)).code).toBe('auth.failed');
  });
});
