import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  currentGuardianWording,
  guardians,
  type RegisterVolunteerInput,
  requiredConsents,
  stations,
  systemActor,
  volunteers,
  type VolunteerView,
} from '#contracts';
import { type StandIn, startStandIn } from '#local';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { idNumber, person, refusal, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { CohortsService } from './cohorts.service.js';
import { volunteersService } from './definition.js';
import { luhnDigit } from './volunteer-number.js';

// Real: PostgreSQL, NATS, volunteers (two replicas) and stations with Tianjin's divisions.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const teda = '120116014';
const community = '120116014001';
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
const system = by(systemActor('gateway'));
const desk = (region = teda): Call => by({ id: newId(), role: 'station', region });
const self = (id: string): Call => by({ id, role: 'volunteer' });

const register = (input: RegisterVolunteerInput, call = desk()) =>
  house.call(volunteers.register, input, call);
const verify = (id: string, decision: 'verified' | 'refused' = 'verified', call = desk()) =>
  house.call(volunteers.verify, { id, decision }, call);
const outcome = (asking: Promise<VolunteerView>) =>
  asking.then(
    (view) => ({ view, code: undefined }),
    (error: { code: string }) => ({ view: undefined, code: error.code }),
  );
const outboxOf = (volunteerId: string) =>
  house.sql<{ subject: string; data: Record<string, unknown> }>(
    `select subject, data from volunteers.outbox_event
     where data->>'volunteerId' = $1 and subject like '%.volunteer.%' order by id`,
    [volunteerId],
  );
const cohortsOf = (volunteerId: string) =>
  house.sql<{ data: Record<string, unknown> }>(
    `select data from volunteers.outbox_event
     where data->>'volunteerId' = $1 and subject = 'shunlu.evt.v1.cohort.known' order by id`,
    [volunteerId],
  );

describe('registering', () => {
  it('answers masked data and a number of the district, year and next sequence', async () => {
    const first = await register(person({ name: '张小三', skills: ['groceries', 'medicine'] }));
    expect(first).toMatchObject({
      name: '张*三',
      phone: expect.stringMatching(/^100\*{4}\d{4}$/),
      idNumber: expect.stringMatching(/^1299\*{10}[\dX]{4}$/),
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
      idNumber: idNumber('12999920100101004'),
    });
    await register(input, { ...desk(), key: newId() });
    const { version } = currentGuardianWording();
    const guardian = { guardianName: '诸葛监护', relation: 'parent', way: 'inPerson', version } as const;
    await house.call(guardians.give, { ...guardian, id: newId(), volunteerId: input.id }, desk());
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

  it('takes a batch as a set: each of it registered or refused on its own, repeats and races among them', async () => {
    const [twin, phone] = [person(), person().phone];
    const batch = [
      ...Array.from({ length: 40 }, () => person()),
      twin,
      twin,
      { ...twin, name: '示另名' },
      person({ idNumber: twin.idNumber }),
      person({ phone }),
      person({ phone }),
      person({ communityCode: '120116014999' }),
      person({ idNumber: '129999198001010010' }),
    ];
    const refused = batch.length - 5;
    const call = desk();
    const answers = await Promise.all([...batch, ...batch].map((input) => outcome(register(input, call))));
    const [first, again] = [answers.slice(0, batch.length), answers.slice(batch.length)];
    expect(first.slice(0, 42).filter(({ code }) => code)).toEqual([]);
    expect(first[41]?.view).toEqual(first[40]?.view);
    expect(first.slice(42).map(({ code }) => code)).toEqual([
      'idempotency.conflict',
      'volunteer.exists',
      undefined,
      'volunteer.exists',
      'region.unknown',
      'volunteer.idNumberInvalid',
    ]);
    expect(again).toEqual(first);
    expect(new Set(first.flatMap(({ view }) => view?.volunteerNumber ?? [])).size).toBe(refused - 1);
    // What was refused holds neither ID number nor phone.
    const [orphans] = await house.sql<{ n: number }>(
      `select count(*)::int as n from volunteers.identity_owner o
       where not exists (select from volunteers.volunteer v where v.id = o.volunteer_id)`,
    );
    expect(orphans).toEqual({ n: 0 });
  });

  it('checks a registration without keeping anything', async () => {
    const [input, known] = [person(), person()];
    await register(known);
    const check = (asked: RegisterVolunteerInput) => house.call(volunteers.checkRegistration, asked, desk());
    const count = () =>
      house.sql(
        `select (select count(*) from volunteers.volunteer) as volunteers, (select count(*) from volunteers.identity_owner) as numbers,
           (select count(*) from volunteers.phone_owner) as phones, (select count(*) from volunteers.outbox) as events`,
      );
    const before = await count();
    expect(await check(input)).toEqual({ id: input.id });
    expect(await check(input)).toEqual({ id: input.id });
    expect((await refusal(check(person({ idNumber: known.idNumber })))).code).toBe('volunteer.exists');
    expect((await refusal(check(person({ phone: known.phone })))).code).toBe('volunteer.exists');
    expect(await count()).toEqual(before);
  });

  it('refuses what the rules refuse and writes nothing', async () => {
    const site = {
      id: newId(),
      kind: 'residentsCommittee' as const,
      name: '示例居委会',
      region: '120115001002',
    };
    await house.call(stations.createOrganisation, site, system);
    const minor = idNumber('12999920100101001');
    const child = idNumber('12999920200101001');
    const faults: [Partial<RegisterVolunteerInput>, string, Call?][] = [
      [{ idNumber: '129999198001010010' }, 'volunteer.idNumberInvalid'],
      [{ idNumber: minor }, 'volunteer.guardianRequired'],
      [{ idNumber: child, guardianName: '示例' }, 'volunteer.tooYoung'],
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
          skills: [],
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

  it('tells the decade of birth of who is verified, and no day of birth', async () => {
    const input = person({ idNumber: idNumber('12010419561231001') });
    await register(input);
    expect(await cohortsOf(input.id)).toEqual([]);
    await verify(input.id);
    const cohort = { volunteerId: input.id, version: 2, communityCode: community, birthDecade: 1950 };
    expect(await cohortsOf(input.id)).toEqual([{ data: cohort }]);
    // Without the ids, whose digits are drawn.
    const told = await house.sql(`select data::jsonb - 'volunteerId' as data from volunteers.outbox_event`);
    expect(JSON.stringify(told)).not.toMatch(/1956|1231/);
  });

  it('tells the decade of who was verified before it was told, once', async () => {
    const input = person();
    await register(input);
    await verify(input.id);
    await house.sql('update volunteers.volunteer set cohort_told_version = 0 where id = $1', [input.id]);
    const { app } = house.services.find(({ name }) => name === 'volunteers')!;
    for (let times = 0; times < 2; times++) await app.get(CohortsService).tellUntold();
    expect(await cohortsOf(input.id)).toHaveLength(2);
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
