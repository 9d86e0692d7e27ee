import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  errandEvents,
  type RegisterVolunteerInput,
  requiredConsents,
  type ServiceRecordConfirmed,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { allConsumed, refusal, serviceDefinition, startHouse, tell, type TestHouse } from '#testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { volunteersService } from './definition.js';
import { checkCharacter } from './id-number.js';
import { luhnDigit } from './volunteer-number.js';

// Real: PostgreSQL, NATS, volunteers (two replicas) and stations with Tianjin's divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const teda = '120116014';
const community = '120116014001';
let house: TestHouse;
let standIn: StandIn;
let tasks: NatsConnection;

beforeAll(async () => {
  standIn = await startStandIn(0);
  const env = { WECHAT_URL: standIn.url, SMS_URL: standIn.url };
  const definitions = [await serviceDefinition('stations'), volunteersService];
  house = await startHouse(definitions, { clock, replicas: 2, env });
  tasks = await house.connectAs('tasks');
});
afterAll(() => Promise.all([house.stop(), standIn.stop()]));

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const system = by(systemActor('gateway'));
const desk = (region = teda): Call => by({ id: newId(), role: 'station', region });
const self = (id: string): Call => by({ id, role: 'volunteer' });

let people = 0;
/** Somebody who was never there before. */
function person(fields: Partial<RegisterVolunteerInput> = {}): RegisterVolunteerInput {
  const serial = String(++people).padStart(3, '0');
  const digits = `12010719800101${serial}`;
  return {
    id: newId(),
    name: '示小骑',
    idNumber: digits + checkCharacter(digits),
    phone: `19900000${serial}`,
    communityCode: community,
    consents: [...requiredConsents],
    ...fields,
  };
}

const register = (input: RegisterVolunteerInput, call = desk()) =>
  house.call(volunteers.register, input, call);
const verify = (id: string, decision: 'verified' | 'refused' = 'verified', call = desk()) =>
  house.call(volunteers.verify, { id, decision }, call);
const outboxOf = (volunteerId: string) =>
  house.sql<{ subject: string; data: Record<string, unknown> }>(
    `select subject, data from volunteers.outbox where data->>'volunteerId' = $1 order by id`,
    [volunteerId],
  );

