import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  needs,
  type NeedPage,
  records,
  series,
  type SeriesView,
  stops,
  type StopPlaces,
} from '#contracts';
import { newId, shanghaiDay } from '#platform';
import { addDays } from '#regions';
import { SeriesService } from '../../../apps/tasks/src/series.service.js';
import { must, Town } from './town.js';

// Real: PostgreSQL, NATS, and the four services that a paid need touches.
let town: Town;
beforeAll(async () => void (town = await Town.open()), 60_000);
afterAll(() => town.close());

/** Somebody who earned credits and is registered as a resident too. */
async function elder(minutes: number): Promise<Actor> {
  const { id } = await town.volunteer(minutes);
  return town.resident({ id });
}

const places = [
  { point: { longitude: 117.711, latitude: 39.031 }, door: '示例药店 3 号柜', task: 'fetch the pills' },
  { point: { longitude: 117.712, latitude: 39.032 }, task: 'hand in the form' },
];

describe('a paid need whose errand is void', () => {
  it('frees what was held, and holds it anew when the station accepts it again in another window', async () => {
    const [grandma, first, second] = [await elder(100), await town.volunteer(), await town.volunteer()];
    const { id } = must(await town.post({ residentId: grandma.id, payment: 'exchange' }));
    must(await town.accept(id));
    const record = await town.serve(id, first, 40);
    expect(await town.balance(grandma)).toEqual([100, 60]);
    const said = { recordId: record.id, reason: 'notServed' as const };
    must(await town.house.ask(records.dispute, said, grandma));
    const settle = { recordId: record.id, decision: 'void' as const };
    must(await town.house.ask(records.settleDispute, settle, town.station));
    await town.quiet();
    expect(await town.balance(grandma)).toEqual([100, 0]);
    expect(await town.need(id)).toMatchObject({
      state: 'forwarded',
      payment: { state: 'asked', heldMinutes: 0 },
    });
    town.clock.advanceMinutes(180);
    const window = { windowStart: town.inHours(0), windowEnd: town.inHours(2) };
    const anew = must(await town.house.ask(needs.accept, { id, ...window }, town.station));
    expect(anew).toMatchObject({ state: 'posted', ...window, payment: { state: 'held', heldMinutes: 60 } });
    expect(await town.balance(grandma)).toEqual([100, 60]);
    must(await town.confirm((await town.serve(id, second, 30)).id));
    await town.work();
    expect(await town.balance(grandma)).toEqual([70, 0]);
    expect([await town.balance(first), await town.balance(second)]).toEqual([
      [0, 0],
      [30, 0],
    ]);
    expect((await town.need(id)).state).toBe('closed');
  });
});

describe('a need that comes again', () => {
  const daily = (residentId: string, changes: object = {}) => ({
    ...{
      id: newId(),
      residentId,
      type: 'medicine' as const,
      summary: 'pills and a form',
      channel: 'phone' as const,
    },
    ...{ expectedMinutes: 30, firstDay: addDays(shanghaiDay(town.clock.now()), 1), startTime: '09:00' },
    ...{ windowMinutes: 240, rule: 'FREQ=DAILY;COUNT=3', stops: places, payment: 'exchange' as const },
    ...changes,
  });
  const post = () =>
    town.house.services
      .find(({ name }) => name === 'tasks')!
      .app.get(SeriesService)
      .postDue();

  it('has its stops and its payment each time: held and charged one by one', async () => {
    const [grandma, courier] = [await elder(50), await town.volunteer()];
    const input = daily(grandma.id);
    const made = must<SeriesView>(await town.house.ask(series.create, input, town.committee));
    expect(made).toMatchObject({ stopCount: 2, payment: 'exchange', payerId: grandma.id });
    expect(must(await town.house.ask(series.create, input, town.committee))).toEqual(made);
    const others = { ...input, stops: [places[0]!] };
    expect(await town.house.ask(series.create, others, town.committee)).toMatchObject({
      code: 'idempotency.conflict',
    });
    await Promise.all([post(), post()]);
    const { items } = must<NeedPage>(await town.house.ask(needs.list, { limit: 100 }, town.committee));
    const mine = items.filter(({ seriesId }) => seriesId === input.id).reverse();
    expect(mine.map(({ stopCount, payment }) => [stopCount, payment?.state, payment?.payerId])).toEqual(
      [1, 2, 3].map(() => [2, 'asked', grandma.id]),
    );
    const [one, two] = mine.map(({ id }) => id) as [string, string];
    must(await town.accept(one));
    expect(await town.balance(grandma)).toEqual([50, 30]);
    // There is enough for one, not for both: the second says so and stays without an errand.
    expect(await town.accept(two)).toMatchObject({ code: 'ledger.insufficient' });
    await town.claim(one, courier);
    const { errandId = '' } = await town.need(one);
    const shown = must<StopPlaces>(await town.house.ask(stops.reveal, { errandId }, courier));
    expect(shown.items.map(({ point, door }) => ({ point, door }))).toEqual(
      places.map(({ point, door }) => ({ point, door })),
    );
  });

  it('is refused where the payer has nothing, and keeps no door in plain', async () => {
    const poor = await town.resident();
    expect(await town.house.ask(series.create, daily(poor.id), town.committee)).toMatchObject({
      code: expect.stringMatching(/^ledger\./),
    });
    const rich = await elder(60);
    const twoVolunteers = daily(rich.id, { slots: 2 });
    expect(await town.house.ask(series.create, twoVolunteers, town.committee)).toMatchObject({
      code: 'request.invalid',
    });
    must(await town.house.ask(series.create, daily(rich.id), town.committee));
    const kept = await town.house.sql(
      `select s::text as row from tasks.need_series s union all select p::text from tasks.need_series_stop p`,
    );
    expect(JSON.stringify(kept)).not.toContain('示例药店');
    await expect(
      town.house.sql(`update tasks.need_series set payer_id = null where payment_mode = 'exchange'`),
    ).rejects.toMatchObject({ constraint: 'need_series_payer' });
  });
});
