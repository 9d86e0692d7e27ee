import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  type AlertPage,
  type CandidateList,
  type DispatchView,
  type DomainError,
  errands,
  matching,
  needs,
  type QueuePage,
} from '#contracts';
import { poll } from '#local';
import { ManualClock, newId } from '#platform';
import { MatchingTown, type TestHouse } from '#testing';
import { MatchingJob } from './matching.job.js';
import { RoundsService } from './rounds.service.js';

// Real: PostgreSQL, NATS, tasks (two replicas) and stations. Told by event: volunteers. The clock is the test's;
// the jobs' own timers run too, as in production, and must find nothing that the test's rounds did not.
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
  await play();
});

const replicas = () => house.services.filter(({ name }) => name === 'tasks');
const job = (replica = 0) => replicas()[replica]!.app.get(MatchingJob);
/** Plays what is due, in both replicas at once; what a replica's own timer has in hand is waited for. */
async function play(): Promise<void> {
  const isDone = async () => {
    await Promise.all(replicas().map(({ app }) => app.get(RoundsService).run()));
    const due = await house.sql('select 1 from tasks.matching where next_at <= $1 limit 1', [clock.now()]);
    return due.length === 0 || undefined;
  };
  await poll(isDone, 10_000, () => new Error('rounds remain due'));
}
const code = (answer: object) => (answer as DomainError).code;
const mine = async (actor: Actor, input = {}) =>
  ((await house.ask(matching.listAlerts, input, actor)) as AlertPage).items;

describe('the clock of an unclaimed errand', () => {
  const stages = async (errandId: string) =>
    (
      await house.sql<{ subject: string }>(
        `select subject from tasks.outbox_event where subject in ('shunlu.evt.v1.errand.queued', 'shunlu.evt.v1.errand.unclaimed')
           and data->>'errandId' = $1 order by occurred_at, subject`,
        [errandId],
      )
    ).map(({ subject }) => subject.split('.').at(-1));
  const queued = async (actor: Actor) =>
    ((await house.ask(matching.listQueue, {}, actor)) as QueuePage).items;

  it('brings it to the station’s queue, then to the town.committee, each told once', async () => {
    const { errandId } = await town.openErrand();
    await play();
    expect(await queued(town.station)).toEqual([]);
    clock.advanceMinutes(25);
    await play();
    await play();
    expect(await queued(town.station)).toMatchObject([{ errand: { id: errandId }, stage: 'stationQueue' }]);
    expect(await queued(town.committee)).toEqual([]);
    expect(await queued(town.strangeStation)).toEqual([]);
    clock.advanceMinutes(25);
    await Promise.all([play(), play()]);
    expect(await queued(town.committee)).toMatchObject([{ errand: { id: errandId }, stage: 'committee' }]);
    expect(await stages(errandId)).toEqual(['queued', 'unclaimed']);
  });

  it('is shorter for medicine, and says what it passed while nobody played', async () => {
    const { errandId } = await town.openErrand({ type: 'medicine' });
    clock.advanceMinutes(40);
    await play();
    expect(await stages(errandId)).toEqual(['queued', 'unclaimed']);
  });

  it('leaves the queue when somebody claims, and stays for the station when nobody came', async () => {
    const [ann] = (await town.verified(1)) as [Actor];
    const taken = await town.openErrand();
    const left = await town.openErrand();
    clock.advanceMinutes(30);
    await play();
    expect(await queued(town.station)).toHaveLength(2);
    await house.ask(errands.claim, { id: newId(), errandId: taken.errandId }, ann);
    expect(await queued(town.station)).toMatchObject([{ errand: { id: left.errandId } }]);
    clock.advanceMinutes(240);
    await house.sql(`update tasks.errand set state = 'expired' where id = $1`, [left.errandId]);
    await play();
    expect(await queued(town.station)).toMatchObject([
      { errand: { id: left.errandId, state: 'expired' }, stage: 'expired' },
    ]);
  });

  it('waits for the morning, and for the hours before a window that is far', async () => {
    const start = new Date(clock.now().getTime() + 30 * 3_600_000);
    const { errandId } = await town.openErrand({
      windowStart: start.toISOString(),
      windowEnd: new Date(start.getTime() + 3_600_000).toISOString(),
    });
    const [row] = await house.sql<{ since: Date; next_at: Date }>(
      'select since, next_at from tasks.matching where errand_id = $1',
      [errandId],
    );
    expect(row?.since.getTime()).toBeGreaterThan(clock.now().getTime() + 12 * 3_600_000);
    expect(row?.next_at).toEqual(row?.since);
  });
});