describe('registering', () => {
  it('answers masked data and a number of the district, year and next sequence', async () => {
    const first = await register(person({ name: '张小三', skills: ['groceries', 'medicine'] }));
    expect(first).toMatchObject({
      name: '张*三',
      phone: expect.stringMatching(/^199\*{4}\d{4}$/),
      idNumber: expect.stringMatching(/^1201\*{10}[\dX]{4}$/),
      communityCode: community,
      verification: 'pending',
      skills: ['groceries', 'medicine'],
      lifetimeMinutes: 0,
      starLevel: 0,
      registeredAt: clock.now().toISOString(),
    });
    const second = await register(person());
    const digits = first.volunteerNumber.slice(0, 17);
    expect(digits).toMatch(/^1201162026\d{7}$/);
    expect(Number(first.volunteerNumber.at(-1))).toBe(luhnDigit(digits));
    expect(Number(second.volunteerNumber.slice(10, 17))).toBe(Number(digits.slice(10)) + 1);
    expect(await outboxOf(first.id)).toEqual([
      {
        subject: 'shunlu.evt.v1.volunteer.registered',
        data: { volunteerId: first.id, communityCode: community, registeredAt: first.registeredAt },
      },
    ]);
  });

  it('leaves no plain name, phone or ID number in any table or event', async () => {
    const input = person({
      name: '司马明文',
      guardianName: '诸葛监护',
      idNumber: '12010720100101004' + checkCharacter('12010720100101004'),
    });
    await register(input, { ...desk(), key: newId() });
    await house.call(
      volunteers.verify,
      { id: input.id, decision: 'verified', reason: '司马明文本人到场' },
      desk(),
    );
    await house.call(volunteers.requestPhoneCode, { phone: input.phone }, by(anonymous));
    const tables = await house.sql<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'volunteers'`,
    );
    expect(tables.length).toBeGreaterThan(10);
    const code = standIn.lastCode(input.phone);
    for (const { name } of tables) {
      // Octets as text too, so that nothing hides in a bytea or in JSON's escapes.
      const [dump] = await house.sql<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as text from volunteers."${name}" t`,
      );
      const shown = dump?.text ?? '';
      const texts = [input.name, '司马明文本人', input.guardianName, input.phone, input.idNumber].flatMap(
        (secret = '') => [
          secret,
          Buffer.from(secret).toString('hex'),
          JSON.stringify(secret)
            .slice(1, -1)
            .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
        ],
      );
      for (const text of texts) expect(shown.includes(text) && `${text} in ${name}`).toBe(false);
      if (name === 'phone_code') expect(shown.includes(code ?? 'sent')).toBe(false);
    }
  });

  it('keeps each consent with its version and time', async () => {
    const input = person({ consents: [...requiredConsents, 'location'] });
    await register(input);
    const rows = await house.sql(
      'select purpose, version, given_at from volunteers.volunteer_consent where volunteer_id = $1 order by purpose',
      [input.id],
    );
    expect(rows).toEqual(
      ['location', 'registration', 'sensitiveData', 'sharingWithStation'].map((purpose) => ({
        purpose,
        version: '2026-03-01',
        given_at: clock.now(),
      })),
    );
  });

  it('answers a retry alike, with or without its key, and other content with a conflict', async () => {
    const input = person({ skills: ['repair', 'driving'] });
    const key = newId();
    const call = { ...desk(), key };
    const first = await register(input, call);
    expect(await register(input, call)).toEqual(first);
    expect(await register({ ...input, skills: ['driving', 'repair'] }, desk())).toEqual(first);
    expect((await refusal(register({ ...input, name: '示另名' }, desk()))).code).toBe('idempotency.conflict');
    expect((await refusal(register(person(), call))).code).toBe('idempotency.conflict');
    const raced = person();
    const answers = await Promise.all(Array.from({ length: 5 }, () => register(raced, desk())));
    expect(new Set(answers.map(({ volunteerNumber }) => volunteerNumber)).size).toBe(1);
    expect(await outboxOf(raced.id)).toHaveLength(1);
  });

  it('lets one person in once in the country, also when desks race', async () => {
    const { idNumber } = person();
    const attempts = Array.from({ length: 8 }, (_, i) =>
      register(person({ idNumber: i % 2 ? idNumber : idNumber.toLowerCase() }), desk()),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(reasons).toEqual(reasons.map(() => expect.objectContaining({ code: 'volunteer.exists' })));
    const { phone } = person();
    const byPhone = await Promise.allSettled(
      Array.from({ length: 4 }, () => register(person({ phone }), desk())),
    );
    expect(byPhone.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('numbers a crowd without gap or double', async () => {
    const inputs = Array.from({ length: 30 }, () => person({ communityCode: '120115001001' }));
    const views = await Promise.all(inputs.map((input) => register(input, desk('12'))));
    const sequences = views
      .map(({ volunteerNumber }) => Number(volunteerNumber.slice(10, 17)))
      .sort((a, b) => a - b);
    expect(sequences).toEqual(inputs.map((_, index) => index + 1));
    // A registration that fails gives its number back.
    await refusal(
      register(person({ idNumber: inputs[0]?.idNumber, communityCode: '120115001001' }), desk('12')),
    );
    const next = await register(person({ communityCode: '120115001001' }), desk('12'));
    expect(Number(next.volunteerNumber.slice(10, 17))).toBe(31);
  });

  it('refuses what the rules refuse and writes nothing', async () => {
    const site = {
      id: newId(),
      kind: 'residentsCommittee' as const,
      name: '示例居委会',
      region: '120115001002',
    };
    await house.call(stations.createOrganisation, site, system);
    const minor = '12010720100101001';
    const child = '12010720200101001';
    const faults: [Partial<RegisterVolunteerInput>, string, Call?][] = [
      [{ idNumber: '120107198001010011' }, 'volunteer.idNumberInvalid'],
      [{ idNumber: minor + checkCharacter(minor) }, 'volunteer.guardianRequired'],
      [{ idNumber: child + checkCharacter(child), guardianName: '示例' }, 'volunteer.tooYoung'],
      [{ consents: ['registration'] }, 'volunteer.consentRequired'],
      [{ communityCode: '120116014999' }, 'region.unknown'],
      [{ communityCode: teda }, 'region.unknown'],
      [{ communityCode: '120115001001' }, 'access.foreignRegion'],
      [{ courierSiteId: newId() }, 'resource.notFound'],
      [{ courierSiteId: site.id }, 'resource.notFound'],
      [{ name: '   ' }, 'request.invalid'],
      [{}, 'access.denied', self(newId())],
      [{}, 'access.denied', by({ id: newId(), role: 'official', region: '12' })],
      [{}, 'access.foreignRegion', by({ id: newId(), role: 'committee' })],
    ];
    const count = async () =>
      (await house.sql<{ n: number }>('select count(*)::int as n from volunteers.volunteer'))[0]?.n;
    const before = await count();
    for (const [fields, code, call] of faults)
      expect((await refusal(register(person(fields), call ?? desk()))).code).toBe(code);
    expect(await count()).toBe(before);
  });
});

describe('deciding on a real name', () => {
  it('tells every decision once with a growing version', async () => {
    const input = person({ name: '张三' });
    await register(input);
    clock.advanceMinutes(3);
    const answers = await Promise.all([verify(input.id), verify(input.id), verify(input.id)]);
    expect(new Set(answers.map(({ verification }) => verification))).toEqual(new Set(['verified']));
    expect((await refusal(verify(input.id, 'refused'))).code).toBe('volunteer.decisionFinal');
    expect((await outboxOf(input.id)).slice(1)).toEqual([
      {
        subject: 'shunlu.evt.v1.volunteer.verified',
        data: {
          volunteerId: input.id,
          version: 2,
          communityCode: community,
          verification: 'verified',
          displayName: '张*',
          decidedAt: clock.now().toISOString(),
        },
      },
    ]);
  });

  it('lets who was refused register again, and frees the number of who was wronged', async () => {
    const input = person();
    const number = (await register(input)).volunteerNumber;
    await verify(input.id, 'refused');
    const rightful = person({ idNumber: input.idNumber });
    await register(rightful);
    const corrected = { ...input, idNumber: person().idNumber };
    expect(await register(corrected)).toMatchObject({ verification: 'pending', volunteerNumber: number });
    expect(await verify(input.id)).toMatchObject({ verification: 'verified' });
    const decisions = (await outboxOf(input.id))
      .slice(1)
      .map(({ data }) => [data['version'], data['verification']]);
    expect(decisions).toEqual([
      [2, 'refused'],
      [4, 'verified'],
    ]);
    expect((await refusal(register(person({ idNumber: input.idNumber })))).code).toBe('volunteer.exists');
  });

  it('is for staff of that region', async () => {
    const { id } = await register(person());
    const neighbours = by({ id: newId(), role: 'committee', region: '120116014002' });
    expect((await refusal(verify(id, 'verified', neighbours))).code).toBe('resource.notFound');
    expect((await refusal(verify(id, 'verified', self(id)))).code).toBe('access.denied');
    expect((await refusal(verify(newId()))).code).toBe('resource.notFound');
    const own = by({ id: newId(), role: 'committee', region: community });
    expect(await verify(id, 'verified', own)).toMatchObject({ verification: 'verified' });
  });
});

describe('looking up', () => {
  it('shows people to themselves and to staff of their region', async () => {
    const view = await register(person());
    const get = (call: Call) => house.call(volunteers.get, { id: view.id }, call);
    expect(await get(self(view.id))).toEqual(view);
    expect(await get(by({ id: newId(), role: 'administrator', region: '12' }))).toEqual(view);
    expect((await refusal(get(self(newId())))).code).toBe('resource.notFound');
    expect((await refusal(get(desk('120115')))).code).toBe('resource.notFound');
    expect((await refusal(get(by({ id: newId(), role: 'station' })))).code).toBe('resource.notFound');
  });

  it('lists a region page by page, each once, the newest first', async () => {
    const place = '120116005001';
    const views = [];
    for (let i = 0; i < 5; i++) views.push(await register(person({ communityCode: place }), desk('12')));
    await verify(views[0]?.id ?? '', 'verified', desk('12'));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await house.call(volunteers.list, { region: place, limit: 2, cursor }, desk('120116'));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(views.map(({ id }) => id).reverse());
    const verified = await house.call(volunteers.list, { verification: 'verified' }, desk(place));
    expect(verified.items.map(({ id }) => id)).toEqual([views[0]?.id]);
    const foreign = house.call(volunteers.list, { region: '120115' }, desk('120116'));
    expect((await refusal(foreign)).code).toBe('access.foreignRegion');
    const nonsense = house.call(volunteers.list, { cursor: 'x' }, desk());
    expect((await refusal(nonsense)).code).toBe('cursor.invalid');
  });
});

describe('lifetime minutes', () => {
  const record = (
    volunteerId: string,
    fields: Partial<ServiceRecordConfirmed> = {},
  ): ServiceRecordConfirmed => ({
    recordId: newId(),
    errandId: newId(),
    volunteerId,
    communityCode: community,
    serviceMinutes: 30,
    verification: 'deviceVerified',
    endedAt: clock.now().toISOString(),
    confirmedAt: clock.now().toISOString(),
    version: 1,
    ...fields,
  });
  const minutesOf = async (id: string) =>
    (await house.call(volunteers.get, { id }, self(id))).lifetimeMinutes;
  const publish = (records: ServiceRecordConfirmed[], id?: string) =>
    tell(
      tasks,
      records.map((data) => ({
        id: id ?? newId(),
        subject: errandEvents.recordConfirmed.subject,
        cityCode: 1201,
        occurredAt: data.confirmedAt,
        traceId: newTraceId(),
        data,
      })),
    );

  it('count every record once, in its newest version, whatever order they come in', async () => {
    const [a, b] = [(await register(person())).id, (await register(person())).id];
    const first = record(a);
    const corrected = { ...first, version: 2, serviceMinutes: 45 };
    const late = record(b, { version: 1, serviceMinutes: 60 });
    const newer = { ...late, version: 3, serviceMinutes: 20 };
    await publish([first, record(a, { serviceMinutes: 100 }), newer]);
    await publish([corrected, late, corrected]);
    await publish([first]);
    await publish([record(b, { serviceMinutes: 5 })]);
    await allConsumed(house.nats, 'volunteers');
    expect([await minutesOf(a), await minutesOf(b)]).toEqual([145, 25]);
  });

  it('count an event once, however often it is delivered', async () => {
    const { id } = await register(person());
    const told = record(id, { serviceMinutes: 100 * 60 });
    const eventId = newId();
    for (let delivery = 0; delivery < 5; delivery++) await publish([told], eventId);
    await allConsumed(house.nats, 'volunteers');
    expect(await house.call(volunteers.get, { id }, self(id))).toMatchObject({
      lifetimeMinutes: 6_000,
      starLevel: 1,
    });
  });

  it('add up when both replicas take versions of the same records', async () => {
    const { id } = await register(person());
    const records = Array.from({ length: 20 }, () => record(id));
    const versions = [1, 2, 3, 4].flatMap((version) =>
      records.map((r) => ({ ...r, version, serviceMinutes: version * 10 })),
    );
    await Promise.all(versions.reverse().map((version) => publish([version])));
    await allConsumed(house.nats, 'volunteers');
    expect(await minutesOf(id)).toBe(20 * 40);
  });
});

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
