import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, errands, type HeldErrandList, holding } from '#contracts';
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
