import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  currentGuardianWording,
  departure,
  DomainError,
  errands,
  type GiveGuardianConsentInput,
  guardians,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import {
  idNumber,
  person,
  refusal,
  seedErrands,
  serviceDefinition,
  startHouse,
  type TestHouse,
} from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers, stations, tasks. Seeded: posted errands.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const [home, district, elsewhere] = ['120116014001', '120116014', '120101001'];
let house: TestHouse;
let serial = 100;

beforeAll(async () => {
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse([...others, volunteersService], { clock });
  const station = { id: newId(), kind: 'socialWorkStation' as const, name: 'TEDA', region: district };
  await house.call(stations.createOrganisation, station, by(systemActor('gateway')));
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const self = (id: string): Call => by({ id, role: 'volunteer' });
const staff = (region = district) => by({ id: newId(), role: 'station', region });
const codeOf = async (work: Promise<unknown>) => (await refusal(work)).code;

/** Of an age that is 18 on the birthday in 2026. */
async function registered(birthDay = '20100304'): Promise<string> {
  const input = person({
    idNumber: idNumber(`129999${birthDay}${++serial}`),
    guardianName: '示长辈',
    communityCode: home,
  });
  await house.call(volunteers.register, input, staff());
  return input.id;
}

const consent = (volunteerId: string, fields: Partial<GiveGuardianConsentInput> = {}) => ({
  ...{ id: newId(), volunteerId, guardianName: '诸葛监护' },
  ...{ relation: 'parent' as const, way: 'inPerson' as const, version: currentGuardianWording().version },
  ...fields,
});
const give = (input: GiveGuardianConsentInput, call = staff()) => house.call(guardians.give, input, call);
const verify = (id: string) => house.call(volunteers.verify, { id, decision: 'verified' }, staff());

async function claim(volunteerId: string): Promise<string> {
  const { errandIds } = await seedErrands(house.database.adminUrl, {
    ...{ errands: 1, volunteers: 0, from: clock.now(), communityCode: Number(home) },
  });
  const input = { id: newId(), errandId: errandIds[0] ?? '' };
  const answer = await house.ask(errands.claim, input, { id: volunteerId, role: 'volunteer' });
  clock.advanceMinutes(180);
  return answer instanceof DomainError ? answer.code : 'won';
}

/** Until `tasks` knows the newest version of a volunteer. */
async function told(volunteerId: string): Promise<void> {
  const isKnown = async () =>
    (
      await house.sql(
        `select 1 from tasks.volunteer t join volunteers.volunteer v using (id, version) where id = $1`,
        [volunteerId],
      )
    ).length > 0 || undefined;
  await poll(isKnown, 10_000, () => new Error('tasks does not hear of the volunteer'));
}

describe('a minor', () => {
  it('is verified once a guardian’s consent is on record, and claims while it is in force', async () => {
    const id = await registered();
    expect(await codeOf(verify(id))).toBe('guardian.consentMissing');
    const input = consent(id);
    const given = await give(input);
    expect(given).toMatchObject({ guardianName: '诸**护', relation: 'parent', recordedRole: 'station' });
    expect(await verify(id)).toMatchObject({ verification: 'verified' });
    await told(id);
    expect(await claim(id)).toBe('won');
    const withdrawn = await house.call(guardians.withdraw, { id: input.id }, staff());
    expect(withdrawn).toMatchObject({ endReason: 'withdrawn' });
    expect(await house.call(guardians.withdraw, { id: input.id }, staff())).toEqual(withdrawn);
    await told(id);
    expect(await claim(id)).toBe('volunteer.notVerified');
    await give(consent(id, { relation: 'grandparent', way: 'onPaper' }));
    await told(id);
    expect(await claim(id)).toBe('won');
    const { items } = await house.call(guardians.listOf, { id }, self(id));
    expect(items.map(({ relation, endReason }) => [relation, endReason])).toEqual([
      ['grandparent', undefined],
      ['parent', 'withdrawn'],
    ]);
  });

  it('who comes of age needs nobody’s consent any more, and says so alone', async () => {
    const [id, waiting] = [await registered('20080306'), await registered('20080307')];
    expect(await codeOf(verify(waiting))).toBe('guardian.consentMissing');
    const first = await give(consent(id));
    await verify(id);
    await house.call(guardians.withdraw, { id: first.id }, staff());
    expect(await codeOf(house.call(guardians.comeOfAge, {}, self(id)))).toBe('guardian.stillMinor');
    clock.advanceMinutes(5 * 24 * 60);
    expect(await codeOf(give(consent(id)))).toBe('guardian.notNeeded');
    expect(await house.call(guardians.comeOfAge, {}, self(id))).toEqual({ id });
    await told(id);
    expect(await claim(id)).toBe('won');
    expect(await verify(waiting)).toMatchObject({ verification: 'verified' });
  });

  it('has one consent in force: a newer takes its place, a retry is the same, another text is refused', async () => {
    const id = await registered();
    const input = consent(id);
    const first = await give(input);
    expect(await give(input)).toEqual(first);
    expect(await codeOf(give({ ...input, guardianName: '别人' }))).toBe('idempotency.conflict');
    expect(await codeOf(give(consent(id, { version: '2020-01-01' })))).toBe('consent.textChanged');
    await give(consent(id));
    const { items } = await house.call(guardians.listOf, { id }, staff());
    expect(items.map(({ endReason }) => endReason)).toEqual([undefined, 'renewed']);
    // The one that was replaced is over; withdrawing it ends nothing else.
    expect(await house.call(guardians.withdraw, { id: first.id }, staff())).toMatchObject({
      endReason: 'renewed',
    });
    expect(await verify(id)).toMatchObject({ verification: 'verified' });
  });

  it('is nobody’s business elsewhere, speaks for no guardian, and takes the names along on leaving', async () => {
    const id = await registered();
    const input = consent(id);
    expect(await codeOf(give(input, staff(elsewhere)))).toBe('resource.notFound');
    expect(await codeOf(give(input, self(id)))).toBe('access.denied');
    await give(input);
    for (const call of [staff(elsewhere), self(newId())])
      expect(await codeOf(house.call(guardians.listOf, { id }, call))).toBe('resource.notFound');
    expect(await codeOf(house.call(guardians.withdraw, { id: input.id }, staff(elsewhere)))).toBe(
      'resource.notFound',
    );
    await house.call(departure.leave, { confirm: 'leave' }, self(id));
    const kept = await house.sql(
      'select guardian_name_sealed, end_reason, relation from volunteers.guardian_consent where volunteer_id = $1',
      [id],
    );
    expect(kept).toEqual([{ guardian_name_sealed: null, end_reason: 'left', relation: 'parent' }]);
  });
});
