import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type DomainError,
  type HazardCategory,
  type HazardReport,
  hazardReports,
  hazards,
} from '#contracts';
import { poll } from '#local';
import { ManualClock, newId } from '#platform';
import { allConsumed, serviceDefinition, startHouse, type TestHouse } from '#testing';
import { reportingService } from './definition.js';

// Real: PostgreSQL, NATS, the services reporting, tasks and stations: hazards are reported and handled, not told.
const clock = new ManualClock(new Date('2026-03-02T01:00:00Z'));
const community = '120116014001';
const committee: Actor = { id: newId(), role: 'committee', region: community };
const official: Actor = { id: newId(), role: 'official', region: '1201' };
const courier: Actor = { id: newId(), role: 'volunteer' };
let house: TestHouse;

beforeAll(async () => {
  const others = [await serviceDefinition('stations'), await serviceDefinition('tasks')];
  house = await startHouse([...others, reportingService], { clock });
});
afterAll(() => house.stop());

const report = async (
  point: { longitude: number; latitude: number },
  category: HazardCategory = 'blockedPassage',
) => {
  const id = newId();
  const hazard = { id, communityCode: community, point, severity: 'high' as const, description: '楼道堵塞' };
  await house.ask(hazards.report, { ...hazard, category }, courier);
  return id;
};
const get = async (actor: Actor, span: { from?: string; to?: string } = {}) => {
  // Published when the outbox is empty, counted when the consumer has nothing pending.
  const isPublished = async () =>
    (await house.sql('select 1 from tasks.outbox where published_at is null limit 1')).length === 0 ||
    undefined;
  await poll(isPublished, 20_000, () => new Error('the outbox of tasks is not published'));
  await allConsumed(house.nats, 'reporting');
  return (await house.ask(hazardReports.get, { region: '120116014', ...span }, actor)) as HazardReport;
};

describe('hazards in reports', () => {
  it('count reports, hazards and each step on its day, with the time to closure', async () => {
    const corner = { longitude: 117.71, latitude: 39.03 };
    const first = await report(corner);
    await report(corner);
    await report({ longitude: 117.75, latitude: 39.03 });
    clock.advanceMinutes(24 * 60);
    await house.ask(hazards.handle, { id: first, note: '已经清理' }, committee);
    await house.ask(hazards.feedBack, { id: first, message: '谢谢' }, committee);
    await house.ask(hazards.close, { id: first }, courier);
    const all = await get(official);
    expect(all).toMatchObject({ asOf: clock.now().toISOString(), lagMs: 0 });
    expect(all.categories).toMatchObject([
      { category: 'blockedPassage', reports: 3, hazards: 2, handled: 1, fedBack: 1, closed: 1, reopened: 0 },
    ]);
    const { closureP50Minutes = 0, closureP95Minutes } = all.categories[0]!;
    expect(closureP50Minutes).toBe(closureP95Minutes);
    expect(closureP50Minutes).toBeGreaterThanOrEqual(1_440);
    expect(closureP50Minutes).toBeLessThanOrEqual(1_584);
    // Of all categories: not the sum of percentiles, but those of all that were closed.
    const lamp = await report(corner, 'other');
    await house.ask(hazards.handle, { id: lamp, note: '已经更换' }, committee);
    await house.ask(hazards.feedBack, { id: lamp, message: '谢谢' }, committee);
    await house.ask(hazards.close, { id: lamp }, courier);
    const { all: together, categories } = await get(official);
    expect(together).toMatchObject({
      reports: 4,
      hazards: 3,
      closed: 2,
      closureP95Minutes: closureP50Minutes,
    });
    expect(together.closureP50Minutes).toBe(
      categories.find(({ category }) => category === 'other')?.closureP50Minutes,
    );
    const firstDay = await get(official, { from: '2026-03-02', to: '2026-03-02' });
    expect(firstDay.categories).toMatchObject([{ reports: 3, hazards: 2, handled: 0, closed: 0 }]);
    expect(firstDay.categories[0]).not.toHaveProperty('closureP50Minutes');
  });

  it('are shown within the own region only', async () => {
    const answer = await house.ask(hazardReports.get, { region: '1201' }, committee);
    expect((answer as DomainError).code).toBe('access.foreignRegion');
    const other: Actor = { ...committee, region: '120116014002' };
    const own = await house.ask(hazardReports.get, { region: '120116014002' }, other);
    expect(own).toMatchObject({ categories: [] });
  });
});
