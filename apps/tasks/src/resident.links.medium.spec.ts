import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  anonymous,
  confirming,
  DomainError,
  errands,
  needs,
  type NeedPage,
  type NeedView,
  residentAccess,
  type ResidentLinkPage,
  residentLinks,
  type ResidentLinkView,
  type Session,
  type SlipSheet,
  volunteers,
} from '#contracts';
import { poll, type StandIn, startStandIn } from '#local';
import { newId } from '#platform';
import { allConsumed, startStreet, type Street } from '#testing';
import { ResidentLinksService } from './resident.links.service.js';

// Real: PostgreSQL, NATS, tasks, stations and volunteers. Text messages go to a stand-in.
let street: Street;
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn(0);
  street = await startStreet({ SMS_URL: standIn.url }, ['volunteers']);
});
afterAll(async () => {
  await street.house.stop();
  await standIn.stop();
});

const ask: Street['house']['ask'] = (...input) => street.house.ask(...input);
const code = (answer: object) => (answer instanceof DomainError ? answer.code : 'answered');
let lastPhone = 13_800_000_000;
const newPhone = () => String(++lastPhone);

/** A person signed in by a code sent to the phone. */
async function signedIn(phone: string, role: 'resident' | 'volunteer' = 'resident'): Promise<Actor> {
  street.clock.advanceMinutes(2);
  await ask(volunteers.requestPhoneCode, { phone }, anonymous);
  const input = { phone, code: standIn.lastCode(phone) ?? '', role };
  const { actorId } = (await ask(volunteers.signInByPhone, input, anonymous)) as Session;
  return { id: actorId, role };
}

async function registered(phone: string): Promise<string> {
  const input = {
    ...{ id: newId(), name: '示例爷爷', phone, communityCode: '120116014001' },
    ...{ door: `${newId()} 号`, point: { longitude: 117.71, latitude: 39.03 } },
  };
  await ask(needs.registerResident, input, street.committee);
  return input.id;
}

const propose = async (by: Actor) => (await ask(residentLinks.propose, {}, by)) as ResidentLinkPage;
const prove = (id: string, by: Actor, proof: 'paperSlip' | 'callBack' | 'review', slip?: string) =>
  ask(residentLinks.confirm, { id, proof, ...(slip !== undefined && { code: slip }) }, by);
const actAs = async (person: Actor, residentId: string) => {
  await poll(
    async () =>
      (await street.house.sql('select from tasks.outbox where published_at is null')).length === 0 ||
      undefined,
    10_000,
    () => new Error('links are not told'),
  );
  await allConsumed(street.house.nats, 'volunteers');
  return ask(residentAccess.signIn, { residentId }, person);
};

/** A resident registered by the committee, who has signed in and is proposed to be that resident. */
async function proposed() {
  const phone = newPhone();
  const residentId = await registered(phone);
  const person = await signedIn(phone);
  const { items } = await propose(person);
  return { phone, residentId, person, link: items[0] as ResidentLinkView };
}

