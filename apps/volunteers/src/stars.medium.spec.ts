import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, feedback, type FeedbackChoice, stars, type StarStep, volunteers } from '#contracts';
import { poll } from '#local';
import { type Call, ManualClock, newId, newTraceId } from '#platform';
import { person, refusal, seedErrands, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { volunteersService } from './definition.js';

// Real: PostgreSQL, NATS, volunteers, stations, and tasks, where residents say how it was.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const [today, home] = ['2026-03-02', '120116014001'];
let house: TestHouse;

beforeAll(async () => {
  const others = await Promise.all((['stations', 'tasks'] as const).map(serviceDefinition));
  house = await startHouse([...others, volunteersService], { clock });
});
afterAll(() => house.stop());

const by = (actor: Actor): Call => ({ actor, traceId: newTraceId() });
const self = (id: string) => by({ id, role: 'volunteer' });
const station = by({ id: newId(), role: 'station', region: '120116' });
const committee = by({ id: newId(), role: 'committee', region: home });
const administrator = (region = '12') => by({ id: newId(), role: 'administrator', region });
const anybody = by({ id: 'anonymous', role: 'public' });
const stepsOf = (...all: number[]): StarStep[] => all.map((hours) => ({ hours, goodPercent: 0 }));
const source = '示例文〔2026〕1 号';
const set = (
  region: string,
  steps: StarStep[],
  ofVersion: number,
  { effectiveFrom = today, call = administrator() } = {},
) => house.call(stars.set, { region, steps, source, ofVersion, effectiveFrom }, call);
const code = async (asking: Promise<unknown>) => (await refusal(asking)).code;

async function withHours(hours: number, communityCode = home): Promise<string> {
  const input = person({ communityCode });
  await house.call(volunteers.register, input, stationOf(communityCode));
  await house.sql('update volunteers.volunteer set lifetime_minutes = $2 where id = $1', [
    input.id,
    hours * 60,
  ]);
  return input.id;
}
const stationOf = (region: string) => by({ id: newId(), role: 'station', region });
const starsOf = async (id: string) => {
  const own = await house.call(stars.own, {}, self(id));
  const shown = await house.call(volunteers.get, { id }, station);
  const listed = (await house.call(volunteers.list, { limit: 100 }, station)).items.find(
    (one) => one.id === id,
  );
  // Everywhere the same, whoever looks.
  expect([shown.starLevel, listed?.starLevel]).toEqual([own.starLevel, own.starLevel]);
  return own;
};

/** A service of the volunteer, of which a resident says this to the committee. */
async function evaluate(volunteerId: string, choice: FeedbackChoice): Promise<void> {
  const seed = { errands: 1, volunteers: 0, from: new Date('2026-02-01T00:00:00Z') };
  const { errandIds } = await seedErrands(house.database.adminUrl, seed);
  const [id, at] = [newId(), '2026-02-01T04:00:00Z'];
  await house.sql(
    `insert into tasks.claim (city_code, id, errand_id, volunteer_id, state, window_start, window_end, claimed_at)
     values (1201, $1, $2, $3, 'recorded', $4, $4, $4)`,
    [id, errandIds[0], volunteerId, at],
  );
  await house.sql(
    `insert into tasks.service_record (city_code, id, errand_id, volunteer_id, community_code, state, verification,
       service_minutes, started_at, ended_at, confirmed_at, told_at)
     values (1201, $1, $2, $3, $4, 'credited', 'deviceVerified', 60, $5, $5, $5, $5)`,
    [id, errandIds[0], volunteerId, home, at],
  );
  await house.call(feedback.give, { id: newId(), recordId: id, choices: [choice] }, committee);
  // What the volunteer says is no evaluation.
  const own = { id: newId(), recordId: id, choices: ['welcoming' as const] };
  await house.call(feedback.give, own, self(volunteerId));
}

describe('stars', () => {
  it('follow the steps of the county, else of the city, else the default, from their day on', async () => {
    const id = await withHours(60);
    expect(await starsOf(id)).toMatchObject({
      ...{ starLevel: 0, lifetimeMinutes: 3_600, minutesToNext: 2_400 },
      rule: { version: 0, steps: stepsOf(100, 300, 600, 1000, 1500) },
    });
    await set('1201', stepsOf(50, 61, 200, 400, 800), 0);
    expect(await starsOf(id)).toMatchObject({
      starLevel: 1,
      minutesToNext: 60,
      rule: { region: '120100000000' },
    });
    await set('120116', stepsOf(10, 20, 30, 40, 55), 0);
    const all = await starsOf(id);
    expect(all).toMatchObject({ starLevel: 5, rule: { region: '120116000000', version: 1 } });
    expect(all.minutesToNext).toBeUndefined();
    await set('120116', stepsOf(10, 20, 30, 40, 61), 1, { effectiveFrom: '2026-03-03' });
    expect(await starsOf(id)).toMatchObject({ starLevel: 5, rule: { version: 1 } });
    const region = home;
    expect(await house.call(stars.get, { region, day: '2026-03-03' }, anybody)).toMatchObject({ version: 2 });
    // One minute before midnight in Shanghai, and midnight.
    clock.advanceMinutes(15 * 60 - 1);
    expect(await starsOf(id)).toMatchObject({ starLevel: 5 });
    clock.advanceMinutes(1);
    expect(await starsOf(id)).toMatchObject({ starLevel: 4, minutesToNext: 60, rule: { version: 2 } });
    const elsewhere = await house.call(stars.get, { region: '120101001001' }, anybody);
    expect(elsewhere).toMatchObject({ region: '120100000000', version: 1 });
    expect(await code(set('120116', stepsOf(1, 2, 3, 4, 5), 2))).toBe('star.effectiveInPast');
    clock.advanceMinutes(-15 * 60);
  });

  it('follow what residents say, where a rule asks for it and enough was said', async () => {
    const id = await withHours(60);
    const steps = stepsOf(1, 2, 3, 4, 5).map((step) => ({ ...step, goodPercent: step.hours > 3 ? 60 : 0 }));
    const known = await house.call(stars.get, { region: '120116', day: '2027-01-01' }, anybody);
    const input = { region: '120116', steps, source, ofVersion: known.version, effectiveFrom: today };
    await house.call(stars.set, { ...input, fewestEvaluations: 2 }, administrator());
    const said = async (evaluations: number) => {
      await poll(
        async () => (await house.call(stars.own, {}, self(id))).evaluations === evaluations || undefined,
        10_000,
        () => new Error('volunteers does not hear of the evaluation'),
      );
      return starsOf(id);
    };
    await evaluate(id, 'late');
    expect(await said(1)).toMatchObject({ starLevel: 5, goodEvaluations: 0 });
    await evaluate(id, 'punctual');
    expect(await said(2)).toMatchObject({ starLevel: 3, goodEvaluations: 1, minutesToNext: 0 });
    await evaluate(id, 'careful');
    expect(await said(3)).toMatchObject({ starLevel: 5, goodEvaluations: 2 });
  });
});

describe('steps', () => {
  it('are in versions: the same again is one, at once too, and an older look is refused', async () => {
    const steps = stepsOf(1, 2, 3, 4, 5);
    const answers = await Promise.all(Array.from({ length: 4 }, () => set('120115', steps, 0)));
    expect(new Set(answers.map((answer) => answer.version))).toEqual(new Set([1]));
    expect(await code(set('120115', stepsOf(2, 3, 4, 5, 6), 0))).toBe('star.superseded');
    await set('120115', stepsOf(2, 3, 4, 5, 6), 1);
    const versions = await house.sql(
      'select version, hours from volunteers.star_steps where region_code = 120115000000 order by version',
    );
    expect(versions).toEqual([
      { version: 1, hours: [1, 2, 3, 4, 5] },
      { version: 2, hours: [2, 3, 4, 5, 6] },
    ]);
  });

  it('rise, and are of a city or county of one’s own; nothing else is written', async () => {
    const count = () => house.sql('select count(*)::int as n from volunteers.star_steps');
    const before = await count();
    const fine = stepsOf(1, 2, 3, 4, 5);
    expect(await code(set('120114', stepsOf(1, 2, 2, 3, 4), 0))).toBe('star.stepsInvalid');
    expect(await code(set('120114', [{ hours: 1, goodPercent: 9 }, ...fine.slice(1)], 0))).toBe(
      'star.stepsInvalid',
    );
    for (const region of ['12', '120116014', home])
      expect(await code(set(region, fine, 0))).toBe('region.unknown');
    expect(await code(set('120114', fine, 0, { effectiveFrom: '2026-03-01' }))).toBe('star.effectiveInPast');
    expect(await code(set('120114', fine, 0, { call: administrator('120116') }))).toBe(
      'access.foreignRegion',
    );
    expect(await code(set('120114', fine, 0, { call: station }))).toBe('access.denied');
    expect(await count()).toEqual(before);
    const direct = (hours: string, percents: string) =>
      house.sql(
        `insert into volunteers.star_steps values
           (1201, 120114000000, 1, '2026-03-02', $1, $2, 5, 'x', now(), 'x')`,
        [hours, percents],
      );
    await expect(direct('{1,2,2,3,4}', '{0,0,0,0,0}')).rejects.toThrow(/star_steps_rise/);
    await expect(direct('{1,2,3,4,5}', '{0,9,0,0,0}')).rejects.toThrow(/star_steps_good/);
  });
});
