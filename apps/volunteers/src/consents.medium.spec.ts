import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type ConsentPurpose,
  consents,
  currentWording,
  DomainError,
  errands,
  matching,
  standing,
  systemActor,
  volunteerFacts,
  volunteers,
} from '#contracts';
import { poll } from '#local';
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

// Real: PostgreSQL, NATS, volunteers, stations with Tianjin's divisions, and tasks, which acts on what it is told.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const version = '2026-03-01';
let house: TestHouse;

beforeAll(async () => {
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse([...others, volunteersService], { clock });
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const self = (id: string): Call => by({ id, role: 'volunteer' });
const staff = (role: 'committee' | 'station' | 'administrator') =>
  by({ id: newId(), role, region: '120116014' });
const system = by(systemActor('gateway'));

async function verified(): Promise<string> {
  const input = person();
  await house.call(volunteers.register, input, staff('station'));
  await house.call(volunteers.verify, { id: input.id, decision: 'verified' }, staff('station'));
  await told();
  return input.id;
}

/** Until tasks knows. */
async function told(): Promise<void> {
  const isDry = async () =>
    (await house.sql('select 1 from volunteers.outbox where published_at is null limit 1')).length === 0 ||
    undefined;
  await poll(isDry, 10_000, () => new Error('the outbox does not run dry'));
  await allConsumed(house.nats, 'tasks');
}

const give = (id: string, purpose: ConsentPurpose, call = self(id)) =>
  house.call(consents.give, { purpose, version }, call);
const withdraw = (id: string, purpose: ConsentPurpose, call = self(id)) =>
  house.call(consents.withdraw, { purpose }, call);
const consentOf = async (id: string, purpose: ConsentPurpose) =>
  (await house.call(consents.list, {}, self(id))).items.find((item) => item.purpose === purpose);
/** Claims an errand of its own; answers the refusal, if it is one. */
async function claimFault(id: string): Promise<string | undefined> {
  const seed = { errands: 1, volunteers: 0, from: new Date(clock.now().getTime() + 3_600_000) };
  const { errandIds } = await seedErrands(house.database.adminUrl, seed);
  const claim = { id: newId(), errandId: errandIds[0] ?? '' };
  const answer = await house.ask(errands.claim, claim, { id, role: 'volunteer' });
  return answer instanceof DomainError ? answer.code : undefined;
}
const rowsOf = (id: string) =>
  house.sql<{ purpose: string; end_reason: string | null }>(
    `select purpose, end_reason from volunteers.volunteer_consent where volunteer_id = $1
     order by given_at, ended_at nulls last, purpose`,
    [id],
  );

describe('consents', () => {
  it('are each listed with wording and time, and whether they hold', async () => {
    const id = await verified();
    const { items } = await house.call(consents.list, {}, self(id));
    const given = { isGiven: true, version, givenAt: clock.now().toISOString(), isOutdated: false };
    expect(items).toEqual([
      { purpose: 'registration', ...given },
      { purpose: 'sensitiveData', ...given },
      { purpose: 'sharingWithStation', ...given },
      { purpose: 'location', isGiven: false, isOutdated: false },
      { purpose: 'publicHonours', isGiven: false, isOutdated: false },
      { purpose: 'portrait', isGiven: false, isOutdated: false },
    ]);
    expect((await refusal(house.call(consents.list, {}, self(newId())))).code).toBe('resource.notFound');
  });

  it('are withdrawn and given again one by one; every one that ever held stays on record', async () => {
    const id = await verified();
    clock.advanceMinutes(5);
    const endedAt = clock.now().toISOString();
    await withdraw(id, 'location');
    await withdraw(id, 'sharingWithStation');
    expect(await consentOf(id, 'sharingWithStation')).toMatchObject({ isGiven: false, version, endedAt });
    expect(await consentOf(id, 'registration')).toMatchObject({ isGiven: true });
    await give(id, 'sharingWithStation');
    await give(id, 'sharingWithStation');
    expect(await consentOf(id, 'sharingWithStation')).toEqual({
      ...{ purpose: 'sharingWithStation', isGiven: true, version, givenAt: endedAt, isOutdated: false },
    });
    expect((await rowsOf(id)).filter(({ purpose }) => purpose === 'sharingWithStation')).toEqual([
      { purpose: 'sharingWithStation', end_reason: 'withdrawn' },
      { purpose: 'sharingWithStation', end_reason: null },
    ]);
  });

  it('are to the wording shown now, and to no other', async () => {
    const id = await verified();
    const fault = await refusal(
      house.call(consents.give, { purpose: 'location', version: '2020-01-01' }, self(id)),
    );
    expect(fault).toMatchObject({
      code: 'consent.textChanged',
      data: { version: currentWording('location').version },
    });
    expect(await consentOf(id, 'location')).toMatchObject({ isGiven: false });
  });

  it('to an older wording end when the newer is consented to', async () => {
    const id = await verified();
    await house.sql(
      `update volunteers.volunteer_consent set version = '2025-01-01' where volunteer_id = $1 and purpose = 'registration'`,
      [id],
    );
    expect(await consentOf(id, 'registration')).toMatchObject({ isGiven: true, isOutdated: true });
    await give(id, 'registration');
    expect(await consentOf(id, 'registration')).toMatchObject({ isGiven: true, isOutdated: false, version });
    expect((await rowsOf(id)).find(({ purpose }) => purpose === 'registration')?.end_reason).toBe('renewed');
  });

  it('are one write however often it is sent, also at once', async () => {
    const id = await verified();
    await Promise.all(Array.from({ length: 4 }, () => withdraw(id, 'registration')));
    await Promise.all(Array.from({ length: 4 }, () => give(id, 'registration')));
    const key = newId();
    const first = await withdraw(id, 'location', { ...self(id), key });
    expect(await withdraw(id, 'location', { ...self(id), key })).toEqual(first);
    expect((await rowsOf(id)).filter(({ purpose }) => purpose === 'registration')).toHaveLength(2);
    // Registered, verified, withdrawn, given, location withdrawn.
    expect(await house.sql('select version from volunteers.volunteer where id = $1', [id])).toEqual([
      { version: 5 },
    ]);
  });

  it('cannot hold twice for one purpose, nor end without a reason, whatever the code does', async () => {
    const id = await verified();
    const twice = house.sql(
      `insert into volunteers.volunteer_consent (city_code, volunteer_id, purpose, version, given_at)
       select city_code, volunteer_id, purpose, 'x', given_at from volunteers.volunteer_consent where volunteer_id = $1`,
      [id],
    );
    await expect(twice).rejects.toThrow(/volunteer_consent_in_force/);
    const endless = house.sql(
      'update volunteers.volunteer_consent set ended_at = now() where volunteer_id = $1',
      [id],
    );
    await expect(endless).rejects.toThrow(/volunteer_consent_end/);
  });
});

describe('withdrawing', () => {
  it.each(['registration', 'sensitiveData', 'sharingWithStation'] as const)(
    '%s stops claiming at once, until it is given again; totals do not move',
    async (purpose) => {
      const id = await verified();
      await withdraw(id, purpose);
      await told();
      expect(await claimFault(id)).toBe('volunteer.notVerified');
      const [row] = await house.sql(
        'select verification, lifetime_minutes from volunteers.volunteer where id = $1',
        [id],
      );
      expect(row).toEqual({ verification: 'verified', lifetime_minutes: 0 });
      await give(id, purpose);
      await told();
      expect(await claimFault(id)).toBeUndefined();
    },
  );

  it('the sharing hides the registration from the station, and from nobody else', async () => {
    const id = await verified();
    const seen = async (role: 'committee' | 'station' | 'administrator') => {
      const one = await house.ask(volunteers.get, { id }, staff(role).actor);
      const { items } = await house.call(volunteers.list, { limit: 100 }, staff(role));
      expect(items.some((item) => item.id === id)).toBe('volunteerNumber' in one);
      return 'volunteerNumber' in one;
    };
    expect([await seen('station'), await seen('committee')]).toEqual([true, true]);
    await withdraw(id, 'sharingWithStation');
    expect([await seen('station'), await seen('committee'), await seen('administrator')]).toEqual([
      false,
      true,
      true,
    ]);
    await withdraw(id, 'registration');
    expect([await seen('station'), await seen('committee'), await seen('administrator')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(await house.call(volunteers.get, { id }, self(id))).toMatchObject({ id });
  });

  it('the consent to sensitive data stops every use of the ID number', async () => {
    const id = await verified();
    const ages = async () =>
      (await house.call(volunteerFacts.agesOn, { items: [{ volunteerId: id, day: '2026-03-02' }] }, system))
        .items;
    expect((await ages())[0]).toHaveProperty('ageYears', 46);
    const cohorts = () =>
      house.sql(
        `select 1 from volunteers.outbox_event where subject like '%cohort%' and data->>'volunteerId' = $1`,
        [id],
      );
    expect(await cohorts()).toHaveLength(1);
    await withdraw(id, 'sensitiveData');
    expect((await ages())[0]).not.toHaveProperty('ageYears');
    expect((await refusal(house.call(standing.ofVolunteer, { id }, system))).code).toBe('resource.notFound');
    expect(await cohorts()).toHaveLength(1);
  });

  it('location deletes the place kept for the duty and takes none any more', async () => {
    const id = await verified();
    const actor: Actor = { id, role: 'volunteer' };
    const point = { longitude: 117.7, latitude: 39 };
    expect(await house.ask(matching.goOnDuty, { point }, actor)).toHaveProperty('positionUntil');
    await withdraw(id, 'location');
    await told();
    expect(await house.sql('select position from tasks.duty where volunteer_id = $1', [id])).toEqual([
      { position: null },
    ]);
    expect(await house.ask(matching.tellPosition, { point }, actor)).toMatchObject({
      code: 'consent.locationWithdrawn',
    });
    expect(await house.ask(matching.goOnDuty, {}, actor)).toMatchObject({ isOnDuty: true });
    await give(id, 'location');
    await told();
    expect(await house.ask(matching.tellPosition, { point }, actor)).toHaveProperty('positionUntil');
  });
});