describe('a resident with a phone', () => {
  it('is found by the number, and shown nothing but that there is somebody until it is proven', async () => {
    const { residentId, person, link } = await proposed();
    expect(person.id).not.toBe(residentId);
    expect(link).toMatchObject({ state: 'proposed', communityCode: '120116014001', attemptsLeft: 5 });
    expect([link.residentName, link.residentId]).toEqual([undefined, undefined]);
    expect((await propose(person)).items).toEqual([link]);
    expect(code(await actAs(person, residentId))).toBe('resource.notFound');
    const forStaff = await ask(residentLinks.list, { state: 'proposed' }, street.committee);
    expect((forStaff as ResidentLinkPage).items).toContainEqual(
      expect.objectContaining({ id: link.id, residentId, residentName: '示**爷' }),
    );
    const elsewhere = (await ask(residentLinks.list, {}, street.elsewhere)) as ResidentLinkPage;
    expect(elsewhere.items).toEqual([]);
  });

  it('called back by the committee, sees and confirms the own needs, and nobody else’s', async () => {
    const { residentId, person, link } = await proposed();
    expect(code(await prove(link.id, street.elsewhere, 'callBack'))).toBe('resource.notFound');
    expect(code(await prove(link.id, person, 'callBack'))).toBe('link.proofInvalid');
    const linked = await prove(link.id, street.committee, 'callBack');
    expect(linked).toMatchObject({ state: 'confirmed', proof: 'callBack', residentId });
    expect(await prove(link.id, street.committee, 'callBack')).toEqual(linked);
    const foreign = await street.accepted();
    const own = await street.accepted({ residentId });
    const session = (await actAs(person, residentId)) as Session;
    expect(session).toMatchObject({ actorId: residentId, role: 'resident' });
    const resident: Actor = { id: session.actorId, role: 'resident', sessionId: session.sessionId };
    const seen = (await ask(needs.list, {}, resident)) as NeedPage;
    expect(seen.items.map(({ id }) => id)).toEqual([own.id]);
    expect((seen.items[0] as NeedView).serviceCode).toBe(own.serviceCode);
    expect(code(await ask(needs.get, { id: foreign.id }, resident))).toBe('resource.notFound');
    await ask(errands.claim, { id: newId(), errandId: own.errandId }, street.rival);
    await ask(errands.checkIn, { errandId: own.errandId, code: own.serviceCode }, street.rival);
    street.clock.advanceMinutes(20);
    const record = (await ask(errands.checkOut, { errandId: own.errandId }, street.rival)) as { id: string };
    expect(await ask(errands.confirmRecord, { id: record.id, method: 'app' }, resident)).toMatchObject({
      state: 'confirmed',
    });
  });

  it('shows a slip, which is spent; five wrong ones and only staff can', async () => {
    const { residentId, person, link } = await proposed();
    const sheet = (await ask(
      confirming.printSlips,
      { id: newId(), residentId, count: 2 },
      street.committee,
    )) as SlipSheet;
    expect(code(await prove(link.id, person, 'paperSlip'))).toBe('link.proofInvalid');
    expect(code(await prove(link.id, street.committee, 'paperSlip', '00000000'))).toBe('link.proofInvalid');
    expect(await prove(link.id, person, 'paperSlip', '00000000')).toMatchObject({
      code: 'record.codeWrong',
      data: { attemptsLeft: 4 },
    });
    const slip = sheet.slips[0]?.code ?? '';
    expect(await prove(link.id, person, 'paperSlip', slip)).toMatchObject({
      ...{ state: 'confirmed', proof: 'paperSlip', residentName: '示**爷', attemptsLeft: 4 },
    });
    const second = await proposed();
    // Another's slip is no slip here; and guessing ends.
    for (let left = 4; left >= 0; left--)
      expect(
        await prove(second.link.id, second.person, 'paperSlip', sheet.slips[1]?.code ?? ''),
      ).toMatchObject({ code: 'record.codeWrong', data: { attemptsLeft: left } });
    expect(code(await prove(second.link.id, second.person, 'paperSlip', '12345678'))).toBe(
      'record.codeLocked',
    );
    expect(await prove(second.link.id, street.station, 'review')).toMatchObject({ state: 'confirmed' });
  });

  it('is one person at a time: a second phone waits until staff end the first, and is signed out then', async () => {
    const { phone, residentId, person, link } = await proposed();
    await prove(link.id, street.committee, 'review');
    const session = (await actAs(person, residentId)) as Session;
    const other: Actor = { id: newId(), role: 'resident' };
    const rows = await street.house.sql<{ id: string }>(
      `insert into tasks.resident_link (city_code, id, person_id, resident_id, community_code, state, proposed_at)
       select city_code, $1, $2, resident_id, community_code, 'proposed', now() from tasks.resident_link where id = $3
       returning id`,
      [newId(), other.id, link.id],
    );
    const second = rows[0]?.id ?? '';
    expect(code(await prove(second, street.committee, 'review'))).toBe('link.taken');
    expect(await ask(residentLinks.end, { id: link.id }, street.committee)).toMatchObject({ state: 'ended' });
    expect(code(await actAs(person, residentId))).toBe('resource.notFound');
    expect(
      code(await ask(volunteers.refreshSession, { refreshToken: session.refreshToken }, anonymous)),
    ).toBe('auth.failed');
    expect(code(await prove(link.id, street.committee, 'review'))).toBe('link.ended');
    expect(await prove(second, street.committee, 'review')).toMatchObject({ state: 'confirmed' });
    // The number is still the first one's: asked again, it is proposed anew, and proven anew.
    const anew = await propose(await signedIn(phone));
    expect(anew.items.map(({ state }) => state).sort()).toEqual(['ended', 'proposed']);
  });

  it('who is a volunteer too cannot stand for the own minutes as the resident', async () => {
    const phone = newPhone();
    const residentId = await registered(phone);
    const person = await signedIn(phone, 'volunteer');
    // The courier whose own phone the committee was given serves "the resident".
    await street.house.sql(
      `insert into tasks.volunteer select (jsonb_populate_record(v, jsonb_build_object('id', $1::text))).*
       from tasks.volunteer v where id = $2`,
      [person.id, street.volunteer.id],
    );
    const need = await street.accepted({ residentId });
    await ask(errands.claim, { id: newId(), errandId: need.errandId }, person);
    // Proven after the claim: before it, the claim would be refused as an own need's.
    const [link] = (await propose(person)).items;
    await prove(link?.id ?? '', street.committee, 'callBack');
    await ask(errands.checkIn, { errandId: need.errandId, code: need.serviceCode }, person);
    street.clock.advanceMinutes(20);
    const record = (await ask(errands.checkOut, { errandId: need.errandId }, person)) as { id: string };
    const session = (await actAs(person, residentId)) as Session;
    const asResident: Actor = { id: session.actorId, role: 'resident' };
    expect(code(await ask(errands.confirmRecord, { id: record.id, method: 'app' }, asResident))).toBe(
      'record.selfConfirmation',
    );
  });

  it('who signed in without a phone code has shown none, even where a desk wrote one down', async () => {
    const phone = newPhone();
    await registered(phone);
    const person: Actor = { id: newId(), role: 'resident' };
    expect(code(await ask(residentLinks.propose, {}, person))).toBe('link.phoneNotProven');
    const nobody = await signedIn(newPhone());
    expect((await propose(nobody)).items).toEqual([]);
  });

  it('registered before there was an index is found after the job has run, twice at once', async () => {
    const phone = newPhone();
    const residentId = await registered(`${phone.slice(0, 3)}-${phone.slice(3)}`);
    const bad = await registered(newPhone());
    await street.house.sql('update tasks.resident set phone_index = null where id = any($1)', [
      [residentId, bad],
    ]);
    await street.house.sql(`update tasks.resident set phone_sealed = 'torn' where id = $1`, [bad]);
    const person = await signedIn(phone);
    expect((await propose(person)).items).toEqual([]);
    const service = street.house.services.find(({ name }) => name === 'tasks')!.app.get(ResidentLinksService);
    await Promise.all([service.indexPhones(), service.indexPhones()]);
    expect(await service.indexPhones()).toBe(0);
    expect((await propose(person)).items).toHaveLength(1);
  });
});

describe('the database', () => {
  it('keeps no confirmed link without a proof, nor one a person gave alone', async () => {
    const { link, person } = await proposed();
    const set = (change: string) =>
      street.house.sql(`update tasks.resident_link set ${change} where id = '${link.id}'`);
    await expect(set(`state = 'confirmed'`)).rejects.toMatchObject({ constraint: 'resident_link_proven' });
    const alone = `state = 'confirmed', confirmed_at = now(), proof = 'review', confirmed_by = '${person.id}'`;
    await expect(set(alone)).rejects.toMatchObject({ constraint: 'resident_link_two_people' });
  });

  it('keeps no number in plain, and events name nobody', async () => {
    const { phone, link } = await proposed();
    await prove(link.id, street.committee, 'review');
    const kept = await street.house.sql(
      `select r::text as row from tasks.resident r union all select l::text from tasks.resident_link l
       union all select data::text from tasks.outbox_event where subject like '%residentLink%'`,
    );
    const text = JSON.stringify(kept);
    expect(text).not.toContain(phone);
    expect(text).not.toContain('示例爷爷');
  });
});
