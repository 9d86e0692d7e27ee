import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CountedStep,
  type CountedSteps,
  countedSteps,
  DomainError,
  errands,
  type FactCounts,
  needs,
  steppedNames,
  systemActor,
  taskFacts,
} from '#contracts';
import { newId, shanghaiDay } from '#platform';
import { seedErrands, startStreet, type Street } from '#testing';

// Real: PostgreSQL, NATS, tasks and stations.
let street: Street;
const community = '120116014001';

beforeAll(async () => {
  street = await startStreet();
  await street.served();
  const given = await street.claimed();
  await street.house.ask(errands.release, { errandId: given.errandId, reason: 'ill' }, street.volunteer);
  const { id } = await street.accepted();
  await street.house.ask(needs.cancel, { id, reason: 'not needed' }, street.committee);
  // More than a page of one kind, at one instant.
  const { errandIds } = await seedErrands(street.house.database.adminUrl, {
    ...{ errands: 130, volunteers: 0, from: street.clock.now(), communityCode: 120116014002 },
  });
  await street.house.sql(
    `update tasks.errand set state = 'expired', expired_at = window_end where id = any($1)`,
    [errandIds],
  );
});
afterAll(() => street.house.stop());

async function listed(
  region: string,
  day: string,
  metric: string,
  by = street.station,
): Promise<CountedSteps> {
  const items: CountedStep[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await street.house.ask(countedSteps.list, { region, day, metric, cursor } as never, by);
    if (page instanceof DomainError) throw page;
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor) return { total: page.total, items };
  }
}
const codeOf = (answer: unknown) => (answer instanceof DomainError ? answer.code : '');

describe('what a figure of a day is made of', () => {
  it('adds up to what totals are held against, whatever the figure, the day and the place', async () => {
    const found: string[] = [];
    for (const region of [community, '120116014002']) {
      const { counts } = (await street.house.ask(
        taskFacts.count,
        { region, byDay: true },
        systemActor('reporting'),
      )) as FactCounts;
      const days = new Set([...counts.map(({ day }) => day ?? ''), shanghaiDay(street.clock.now())]);
      for (const day of days)
        for (const metric of steppedNames) {
          const owned = counts.find((count) => count.day === day && count.name === metric)?.amount ?? 0;
          const { total, items } = await listed(region, day, metric);
          expect({ metric, day, total, sum: items.reduce((sum, { amount }) => sum + amount, 0) }).toEqual({
            ...{ metric, day, total: owned, sum: owned },
          });
          if (owned > 0) found.push(metric);
        }
    }
    expect([...new Set(found)].sort()).toEqual(
      expect.arrayContaining([
        'errandsCancelled',
        'errandsClaimed',
        'errandsExpired',
        'errandsReleased',
        'needsSubmitted',
      ]),
    );
  });

  it('comes in pages, each step once, of all communities of a subdistrict', async () => {
    const day = shanghaiDay(street.clock.now());
    const { total, items } = await listed('120116014', day, 'errandsExpired');
    expect(total).toBe(130);
    expect(new Set(items.map(({ errandId }) => errandId)).size).toBe(130);
  });

  it('leads to needs and errands, and to nobody outside the region', async () => {
    const day = shanghaiDay(street.clock.now());
    const { items } = await listed(community, day, 'needsCancelled');
    expect(items).toMatchObject([{ needId: expect.any(String) as never, amount: 1 }]);
    const ask = (region: string, by = street.station) =>
      street.house.ask(countedSteps.list, { region, day, metric: 'needsCancelled' } as never, by);
    expect(codeOf(await ask(community, street.elsewhere))).toBe('access.foreignRegion');
    const official = { id: newId(), role: 'official' as const, region: '120116' };
    expect(codeOf(await ask('120116', official))).toBe('request.invalid');
    expect(codeOf(await ask('120116014', official))).toBe('');
  });
});
