import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  comers,
  consents,
  currentWording,
  departure,
  type DomainError,
  errands,
  merges,
  moves,
  portraits,
  type PortraitView,
  registerData,
  reveals,
  type RevealPage,
  systemActor,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { type Call, newId, newTraceId } from '#platform';
import { allConsumed, person, refusal, startStreet, type Street } from '#testing';

// Real: PostgreSQL, NATS, stations, volunteers and tasks: whoever sets a portrait is who comes.
let street: Street;
beforeAll(async () => void (street = await startStreet({ ACTIVE_CLAIM_LIMIT: '100' }, ['volunteers'])));
afterAll(() => street.house.stop());

const jpeg = (text: string) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]).toString('base64');
const face = jpeg('a face that nobody else has');
const self = (id: string): Actor => ({ id, role: 'volunteer' });
const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const staff = (region = '120116014'): Call => by({ id: newId(), role: 'station', region });
const purpose = 'portrait' as const;
const { version } = currentWording(purpose);
const give = (id: string) => street.house.call(consents.give, { purpose, version }, by(self(id)));
const set = (id: string, image = face) => street.house.call(portraits.set, { image }, by(self(id)));
const own = (id: string) => street.house.call(portraits.own, {}, by(self(id)));
const kept = (id: string) =>
  street.house.sql<{ sealed: string }>(
    'select image_sealed as sealed from volunteers.portrait where volunteer_id = $1',
    [id],
  );

/** A verified volunteer whom tasks knows. */
async function verified(): Promise<string> {
  const input = person();
  await street.house.call(volunteers.register, input, staff());
  await street.house.call(volunteers.verify, { id: input.id, decision: 'verified' }, staff());
  await told();
  return input.id;
}

async function told(): Promise<void> {
  const isDry = async () =>
    (await street.house.sql('select 1 from volunteers.outbox where published_at is null limit 1')).length ===
      0 || undefined;
  await poll(isDry, 20_000, () => new Error('the outbox does not run dry'));
  await allConsumed(street.house.nats, 'tasks');
}

async function withPortrait(): Promise<string> {
  const id = await verified();
  await give(id);
  await set(id);
  return id;
}

describe('a portrait', () => {
  it('is set by who consents to it, sealed at rest, and replaced by another', async () => {
    const id = await verified();
    expect((await refusal(set(id))).code).toBe('portrait.consentMissing');
    expect(await own(id)).toEqual({});
    await give(id);
    const first = await set(id);
    expect(await own(id)).toEqual({ image: face, setAt: first.setAt });
    expect((await kept(id))[0]?.sealed).not.toContain(face);
    street.clock.advanceMinutes(1);
    expect(await set(id)).toEqual(first);
    expect((await set(id, jpeg('another'))).setAt).not.toBe(first.setAt);
    expect(await own(id)).toMatchObject({ image: jpeg('another') });
    await street.house.call(portraits.remove, {}, by(self(id)));
    await street.house.call(portraits.remove, {}, by(self(id)));
    expect([await own(id), await kept(id)]).toEqual([{}, []]);
  });

  it('is a small JPEG of somebody registered, and nothing of it stays in remembered answers', async () => {
    const id = await verified();
    await give(id);
    for (const image of [Buffer.from('<svg/>').toString('base64'), jpeg('x'.repeat(12_001))])
      expect((await refusal(set(id, image))).code).toBe('photo.unreadable');
    expect((await refusal(set(newId()))).code).toBe('resource.notFound');
    const key = newId();
    const once = () => street.house.call(portraits.set, { image: face }, { ...by(self(id)), key });
    expect(await once()).toEqual(await once());
    const remembered = await street.house.sql<{ row: string }>(
      'select t::text as row from volunteers.remembered_answer t where actor_id = $1',
      [id],
    );
    expect(remembered).toHaveLength(1);
    expect(remembered[0]?.row).not.toContain(face);
  });

  it('ends with the consent, whatever the code does', async () => {
    const [ann, ben] = [await withPortrait(), await withPortrait()];
    await street.house.call(consents.withdraw, { purpose }, by(self(ann)));
    expect([await own(ann), await kept(ann)]).toEqual([{}, []]);
    expect((await refusal(set(ann))).code).toBe('portrait.consentMissing');
    // Past the service, in the database.
    const insert = street.house.sql(
      `insert into volunteers.portrait select city_code, id, 'k1.x', now() from volunteers.volunteer where id = $1`,
      [ann],
    );
    await expect(insert).rejects.toThrow(/no portrait without consent/);
    await street.house.sql(
      `update volunteers.volunteer_consent set ended_at = greatest(given_at, now()), end_reason = 'withdrawn'
       where volunteer_id = $1 and purpose = 'portrait'`,
      [ben],
    );
    expect(await kept(ben)).toEqual([]);
  });

  it('stays when the consent is renewed, and goes along when its volunteer moves', async () => {
    const id = await withPortrait();
    await street.house.sql(
      `update volunteers.volunteer_consent set version = '2025-01-01' where volunteer_id = $1 and purpose = 'portrait'`,
      [id],
    );
    await give(id);
    expect(await own(id)).toMatchObject({ image: face });
    await street.house.call(moves.move, { id, communityCode: '120116014002' }, by(self(id)));
    expect(await own(id)).toMatchObject({ image: face });
  });

  it('is in the file of own data, and destroyed when its volunteer leaves', async () => {
    const id = await withPortrait();
    const { items } = await street.house.call(registerData.read, {}, by(self(id)));
    const mine = items.filter(({ section }) => section === 'portrait').map(({ content }) => content);
    expect(mine.map((content) => (JSON.parse(content) as { image: string }).image)).toEqual([face]);
    await street.house.call(departure.leave, { confirm: 'leave' }, by(self(id)));
    expect(await kept(id)).toEqual([]);
  });

  it('of a registration that is merged into another is destroyed', async () => {
    const [keptId, mergedId] = [await verified(), await withPortrait()];
    const id = newId();
    const proposal = { id, keptId, mergedId, reason: 'wrongNumber' as const };
    await street.house.call(merges.propose, proposal, staff());
    await street.house.call(merges.decide, { id, decision: 'approve' }, staff());
    expect([await kept(mergedId), await kept(keptId)]).toEqual([[], []]);
  });
});

