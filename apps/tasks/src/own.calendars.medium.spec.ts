import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirming, type OverduePage, series, type SeriesView } from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';
import { RecordsJob } from './records.job.js';
import { SeriesService } from './series.service.js';

// Real: PostgreSQL, NATS, tasks and stations. The city has two weeks of its own that nobody else has free.
let street: Street;
beforeAll(async () => {
  const file = join(tmpdir(), `${newId()}.json`);
  const ownDays = { '2026': { holidays: ['2026-03-09/2026-03-13', '2026-03-30/2026-04-03'], workdays: [] } };
  const years = { '2026': { holidays: [], workdays: [] } };
  await writeFile(file, JSON.stringify({ version: '1', years, cities: { '1201': ownDays } }));
  street = await startStreet({ WORKING_DAYS_FILE: file });
});
afterAll(() => street.house.stop());

it('the ten-day clock runs by the holidays of the city', async () => {
  const { id } = await street.served({ code: false });
  const at = async (day: string) => {
    const minutes = (Date.parse(`${day}T02:00:00Z`) - street.clock.now().getTime()) / 60_000;
    street.clock.advanceMinutes(minutes);
    await street.house.services
      .find(({ name }) => name === 'tasks')
      ?.app.get(RecordsJob)
      .run();
    const { items } = (await street.house.ask(confirming.listOverdue, {}, street.station)) as OverduePage;
    const [row] = await street.house.sql<{ count: number }>(
      `select count(*)::int as count from tasks.outbox_event
       where subject = 'shunlu.evt.v1.serviceRecord.overdue' and data ->> 'recordId' = $1`,
      [id],
    );
    const { stage, dueOn } = items.find(({ recordId }) => recordId === id) ?? {};
    return [stage, dueOn, row?.count];
  };
  // Served on Monday 2 March: without the week of its own the alarm were on the 12th, the last day the 16th.
  expect(await at('2026-03-12')).toEqual([undefined, undefined, 0]);
  expect(await at('2026-03-18')).toEqual([undefined, undefined, 0]);
  expect(await at('2026-03-19')).toEqual(['alarm', '2026-03-23', 1]);
  expect(await at('2026-03-23')).toEqual(['alarm', '2026-03-23', 1]);
  expect(await at('2026-03-24')).toEqual(['breach', '2026-03-23', 2]);
});

it('a need that comes again leaves the holidays of the city out where that was asked, and is posted on its other days', async () => {
  const [skipping, keeping] = await Promise.all(
    (['skip', 'keep'] as const).map(async (holidays) => {
      const input = {
        ...{ id: newId(), residentId: street.resident.id, channel: 'phone' as const, holidays },
        ...{ type: 'groceries' as const, summary: 'rice and vegetables', expectedMinutes: 40 },
        ...{ firstDay: '2026-03-28', startTime: '18:00', windowMinutes: 120, rule: 'FREQ=DAILY;COUNT=9' },
      };
      return (await street.house.ask(series.create, input, street.committee)) as SeriesView;
    }),
  );
  const stateOf = (view?: SeriesView) => view?.next.map(({ day, state }) => `${day.slice(-2)} ${state}`);
  expect(stateOf(skipping)).toEqual([
    ...['28 planned', '29 planned', '30 holiday', '31 holiday', '01 holiday', '02 holiday', '03 holiday'],
    ...['04 planned', '05 planned'],
  ]);
  expect(stateOf(keeping)?.every((each) => each.endsWith('planned'))).toBe(true);
  const posted = async (view?: SeriesView) => {
    const rows = await street.house.sql<{ day: string }>(
      'select series_day as day from tasks.need where series_id = $1 order by series_day',
      [view?.id],
    );
    return rows.map(({ day }) => Number(day.slice(-2)));
  };
  const service = street.house.services.find(({ name }) => name === 'tasks')?.app.get(SeriesService);
  // A week ahead of the 24th are its first days; of the 31st, the rest.
  for (const minutes of [0, 7 * 1_440]) {
    street.clock.advanceMinutes(minutes);
    await service?.postDue();
  }
  expect(await posted(skipping)).toEqual([28, 29, 4, 5]);
  expect(await posted(keeping)).toEqual([28, 29, 30, 31, 1, 2, 3, 4, 5]);
});
