import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  errandMap,
  type ErrandMap,
  matching,
  siteShifts,
  type SiteShifts,
} from '#contracts';
import { ManualClock, newId } from '#platform';
import { MatchingTown, type TestHouse } from '#testing';
import { fuzzy } from './grid.js';

// Real: PostgreSQL, NATS, tasks (two replicas) and stations. Told by event: volunteers.
const clock = new ManualClock(new Date('2026-03-02T02:00:00Z'));
let town: MatchingTown;
let house: TestHouse;

beforeAll(async () => {
  town = await MatchingTown.start(clock);
  ({ house } = town);
});
afterAll(() => house.stop());

const mapOf = async (actor: Actor, input = {}) => (await house.ask(errandMap.get, input, actor)) as ErrandMap;

it('a station sees errands and couriers as counts, and nobody on the way', async () => {
  const rides = { courierSiteId: town.siteId };
  const crowd = await town.onDuty(6, town.metresNorth(3_000), rides);
  // Of the site, at home elsewhere.
  await town.onDuty(1, town.metresNorth(6_000), { ...rides, communityCode: '120101001001' });
  // Too few in their cell, and of no site of this station.
  await town.onDuty(4, town.metresNorth(9_000));
  await town.openErrand();
  await town.openErrand();

  const whole = await mapOf(town.station);
  expect(whole.asOf).toBe(clock.now().toISOString());
  expect(whole.onDuty).toBe(11);
  expect(whole.sites).toEqual([{ siteId: town.siteId, onDuty: 7 }]);
  expect(whole.cells).toEqual([
    {
      point: fuzzy(town.gate),
      openErrands: 2,
      unclaimedErrands: 0,
      communities: [{ communityCode: '120116014001' }],
    },
    {
      point: fuzzy(town.metresNorth(3_000)),
      openErrands: 0,
      unclaimedErrands: 0,
      onDuty: 6,
      communities: [],
    },
  ]);

  // Two ride on: the four who stay, and the two, are seen nowhere.
  for (const rider of crowd.slice(0, 2))
    await house.ask(matching.tellPosition, { point: town.metresNorth(4_500) }, rider);
  const later = await mapOf(town.station);
  expect(later.cells.map(({ onDuty }) => onDuty)).toEqual([undefined]);
  expect(later.sites).toEqual(whole.sites);

  // Positions are forgotten after twenty minutes; by switch they are on duty for hours.
  for (const rider of crowd) await house.ask(matching.tellPosition, { point: town.gate }, rider);
  expect((await mapOf(town.station)).cells).toMatchObject([{ openErrands: 2, onDuty: 6 }]);
  clock.advanceMinutes(21);
  const forgotten = await mapOf(town.station);
  expect(forgotten.onDuty).toBe(11);
  expect(forgotten.cells.map(({ onDuty }) => onDuty)).toEqual([undefined]);

  await house.ask(matching.goOffDuty, {}, crowd[0] as Actor);
  expect((await mapOf(town.station)).sites).toEqual([{ siteId: town.siteId, onDuty: 6 }]);
});

it('is the own division’s, and nobody else’s', async () => {
  const strange = await mapOf(town.strangeStation);
  expect(strange.cells).toEqual([]);
  expect(strange.sites).toEqual([]);
  const asked = { region: '120101001000' };
  const refused = await house.ask(errandMap.get, asked, town.station);
  expect((refused as unknown as DomainError).code).toBe('access.foreignRegion');
  const committee = await house.ask(errandMap.get, {}, town.committee);
  expect((committee as unknown as DomainError).code).toBe('access.denied');
});

it('a station reads the weekly times of its sites as couriers set them', async () => {
  const ask = (siteId: string, actor: Actor) => house.ask(siteShifts.ofSite, { siteId }, actor);
  const [rider] = await town.verified(1, { courierSiteId: town.siteId, displayName: '班*' });
  const late = { weekday: 5, startMinute: 1_320, minutes: 480 };
  const early = { weekday: 1, startMinute: 540, minutes: 240 };
  const times = { shifts: [late, early], quietStartMinute: 0, quietEndMinute: 0, maxAlertsPerDay: 5 };
  await house.ask(matching.setDutyTimes, times, rider as Actor);
  const { couriers } = (await ask(town.siteId, town.station)) as SiteShifts;
  expect(couriers.find(({ volunteerId }) => volunteerId === rider?.id)).toEqual({
    volunteerId: rider?.id,
    volunteerName: '班*',
    shifts: [early, late],
  });
  for (const [siteId, actor] of [
    [town.siteId, town.strangeStation],
    [newId(), town.station],
  ] as const)
    expect(((await ask(siteId, actor)) as unknown as DomainError).code).toBe('resource.notFound');
});