describe('who comes', () => {
  const look = (claimId: string, actor: Actor) => street.house.ask(comers.portrait, { id: claimId }, actor);
  const code = (answer: object) => (answer as DomainError).code;
  const claimOf = async (errandId: string) =>
    (await street.house.sql<{ id: string }>('select id from tasks.claim where errand_id = $1', [errandId]))[0]
      ?.id ?? '';

  it('is seen by the resident and the relative who asked, from claim to check-out, and every look is noted', async () => {
    const id = await withPortrait();
    const { errandId, serviceCode, id: needId } = await street.claimed(self(id));
    const claimId = await claimOf(errandId);
    const daughter: Actor = { id: newId(), role: 'resident' };
    await street.house.sql('update tasks.need set family_id = $2 where id = $1', [needId, daughter.id]);
    const seers = [street.resident, daughter, { ...daughter, role: 'volunteer' as const }];
    for (const actor of seers) {
      expect((await look(claimId, actor)) as PortraitView).toEqual({ image: face });
      expect(await street.house.call(errands.get, { id: errandId }, by(actor))).toMatchObject({
        claims: [{ id: claimId, state: 'claimed' }],
      });
    }
    for (const actor of [self(newId()), { id: newId(), role: 'resident' as const }, self(id)])
      expect(code(await look(claimId, actor))).toBe('resource.notFound');
    for (const actor of [street.committee, street.station])
      expect(code(await look(claimId, actor))).toBe('access.denied');
    const { items } = (await street.house.ask(reveals.list, {}, self(id))) as RevealPage;
    expect(
      items.filter((item) => item.errandId === errandId).map(({ viewerId, fields }) => [viewerId, fields]),
    ).toEqual([daughter.id, daughter.id, street.resident.id].map((viewer) => [viewer, ['portrait']]));
    await street.house.call(errands.checkIn, { errandId, code: serviceCode }, by(self(id)));
    expect(await look(claimId, street.resident)).toEqual({ image: face });
    await street.house.call(errands.checkOut, { errandId }, by(self(id)));
    expect(code(await look(claimId, street.resident))).toBe('resource.notFound');
  });

  it('has no picture where none is set, and then nothing is noted', async () => {
    const id = await verified();
    const { errandId } = await street.claimed(self(id));
    expect(await look(await claimOf(errandId), street.resident)).toEqual({});
    const noted = await street.house.sql('select 1 from tasks.reveal where errand_id = $1', [errandId]);
    expect(noted).toEqual([]);
  });

  it('is told to tasks alone, sealed', async () => {
    const id = await withPortrait();
    const { imageSealed } = await street.house.call(portraits.sealed, { id }, by(systemActor('tasks')));
    expect(imageSealed).toMatch(/^k1\./);
    expect(code(await street.house.ask(portraits.sealed, { id }, self(id)))).toBe('access.denied');
  });
});
