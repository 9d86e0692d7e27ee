import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type CandidateList, matching } from '#contracts';
import { poll } from '#local';
import { ManualClock } from '#platform';
import { MatchingTown, type TestHouse } from '#testing';
import { RoundsService } from './rounds.service.js';

// Real: PostgreSQL, NATS, tasks (two replicas) and stations. A crowd is put into the database as the events of
// volunteers and their duty would leave it: nearer to the gate than the few of whom a test asks.
const clock = new ManualClock(new Date('2026-03-02T02:00:00Z'));
let town: MatchingTown;
let house: TestHouse;

beforeAll(async () => {
  town = await MatchingTown.start(clock);
  ({ house } = town);
  // More than are looked at first, all within some 250 m, and none with an insurance.
  await house.sql(
    `with crowd as (insert into tasks.volunteer (city_code, id, version, community_code, verification, display_name)
       select 1201, gen_random_uuid(), 1, 120116014001, 'verified', '众*' from generate_series(1, 700) returning id)
     insert into tasks.duty (city_code, volunteer_id, community_code, override_on, override_until, quiet_start_minute,
       quiet_end_minute, max_alerts_per_day, position, position_until)
     select 1201, id, 120116014001, true, $1::timestamptz + interval '8 hours', 0, 0, 20,
       point(117.71 + row_number() over () * 0.000002, 39.03 + row_number() over () * 0.000002),
       $1::timestamptz + interval '8 hours' from crowd`,
    [clock.now()],
  );
});
afterAll(() => house.stop());

const insured = (until: string) => ({ qualified: [{ name: 'accidentInsurance', until }] });
const lasting = '2026-12-31T00:00:00.000Z';

/** Who is asked first. The other replica may be at it just now: then the round that is asked for here is none. */
async function alerted(errandId: string): Promise<string[]> {
  const [tasks] = house.services.filter(({ name }) => name === 'tasks');
  const asked = async () => {
    await tasks?.app.get(RoundsService).run();
    const rows = await house.sql<{ volunteer_id: string }>(
      'select volunteer_id from tasks.alert where errand_id = $1 order by volunteer_id',
      [errandId],
    );
    return rows.length > 0 ? rows.map(({ volunteer_id }) => volunteer_id) : undefined;
  };
  return poll(asked, 10_000, () => new Error('nobody is alerted'));
}

it('who has what an errand requires is asked, though hundreds without it are nearer', async () => {
  const fit = await town.onDuty(3, town.metresNorth(900), insured(lasting));
  // Theirs ends within the window of four hours.
  await town.onDuty(2, town.metresNorth(600), insured('2026-03-02T05:00:00.000Z'));
  const { errandId } = await town.openErrand({ requirements: ['accidentInsurance', 'secondVolunteer'] });
  const ids = fit.map(({ id }) => id).sort();
  expect(await alerted(errandId)).toEqual(ids);
  const { items } = (await house.ask(
    matching.listCandidates,
    { errandId, limit: 3 },
    town.station,
  )) as CandidateList;
  expect(items.map(({ volunteerId }) => volunteerId).sort()).toEqual(ids);
  expect(items.every(({ hindrances }) => hindrances.length === 0)).toBe(true);
});

it('who may still be asked is found behind hundreds who had enough for the day', async () => {
  await house.sql(`update tasks.duty set alerts_day = '2026-03-02', alerts_today = max_alerts_per_day`);
  const free = await town.onDuty(2, town.metresNorth(950));
  const { errandId } = await town.openErrand();
  expect(await alerted(errandId)).toEqual(free.map(({ id }) => id).sort());
});

it('and where nobody requires anything the nearest seven of the crowd are asked', async () => {
  await house.sql('update tasks.duty set alerts_today = 0');
  const { errandId } = await town.openErrand();
  expect(await alerted(errandId)).toHaveLength(7);
});
