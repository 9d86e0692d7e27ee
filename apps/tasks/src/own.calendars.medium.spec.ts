import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirming, type OverduePage } from '#contracts';
import { newId } from '#platform';
import { startStreet, type Street } from '#testing';
import { RecordsJob } from './records.job.js';

// Real: PostgreSQL, NATS, tasks and stations. The city has a week of its own that nobody else has free.
let street: Street;
beforeAll(async () => {
  const file = join(tmpdir(), `${newId()}.json`);
  const ownDays = { '2026': { holidays: ['2026-03-09/2026-03-13'], workdays: [] } };
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
