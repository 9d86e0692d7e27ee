import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DeclareQualificationInput,
  DomainError,
  errands,
  holding,
  type NeedRequirement,
  qualifications,
  safety,
  stations,
  systemActor,
  volunteers,
} from '#contracts';
import { poll } from '#local';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { person, refusal, seedErrands, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers, stations, tasks. Seeded: posted errands.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const [home, district, elsewhere] = ['120116014001', '120116014', '120101001'];
const hour = 3_600_000;
let house: TestHouse;

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
const hence = (hours: number) => new Date(clock.now().getTime() + hours * hour).toISOString();

async function verified(fields: Parameters<typeof person>[0] = {}): Promise<string> {
  const input = person({ communityCode: home, ...fields });
  await house.call(volunteers.register, input, staff());
  await house.call(volunteers.verify, { id: input.id, decision: 'verified' }, staff());
  return input.id;
}

const insurance = (volunteerId: string, hours: number): DeclareQualificationInput => ({
  ...{ id: newId(), volunteerId, name: 'accidentInsurance', expiresAt: hence(hours) },
  ...{ issuer: '示例保险', number: 'PICC-2026-0009876' },
});
const declare = (input: DeclareQualificationInput, call: Call) =>
  house.call(qualifications.declare, input, call);

/** Until `tasks` knows what `volunteers` told; answers how long that took. */
async function told(volunteerId: string): Promise<number> {
  const since = Date.now();
  const [row] = await house.sql<{ version: number }>(
    'select version from volunteers.volunteer where id = $1',
    [volunteerId],
  );
  const isKnown = async () =>
    (
      await house.sql('select 1 from tasks.volunteer where id = $1 and version = $2', [
        volunteerId,
        row?.version,
      ])
    ).length > 0 || undefined;
  await poll(isKnown, 10_000, () => new Error('tasks does not hear of the volunteer'));
  return Date.now() - since;
}

/** An errand whose window is two hours from now on. */
async function errandWith(...requirements: NeedRequirement[]): Promise<string> {
  const { errandIds } = await seedErrands(house.database.adminUrl, {
    ...{ errands: 1, volunteers: 0, from: clock.now(), communityCode: Number(home) },
  });
  const [id = ''] = errandIds;
  await house.sql(
    `update tasks.errand set requirements = $2, window_end = window_start + interval '2 hours' where id = $1`,
    [id, requirements],
  );
  return id;
}

const claim = (errandId: string, volunteerId: string) =>
  house.ask(errands.claim, { id: newId(), errandId }, { id: volunteerId, role: 'volunteer' });
const codeOf = (answer: object | DomainError) => (answer instanceof DomainError ? answer.code : 'won');

describe('an errand with requirements', () => {
  it('is claimed by whom staff have verified, known to tasks within a second, and by nobody else', async () => {
    const id = await verified();
    const errandId = await errandWith('accidentInsurance', 'secondVolunteer');
    const declared = await declare(insurance(id, 48), self(id));
    expect(declared).toMatchObject({ state: 'declared', isInForce: false, number: '****9876' });
    await told(id);
    const refused = await claim(errandId, id);
    expect(refused).toMatchObject({
      code: 'claim.requirementUnmet',
      data: { requirement: 'accidentInsurance', zh: '意外伤害保险' },
    });
    const decided = await house.call(
      qualifications.decide,
      { id: declared.id, decision: 'verified' },
      staff(),
    );
    expect(decided).toMatchObject({ state: 'verified', isInForce: true });
    expect(await told(id)).toBeLessThan(1_000);
    expect(codeOf(await claim(errandId, id))).toBe('won');
  });

  it('is looked at again where who holds it loses what it requires: station and volunteer are told, once', async () => {
    const id = await verified();
    const errandId = await errandWith('accidentInsurance');
    const { id: insured } = await declare(insurance(id, 48), staff());
    await told(id);
    expect(codeOf(await claim(errandId, id))).toBe('won');
    const heldUnmet = async () =>
      (await house.call(holding.list, {}, self(id))).items.map(({ unmetRequirement }) => unmetRequirement);
    expect(await heldUnmet()).toEqual([undefined]);
    await house.call(qualifications.decide, { id: insured, decision: 'refused' }, staff());
    await told(id);
    const notices = async () =>
      (await house.call(safety.listNotices, { open: true, kind: 'unqualified' }, staff())).items.filter(
        (notice) => notice.errandId === errandId,
      );
    const [notice] = await notices();
    expect(notice).toMatchObject({ volunteerId: id, requirement: 'accidentInsurance' });
    expect(await heldUnmet()).toEqual(['accidentInsurance']);
    // Other news of the volunteer warns of nothing anew.
    await declare({ ...insurance(id, 1), name: 'safetyTraining' }, staff());
    await told(id);
    expect(await notices()).toHaveLength(1);
    await house.call(safety.acknowledge, { id: notice?.id ?? '' }, staff());
    expect(await notices()).toEqual([]);
    await declare(insurance(id, 48), staff());
    await told(id);
    expect(await heldUnmet()).toEqual([undefined]);
    const events = await house.sql<{ data: string }>(
      `select data::text from tasks.outbox_event where subject = 'shunlu.evt.v1.errand.qualificationLost'`,
    );
    expect(events.filter(({ data }) => data.includes(errandId))).toHaveLength(1);
  });

  it('is refused to whose qualification ends within the window, from the expiry instant on without any job', async () => {
    const id = await verified();
    await declare(insurance(id, 24), staff());
    await told(id);
    clock.advanceMinutes(22 * 60);
    expect(codeOf(await claim(await errandWith('accidentInsurance'), id))).toBe('won');
    const later = await verified();
    await declare(insurance(later, 2), staff());
    await told(later);
    clock.advanceMinutes(1);
    expect(codeOf(await claim(await errandWith('accidentInsurance'), later))).toBe('claim.requirementUnmet');
    clock.advanceMinutes(2 * 60);
    const { items } = await house.call(qualifications.listOf, { id: later }, self(later));
    expect(items).toMatchObject([{ state: 'verified', isInForce: false }]);
  });

  it('counts the word of the volunteer where no proof is needed, and the skill of the registration', async () => {
    const [barber, fit] = [await verified({ skills: ['haircut'] }), await verified()];
    await told(barber);
    await told(fit);
    expect(codeOf(await claim(await errandWith('hairdressing'), barber))).toBe('won');
    const errandId = await errandWith('healthDeclaration');
    expect(codeOf(await claim(errandId, fit))).toBe('claim.requirementUnmet');
    const input = { id: newId(), volunteerId: fit, name: 'healthDeclaration' as const, expiresAt: hence(24) };
    await declare(input, self(fit));
    await told(fit);
    expect(codeOf(await claim(errandId, fit))).toBe('won');
  });

  it('is claimed no more once the qualification is refused or taken back', async () => {
    const id = await verified();
    for (const end of ['refusal', 'withdrawal']) {
      const { id: one } = await declare(insurance(id, 48), staff());
      await told(id);
      const ending =
        end === 'refusal'
          ? house.call(qualifications.decide, { id: one, decision: 'refused', reason: '保单已退' }, staff())
          : house.call(qualifications.withdraw, { id: one }, self(id));
      expect(await ending).toMatchObject({
        isInForce: false,
        ...(end === 'refusal' && { reason: '保单已退' }),
      });
      await told(id);
      expect([end, codeOf(await claim(await errandWith('accidentInsurance'), id))]).toEqual([
        end,
        'claim.requirementUnmet',
      ]);
    }
  });
});

describe('recording', () => {
  it('is the same when told twice, and a conflict with other content', async () => {
    const id = await verified();
    const input = insurance(id, 48);
    const first = await declare(input, self(id));
    expect(await declare(input, self(id))).toEqual(first);
    expect((await refusal(declare({ ...input, number: 'other' }, self(id)))).code).toBe(
      'idempotency.conflict',
    );
    const key = newId();
    const again = { ...input, id: newId() };
    expect(await declare(again, { ...self(id), key })).toEqual(await declare(again, { ...self(id), key }));
    expect(
      await house.sql('select 1 from volunteers.qualification where volunteer_id = $1', [id]),
    ).toHaveLength(2);
  });

  it('keeps the number sealed, and nothing of what is refused', async () => {
    const id = await verified();
    await declare(insurance(id, 48), self(id));
    const [row] = await house.sql<{ kept: string }>(
      'select row_to_json(q)::text as kept from volunteers.qualification q where volunteer_id = $1',
      [id],
    );
    expect(row?.kept).not.toContain('0009876');
    const before = await house.sql('select version from volunteers.volunteer where id = $1', [id]);
    for (const [fields, code] of [
      [{ expiresAt: undefined }, 'qualification.expiryRequired'],
      [{ expiresAt: hence(0) }, 'qualification.expired'],
      [{ validFrom: hence(49) }, 'qualification.periodInvalid'],
    ] as const)
      expect((await refusal(declare({ ...insurance(id, 48), ...fields }, self(id)))).code).toBe(code);
    expect(await house.sql('select version from volunteers.volunteer where id = $1', [id])).toEqual(before);
    expect(
      await house.sql('select 1 from volunteers.qualification where volunteer_id = $1', [id]),
    ).toHaveLength(1);
  });

  it('is for oneself and staff of the region; nobody verifies what is elsewhere or decided', async () => {
    const [id, other] = [await verified(), await verified()];
    const { id: one } = await declare(insurance(id, 48), self(id));
    for (const call of [self(other), staff(elsewhere)])
      expect((await refusal(declare(insurance(id, 48), call))).code).toBe('resource.notFound');
    expect((await refusal(house.call(qualifications.listOf, { id }, self(other)))).code).toBe(
      'resource.notFound',
    );
    const decide = (decision: 'verified' | 'refused', call: Call) =>
      house.call(qualifications.decide, { id: one, decision }, call);
    expect((await refusal(decide('verified', staff(elsewhere)))).code).toBe('resource.notFound');
    expect((await refusal(decide('verified', self(id)))).code).toBe('access.denied');
    await decide('refused', staff());
    expect(await decide('refused', staff())).toMatchObject({ state: 'refused' });
    expect((await refusal(decide('verified', staff()))).code).toBe('qualification.decided');
  });

  it('is listed for the desk page by page, without those of other regions', async () => {
    const id = await verified();
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await declare(insurance(id, 48), self(id))).id);
    const page = (cursor?: string, call = staff()) =>
      house.call(qualifications.list, { state: 'declared', limit: 2, ...(cursor && { cursor }) }, call);
    const first = await page();
    const second = await page(first.nextCursor);
    expect([...first.items, ...second.items].slice(0, 3).map((one) => one.id)).toEqual(ids.reverse());
    expect((await page(undefined, staff(elsewhere))).items).toEqual([]);
  });

  it('is listed before it ends, unless what follows it lasts longer', async () => {
    const region = '120116014003';
    const id = await verified({ communityCode: region });
    const call = staff();
    const ending = async (hours: number) =>
      (await house.call(qualifications.list, { region, endsBefore: hence(hours) }, call)).items.map(
        ({ id: one }) => one,
      );
    const soon = await declare(insurance(id, 48), call);
    await declare(insurance(id, 48), self(id));
    expect(await ending(48)).toEqual([]);
    expect(await ending(49)).toEqual([soon.id]);
    const renewed = await declare(insurance(id, 400), call);
    expect(await ending(49)).toEqual([]);
    expect(await ending(401)).toEqual([renewed.id, soon.id]);
    await house.call(qualifications.decide, { id: renewed.id, decision: 'refused' }, call);
    expect(await ending(49)).toEqual([soon.id]);
  });
});
