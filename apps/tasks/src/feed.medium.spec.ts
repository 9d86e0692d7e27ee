import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  type DutyView,
  type ErrandPage,
  errands,
  matching,
  type Point,
} from '#contracts';
import { ManualClock, newId } from '#platform';
import { MatchingTown, type TestHouse } from '#testing';
import { MatchingJob } from './matching.job.js';

// Real: PostgreSQL, NATS, tasks (two replicas) and stations. Told by event: volunteers.
const clock = new ManualClock(new Date('2026-03-02T02:00:00Z'));
let town: MatchingTown;
let house: TestHouse;

beforeAll(async () => {
  town = await MatchingTown.start(clock);
  ({ house } = town);
});
afterAll(() => house.stop());
beforeEach(async () => {
  // Whoever and whatever a test before left is out of the way.
  await house.sql('delete from tasks.duty');
  await house.sql(`update tasks.errand set state = 'cancelled' where state = 'open'`);
  clock.advanceMinutes(1);
});

const replicas = () => house.services.filter(({ name }) => name === 'tasks');
const job = (replica = 0) => replicas()[replica]!.app.get(MatchingJob);
const code = (answer: object) => (answer as DomainError).code;

describe('duty', () => {
  it('keeps a cell instead of a position, for a while, and nothing after duty', async () => {
    const [ann] = (await town.verified(1)) as [Actor];
    const exact = { longitude: 117.7123456, latitude: 39.0312345 };
    const route = [exact, town.metresNorth(3_000)];
    const view = (await house.ask(matching.goOnDuty, { point: exact, route }, ann)) as DutyView;
    expect(view).toMatchObject({ isOnDuty: true, hasRoute: true, hasSite: false });
    const kept = () =>
      house.sql<{ position: Point | null; route: Point[] | null; place: Point | null }>(
        'select position, route, place from tasks.duty where volunteer_id = $1',
        [ann.id],
      );
    const everything = JSON.stringify([
      await kept(),
      await house.sql('select * from tasks.remembered_answer'),
    ]);
    expect(everything).not.toContain('117.7123456');
    expect(everything).not.toContain('39.0312345');
    clock.advanceMinutes(21);
    expect(await house.ask(matching.getDuty, {}, ann)).not.toHaveProperty('positionUntil');
    await job().forgetPositions();
    expect(await kept()).toEqual([{ position: null, route: null, place: null }]);
    await house.ask(matching.tellPosition, { point: exact }, ann);
    await house.ask(matching.goOffDuty, {}, ann);
    expect(await kept()).toEqual([{ position: null, route: null, place: null }]);
    expect(code(await house.ask(matching.tellPosition, { point: exact }, ann))).toBe('duty.offDuty');
  });

  it('is for verified volunteers, and ends within twelve hours', async () => {
    const stranger: Actor = { id: newId(), role: 'volunteer' };
    expect(code(await house.ask(matching.getDuty, {}, stranger))).toBe('volunteer.notVerified');
    expect(code(await house.ask(matching.goOnDuty, {}, stranger))).toBe('volunteer.notVerified');
    const [ann] = (await town.verified(1)) as [Actor];
    const at = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
    for (const until of [at(-1), at(13)])
      expect(code(await house.ask(matching.goOnDuty, { until }, ann))).toBe('duty.untilInvalid');
    expect(await house.sql('select 1 from tasks.duty where volunteer_id = $1', [ann.id])).toEqual([]);
    expect(await house.ask(matching.goOnDuty, { until: at(2) }, ann)).toMatchObject({ until: at(2) });
  });
});

describe('the feed', () => {
  const feed = async (actor: Actor, input = {}) =>
    (await house.ask(errands.feed, input, actor)) as ErrandPage;
  const idsOf = ({ items }: ErrandPage) => items.map(({ id }) => id);

  it('filters by type, window, route and site, and combines them', async () => {
    const [ann] = (await town.verified(1, { courierSiteId: town.siteId })) as [Actor];
    const now = await town.openErrand();
    const pills = await town.openErrand({ type: 'medicine' });
    const start = new Date(clock.now().getTime() + 2 * 3_600_000);
    const later = await town.openErrand({ windowStart: start.toISOString() });
    const far = await town.openErrand();
    await house.sql('update tasks.errand set place = point(117.75, 39.03) where id = $1', [far.errandId]);
    const all = [far, later, pills, now].map(({ errandId }) => errandId);
    expect(idsOf(await feed(ann))).toEqual(all);
    expect(idsOf(await feed(ann, { type: 'medicine' }))).toEqual([pills.errandId]);
    expect(idsOf(await feed(ann, { openNow: true }))).toEqual(all.filter((id) => id !== later.errandId));
    expect(idsOf(await feed(ann, { windowTo: start.toISOString() }))).toEqual(
      all.filter((id) => id !== later.errandId),
    );
    expect(idsOf(await feed(ann, { nearMySite: true }))).toEqual(all.slice(1));
    expect(code(await feed(ann, { onMyRoute: true }))).toBe('feed.routeUnknown');
    const route = [
      { longitude: 117.745, latitude: 39.0 },
      { longitude: 117.752, latitude: 39.06 },
    ];
    await house.ask(matching.goOnDuty, { route }, ann);
    expect(idsOf(await feed(ann, { onMyRoute: true }))).toEqual([far.errandId]);
    expect(idsOf(await feed(ann, { onMyRoute: true, nearMySite: true }))).toEqual([]);
    expect(idsOf(await feed(ann, { order: 'nearest' }))[3]).toBe(far.errandId);
    const [stranger] = (await town.verified(1)) as [Actor];
    expect(code(await feed(stranger, { nearMySite: true }))).toBe('feed.siteUnknown');
    expect(code(await feed(stranger, { order: 'nearest' }))).toBe('feed.placeUnknown');
  });

  it('pages through an area without gaps or repeats', async () => {
    const [ann] = (await town.verified(1, { courierSiteId: town.siteId })) as [Actor];
    const opened: string[] = [];
    for (let i = 0; i < 7; i++) opened.unshift((await town.openErrand()).errandId);
    await house.sql(`update tasks.errand set place = point(117.76, 39.03) where id = any($1)`, [
      [opened[2], opened[5]],
    ]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: ErrandPage = await feed(ann, { nearMySite: true, limit: 2, cursor });
      seen.push(...idsOf(page));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(opened.filter((_, i) => i !== 2 && i !== 5));
  });

  it('by best match shows each part, and ranks by their sum', async () => {
    const [ann] = (await town.onDuty(1, town.gate, { skills: ['haircut'] })) as [Actor];
    const near = await town.openErrand();
    const far = await town.openErrand();
    await house.sql('update tasks.errand set place = point(117.74, 39.03) where id = $1', [far.errandId]);
    const { items } = await feed(ann, { order: 'bestMatch' });
    expect(items.map(({ id }) => id)).toEqual([near.errandId, far.errandId]);
    for (const { match } of items)
      expect(match?.score).toBe(match?.parts.reduce((sum, { value, weight }) => sum + value * weight, 0));
    const haircut = await town.openErrand({ type: 'haircut' });
    const [best] = (await feed(ann, { order: 'bestMatch' })).items;
    expect(best?.id).toBe(haircut.errandId);
    expect(best?.match?.parts.find(({ name }) => name === 'skill')).toEqual({
      name: 'skill',
      value: 100,
      weight: 10,
    });
  });
});