describe('dispatch', () => {
  it('names the best first with the reasons, and what speaks against the others', async () => {
    const [near] = (await town.onDuty(1, town.gate)) as [Actor];
    const [far] = (await town.onDuty(1, town.metresNorth(2_500))) as [Actor];
    const [off] = (await town.verified(1)) as [Actor];
    const { errandId } = await town.openErrand();
    const { items } = (await house.ask(
      matching.listCandidates,
      { errandId, limit: 50 },
      town.station,
    )) as CandidateList;
    const of = (actor: Actor) => items.find(({ volunteerId }) => volunteerId === actor.id);
    expect(items[0]?.volunteerId).toBe(near.id);
    expect(of(near)).toMatchObject({ hindrances: [], distanceMetres: 0 });
    expect(of(far)?.distanceMetres).toBe(2_500);
    expect(of(off)?.hindrances).toContainEqual({ reason: 'offDuty' });
    expect(items.indexOf(of(off)!)).toBeGreaterThan(items.indexOf(of(far)!));
    expect(code(await house.ask(matching.listCandidates, { errandId }, town.strangeStation))).toBe(
      'resource.notFound',
    );
  });

  it('asks one after another, and is accepted by a claim of one’s own', async () => {
    const [ann, bob, cat] = (await town.verified(3)) as [Actor, Actor, Actor];
    const { errandId } = await town.openErrand();
    const volunteers = [ann, bob, cat].map(({ id }) => ({ volunteerId: id }));
    const input = { id: newId(), errandId, volunteers, answerMinutes: 5 };
    const first = (await house.ask(matching.dispatch, input, town.station)) as DispatchView;
    expect(first.asked.map(({ state }) => state)).toEqual(['sent', 'waiting', 'waiting']);
    expect(await house.ask(matching.dispatch, input, town.station)).toEqual(first);
    expect(code(await house.ask(matching.dispatch, { ...input, answerMinutes: 6 }, town.station))).toBe(
      'idempotency.conflict',
    );
    expect(code(await house.ask(matching.dispatch, { ...input, id: newId() }, town.station))).toBe(
      'dispatch.underWay',
    );
    const [asked] = await mine(ann);
    expect(asked).toMatchObject({ kind: 'dispatch', errand: { id: errandId } });
    await house.ask(matching.refuseAlert, { id: asked?.id ?? '' }, ann);
    expect(await mine(bob)).toHaveLength(1);
    clock.advanceMinutes(6);
    const isPassedOn = async () => {
      await Promise.all([job(0).ask(), job(1).ask()]);
      return (await mine(cat)).length > 0 || undefined;
    };
    await poll(isPassedOn, 10_000, () => new Error('nobody was asked next'));
    const [last] = await mine(cat);
    expect(await house.ask(matching.acceptAlert, { id: last?.id ?? '' }, cat)).toMatchObject({
      id: last?.id,
      errandId,
    });
    const view = (await house.ask(matching.getDispatch, { id: input.id }, town.station)) as DispatchView;
    expect(view.state).toBe('accepted');
    expect(view.asked.map(({ state }) => state)).toEqual(['refused', 'silent', 'accepted']);
    expect(code(await house.ask(matching.getDispatch, { id: input.id }, town.strangeStation))).toBe(
      'resource.notFound',
    );
  });

  it('comes to an end when all refused, and may then begin again', async () => {
    const [ann] = (await town.verified(1)) as [Actor];
    const { errandId } = await town.openErrand();
    const volunteers = [{ volunteerId: ann.id }];
    const input = { id: newId(), errandId, volunteers };
    await house.ask(matching.dispatch, input, town.station);
    const [asked] = await mine(ann);
    await house.ask(matching.refuseAlert, { id: asked?.id ?? '' }, ann);
    expect(await house.ask(matching.getDispatch, { id: input.id }, town.station)).toMatchObject({
      state: 'exhausted',
    });
    expect(await house.ask(matching.dispatch, { ...input, id: newId() }, town.station)).toMatchObject({
      state: 'asking',
    });
    const events = await house.sql(
      `select data->>'state' as state from tasks.outbox_event where subject = 'shunlu.evt.v1.dispatch.moved' and data->>'dispatchId' = $1`,
      [input.id],
    );
    expect(events).toEqual([{ state: 'exhausted' }]);
  });

  it('says of the errand what a message may say, and nothing to who sleeps', async () => {
    const [awake, asleep] = (await town.verified(2)) as [Actor, Actor];
    const times = { shifts: [], quietStartMinute: 0, quietEndMinute: 1_439, maxAlertsPerDay: 9 };
    await house.ask(matching.setDutyTimes, { ...times, quietEndMinute: 0 }, awake);
    await house.ask(matching.setDutyTimes, times, asleep);
    const told = async ({ id: volunteerId }: Actor) => {
      const { errandId } = await town.openErrand();
      const input = { id: newId(), errandId, volunteers: [{ volunteerId }], answerMinutes: 5 };
      await house.ask(matching.dispatch, input, town.station);
      const [event] = await house.sql<{ errand: { windowEnd: string; expiresAt: string } | null }>(
        `select data->'errand' as errand from tasks.outbox_event
         where subject = 'shunlu.evt.v1.volunteer.alerted' and data->>'errandId' = $1`,
        [errandId],
      );
      return event?.errand;
    };
    expect(await told(awake)).toEqual({
      ...{ type: 'groceries', expectedMinutes: 30 },
      ...{ windowStart: expect.any(String), windowEnd: expect.any(String) },
      expiresAt: new Date(clock.now().getTime() + 5 * 60_000).toISOString(),
    });
    expect(await told(asleep)).toBeNull();
    expect(await mine(asleep)).toHaveLength(1);
  });

  it('is refused for strangers, twice the same person, and errands that are not open', async () => {
    const [ann] = (await town.verified(1)) as [Actor];
    const { errandId, id } = await town.openErrand();
    const to = (...ids: string[]) => ids.map((volunteerId) => ({ volunteerId }));
    const dispatch = (volunteers: { volunteerId: string }[]) =>
      house.ask(matching.dispatch, { id: newId(), errandId, volunteers }, town.station);
    expect(code(await dispatch(to(newId())))).toBe('dispatch.volunteerUnfit');
    expect(code(await dispatch(to(ann.id, ann.id)))).toBe('dispatch.volunteerUnfit');
    await house.ask(needs.cancel, { id, reason: 'not needed' }, town.committee);
    expect(code(await dispatch(to(ann.id)))).toBe('errand.notOpen');
    expect(await house.sql('select 1 from tasks.dispatch where errand_id = $1', [errandId])).toEqual([]);
  });
});
