import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, errands, type ErrandView, type HeldErrandList, holding } from '#contracts';
import { ManualClock, newId } from '#platform';
import { seedErrands, startHouse, type TestHouse } from '#testing';
import { tasksService } from './definition.js';

// Real: PostgreSQL, NATS, the tasks service. Seeded: volunteers and posted errands.
const clock = new ManualClock(new Date('2026-03-02T00:00:00Z'));
const volunteer = (id: string): Actor => ({ id, role: 'volunteer' });
const inHours = (hours: number) => new Date(clock.now().getTime() + hours * 3_600_000);
let house: TestHouse;

beforeAll(async () => {
  house = await startHouse([tasksService], { clock });
});
afterAll(() => house.stop());

const heldBy = (id: string) => house.ask(holding.list, {}, volunteer(id)) as Promise<HeldErrandList>;

describe('what one has claimed', () => {
  it('warns of the next errand where there is no time for the way, and refuses nothing', async () => {
    clock.advanceMinutes(24 * 60);
    const [near, far] = await Promise.all(
      [0, 1].map((hours) =>
        seedErrands(house.database.adminUrl, { errands: 1, volunteers: 1, from: inHours(hours) }),
      ),
    );
    const [first = '', second = ''] = [near?.errandIds[0], far?.errandIds[0]];
    const [ann = '', bob = ''] = [near?.volunteerIds[0], far?.volunteerIds[0]];
    await house.sql(
      `update tasks.errand set place = point(117.9, 39.0), window_start = w.at, window_end = w.at + interval '1 hour'
       from (select window_end as at from tasks.errand where id = $1) w where id = $2`,
      [first, second],
    );
    await house.ask(errands.claim, { id: newId(), errandId: first }, volunteer(ann));
    const seen = async (by: string) =>
      ((await house.ask(errands.get, { id: second }, volunteer(by))) as ErrandView).tight;
    expect(await seen(ann)).toMatchObject([{ id: first, gapMinutes: 0 }]);
    expect((await seen(ann))?.[0]?.wayMinutes).toBeGreaterThan(60);
    expect(await seen(bob)).toBeUndefined();
    const claim = await house.ask(errands.claim, { id: newId(), errandId: second }, volunteer(ann));
    expect(claim).toMatchObject({ state: 'claimed' });
  });

  it('is listed with its step until it is finished or given back, for nobody else', async () => {
    const seed = { errands: 1, volunteers: 2, from: inHours(0) };
    const { errandIds, volunteerIds } = await seedErrands(house.database.adminUrl, seed);
    const [errandId = ''] = errandIds;
    const [ann = '', bob = ''] = volunteerIds;
    const claimId = newId();
    await house.ask(errands.claim, { id: claimId, errandId }, volunteer(ann));

    const [claimed] = (await heldBy(ann)).items;
    expect(claimed).toMatchObject({ id: errandId, claimId, claimState: 'claimed', isOffered: false });
    expect(claimed?.checkedInAt).toBeUndefined();
    expect((await heldBy(bob)).items).toEqual([]);

    await house.ask(errands.checkIn, { errandId }, volunteer(ann));
    const [begun] = (await heldBy(ann)).items;
    expect(begun).toMatchObject({ claimState: 'inProgress', checkedInAt: clock.now().toISOString() });

    clock.advanceMinutes(30);
    await house.ask(errands.checkOut, { errandId }, volunteer(ann));
    expect((await heldBy(ann)).items).toEqual([]);
  });
});
