import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, type AlertPage, type AlertView, type DomainError, errands, matching } from '#contracts';
import { poll } from '#local';
import { ManualClock, newId, shanghaiDay } from '#platform';
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
const alertsOf = (errandId: string) =>
  house.sql<{ id: string; volunteer_id: string; state: string }>(
    'select id, volunteer_id, state from tasks.alert where errand_id = $1 order by sent_at, id',
    [errandId],
  );
const inState = async (errandId: string, state: string) =>
  (await alertsOf(errandId)).filter((alert) => alert.state === state);

describe('phased alerts', () => {
  it('ask the best seven within a kilometre, once, however many processes play the rounds', async () => {
    const near = await town.onDuty(12, (i) => town.metresNorth(i * 40));
    const far = await town.onDuty(3, town.metresNorth(1_700));
    const { errandId } = await town.openErrand();
    await Promise.all([play(), play(), job().ask()]);
    const asked = await alertsOf(errandId);
    expect(asked.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'sent'));
    const nearIds = new Set(near.map(({ id }) => id));
    expect(asked.every(({ volunteer_id }) => nearIds.has(volunteer_id))).toBe(true);
    expect(far.some(({ id }) => asked.some(({ volunteer_id }) => volunteer_id === id))).toBe(false);
    const events = await house.sql(
      `select data->>'alertId' as id from tasks.outbox_event where subject = 'shunlu.evt.v1.volunteer.alerted'
         and data->>'errandId' = $1`,
      [errandId],
    );
    expect(events.map(({ id }) => id as string).sort()).toEqual(asked.map(({ id }) => id).sort());
  });

  it('replace who refuses and who stays silent, and ask nobody twice', async () => {
    await town.onDuty(12, town.metresNorth(200));
    const { errandId } = await town.openErrand();
    await play();
    const [first] = await alertsOf(errandId);
    const refuser: Actor = { id: first?.volunteer_id ?? '', role: 'volunteer' };
    const refused = (await house.ask(matching.refuseAlert, { id: first?.id ?? '' }, refuser)) as AlertView;
    expect(refused).toMatchObject({ id: first?.id, state: 'refused', kind: 'alert' });
    expect(await house.ask(matching.refuseAlert, { id: first?.id ?? '' }, refuser)).toEqual(refused);
    await play();
    expect(await inState(errandId, 'sent')).toHaveLength(7);
    clock.advanceMinutes(3);
    await play();
    const asked = await alertsOf(errandId);
    expect(new Set(asked.map(({ volunteer_id }) => volunteer_id)).size).toBe(asked.length);
    expect(asked).toHaveLength(12);
    expect((await inState(errandId, 'silent')).length).toBe(7);
    expect((await inState(errandId, 'sent')).length).toBe(4);
  });

  it('widen where a circle has too few, and come to whose place is unknown in the widest', async () => {
    const near = await town.onDuty(2, town.gate);
    const wider = await town.onDuty(2, town.metresNorth(1_600));
    const widest = await town.onDuty(1, town.metresNorth(7_000));
    const [unplaced] = await town.verified(1);
    await house.ask(matching.goOnDuty, {}, unplaced as Actor);
    const { errandId } = await town.openErrand();
    await play();
    const asked = (await alertsOf(errandId)).map(({ volunteer_id }) => volunteer_id);
    expect(asked.sort()).toEqual(
      [...near, ...wider, ...widest, unplaced as Actor].map(({ id }) => id).sort(),
    );
  });

  it('show the volunteer the parts of the score, and vanish when somebody else was first', async () => {
    const [ann, bob] = (await town.onDuty(2, town.metresNorth(150))) as [Actor, Actor];
    const { errandId } = await town.openErrand();
    await play();
    const [alert] = await mine(ann);
    expect(alert).toMatchObject({ state: 'sent', kind: 'alert', errand: { id: errandId, state: 'open' } });
    expect(alert?.match.parts.map(({ name }) => name)).toEqual([
      'distance',
      'route',
      'window',
      'skill',
      'urgency',
      'waiting',
      'fairness',
    ]);
    expect(alert?.match.score).toBe(
      alert?.match.parts.reduce((sum, { value, weight }) => sum + value * weight, 0),
    );
    const claim = await house.ask(matching.acceptAlert, { id: alert?.id ?? '' }, ann);
    expect(claim).toMatchObject({ id: alert?.id, errandId, state: 'claimed' });
    expect(await house.ask(matching.acceptAlert, { id: alert?.id ?? '' }, ann)).toMatchObject(claim);
    expect(await mine(bob)).toEqual([]);
    clock.advanceMinutes(3);
    await play();
    expect((await mine(bob, { past: true })).map(({ state }) => state)).toEqual(['over']);
    expect((await mine(ann, { past: true })).map(({ state }) => state)).toEqual(['accepted']);
    expect(code(await house.ask(matching.refuseAlert, { id: alert?.id ?? '' }, bob))).toBe(
      'resource.notFound',
    );
    expect(code(await house.ask(matching.refuseAlert, { id: alert?.id ?? '' }, ann))).toBe(
      'alert.stateConflict',
    );
  });

  it('begin anew when a claim is released, and leave out who released it or refused', async () => {
    const [ann, bob, cat] = (await town.onDuty(3, town.metresNorth(150))) as [Actor, Actor, Actor];
    const { errandId } = await town.openErrand();
    await play();
    const [refused] = await mine(bob);
    await house.ask(matching.refuseAlert, { id: refused?.id ?? '' }, bob);
    await house.ask(errands.claim, { id: newId(), errandId }, ann);
    clock.advanceMinutes(10);
    await play();
    await house.ask(errands.release, { errandId, reason: 'flat tyre' }, ann);
    await town.settled();
    await play();
    const waiting = await inState(errandId, 'sent');
    expect(waiting.map(({ volunteer_id }) => volunteer_id)).toEqual([cat.id]);
    const [event] = await house.sql<{ waited: number }>(
      `select (data->>'waitedSeconds')::int as waited from tasks.outbox_event
        where subject = 'shunlu.evt.v1.errand.claimed' and data->>'errandId' = $1`,
      [errandId],
    );
    expect(event?.waited).toBe(0);
    clock.advanceMinutes(2);
    await house.ask(errands.claim, { id: newId(), errandId }, cat);
    const waits = await house.sql<{ waited: number }>(
      `select (data->>'waitedSeconds')::int as waited from tasks.outbox_event
        where subject = 'shunlu.evt.v1.errand.claimed' and data->>'errandId' = $1 order by occurred_at`,
      [errandId],
    );
    // The slot that was given back waited since then, not since the errand first opened.
    expect(waits.map(({ waited }) => waited)).toEqual([0, 120]);
  });

  it('never exceed a volunteer’s limit of the day, and count a new day anew', async () => {
    const [ann] = (await town.onDuty(1, town.gate)) as [Actor];
    const times = { shifts: [], quietStartMinute: 0, quietEndMinute: 0, maxAlertsPerDay: 2 };
    await house.ask(matching.setDutyTimes, times, ann);
    for (let i = 0; i < 4; i++) await town.openErrand();
    await play();
    expect(await mine(ann)).toHaveLength(2);
    expect(await house.ask(matching.getDuty, {}, ann)).toMatchObject({ alertsToday: 2, maxAlertsPerDay: 2 });
    clock.advanceMinutes(24 * 60);
    await house.ask(matching.goOnDuty, { point: town.gate }, ann);
    await town.openErrand();
    await play();
    expect(await mine(ann)).toHaveLength(1);
    clock.advanceMinutes(-24 * 60);
  });

  it('find whoever is free behind a hundred who have had theirs', async () => {
    const spent = await town.onDuty(100, town.gate);
    await house.sql(
      `update tasks.duty set alerts_day = $1, alerts_today = max_alerts_per_day where volunteer_id = any($2)`,
      [shanghaiDay(clock.now()), spent.map(({ id }) => id)],
    );
    const [free] = await town.onDuty(1, town.metresNorth(1_600));
    const { errandId } = await town.openErrand();
    await play();
    expect((await alertsOf(errandId)).map(({ volunteer_id }) => volunteer_id)).toEqual([free?.id]);
  });

  it('leave alone who is off duty, sleeps or is busy at that hour', async () => {
    const [off, quiet, busy, shift] = (await town.onDuty(4, town.gate)) as [Actor, Actor, Actor, Actor];
    await house.ask(matching.goOffDuty, {}, off);
    const usual = { shifts: [], quietStartMinute: 0, quietEndMinute: 0, maxAlertsPerDay: 9 };
    await house.ask(matching.setDutyTimes, { ...usual, quietStartMinute: 540, quietEndMinute: 1_000 }, quiet);
    await house.ask(matching.goOffDuty, {}, shift);
    const monday = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, startMinute: 0, minutes: 960 }));
    await house.ask(matching.setDutyTimes, { ...usual, shifts: monday }, shift);
    const other = await town.openErrand();
    await house.ask(errands.claim, { id: newId(), errandId: other.errandId }, busy);
    const { errandId } = await town.openErrand();
    await play();
    expect((await alertsOf(errandId)).map(({ volunteer_id }) => volunteer_id)).toEqual([shift.id]);
  });
});
