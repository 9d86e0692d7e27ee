import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type Actor,
  DomainError,
  errands,
  type HazardReport,
  hazardReports,
  hazards,
  type Reconciliation,
  reconciliation,
  type TimeToClaim,
  waits,
} from '#contracts';
import { metrics, newId } from '#platform';
import { startStreet, type Street } from '#testing';
import { ReconcileJob } from './reconcile.job.js';

// Real: PostgreSQL, NATS and all services; things are done, not told, so that their owner can be asked.
const administrator: Actor = { id: newId(), role: 'administrator', region: '12' };
const township = '120116014';
const community = '120116014001';
let street: Street;

beforeAll(async () => {
  street = await startStreet({ PUBLIC_NOTICE_DAYS: '0' }, ['volunteers', 'ledger', 'reporting']);
  for (let count = 0; count < 3; count++) await street.served();
  const { errandId } = await street.accepted();
  street.clock.advanceMinutes(7);
  await must(street.house.ask(errands.claim, { id: newId(), errandId }, street.rival));
  await closedHazard('blockedPassage', 90);
  await closedHazard('exposedWiring', 5);
});
afterAll(() => street.house.stop());

async function must<T extends object>(answer: Promise<T | DomainError>): Promise<T> {
  const given = await answer;
  if (given instanceof DomainError) throw given;
  return given;
}
const reconcile = async (region: string, rebuild = false) => {
  const input = { region, rebuild };
  const { differences } = await must<Reconciliation>(
    street.house.ask(reconciliation.run, input, administrator),
  );
  // The street's own two volunteers are in no register, which is another test's matter.
  return differences.filter(({ name }) => name.includes(' '));
};
const figures = async () => {
  const claimed = await must<TimeToClaim>(
    street.house.ask(waits.getTimeToClaim, { region: township }, administrator),
  );
  const { all, categories } = await must<HazardReport>(
    street.house.ask(hazardReports.get, { region: township }, administrator),
  );
  return { waits: claimed.all, groups: claimed.groups, all, categories };
};

/** Reported, dealt with after so many minutes, opened again, dealt with and closed. */
async function closedHazard(category: 'blockedPassage' | 'exposedWiring', minutes: number): Promise<void> {
  const id = newId();
  const point = { longitude: 117.7, latitude: 39.03 };
  const words = { severity: 'medium' as const, description: '楼道堆放杂物' };
  const report = { id, communityCode: community, point, category, ...words };
  await must(street.house.ask(hazards.report, report, street.volunteer));
  street.clock.advanceMinutes(minutes);
  await dealtWith(id);
  await must(street.house.ask(hazards.reopen, { id, reason: '又堆上了' }, street.volunteer));
  await dealtWith(id);
  await must(street.house.ask(hazards.close, { id }, street.volunteer));
}

async function dealtWith(id: string): Promise<void> {
  await must(street.house.ask(hazards.handle, { id, note: '杂物已清理' }, street.committee));
  await must(street.house.ask(hazards.feedBack, { id, message: '已清理，谢谢您' }, street.station));
}

const corruptions: [what: string, sql: string, named: [name: RegExp, reported: number, owned: number][]][] = [
  [
    'a wait counted twice',
    'update reporting.wait_counter set claims = claims + 2 where (day, hour, type, bucket) in (select day, hour, type, bucket from reporting.wait_counter limit 1)',
    [[/^wait \w+ \d+ -?\d+$/, 3, 1]],
  ],
  [
    'steps of hazards that were lost',
    `delete from reporting.hazard_counter where step = 'reopened'`,
    [
      [/^hazard blockedPassage reopened 0$/, 0, 1],
      [/^hazard exposedWiring reopened 0$/, 0, 1],
    ],
  ],
  [
    'a closing in the wrong bucket',
    `update reporting.hazard_closure set bucket = bucket + 5 where category = 'exposedWiring'`,
    [
      [/^closure exposedWiring \d+$/, 0, 1],
      [/^closure exposedWiring \d+$/, 1, 0],
    ],
  ],
];

describe('distributions beside their owner', () => {
  it('fit without waiting for what is on its way', async () => {
    expect(await reconcile(township)).toEqual([]);
    expect(await reconcile('1201')).toEqual([]);
    const { waits, all } = await figures();
    expect(waits).toMatchObject({ claims: 4, p50Seconds: 0, p95Seconds: expect.any(Number) });
    expect(Math.abs((waits.p95Seconds ?? 0) - 420)).toBeLessThan(21);
    expect(all).toMatchObject({ reports: 2, hazards: 2, handled: 4, fedBack: 4, closed: 2, reopened: 2 });
  });

  it.each(corruptions)('name %s, and are put right', async (_, sql, named) => {
    const before = await figures();
    await street.house.sql(sql);
    expect(await figures()).not.toEqual(before);
    const found = await reconcile(township);
    expect(found.map(({ reported, owned }) => [reported, owned]).sort()).toEqual(
      named.map(([, reported, owned]) => [reported, owned]).sort(),
    );
    for (const [pattern] of named)
      expect(found.map(({ name }) => name)).toContainEqual(expect.stringMatching(pattern));
    expect(await reconcile('120116', true)).toEqual(found);
    expect(await figures()).toEqual(before);
    expect(await reconcile(township)).toEqual([]);
  });

  it('raise an alarm by family every hour, silent again once they are put right', async () => {
    const job = street.house.services.find(({ name }) => name === 'reporting')?.app.get(ReconcileJob);
    const alarms = async () => {
      await job?.compareAll();
      const { values } = await metrics.reportDifferences.get();
      return values
        .map(({ labels, value }) => [labels.metric, value])
        .filter(([metric]) => metric !== 'volunteersVerified');
    };
    expect(await alarms()).toEqual([]);
    // One step taken for another: as many as before.
    await street.house.sql(
      `update reporting.hazard_counter set n = n + case step when 'handled' then -1 else 1 end
       where category = 'blockedPassage' and step in ('handled', 'reopened')`,
    );
    expect(await alarms()).toEqual([['hazard', 2]]);
    await reconcile(township, true);
    expect(await alarms()).toEqual([]);
  });

  it('leave alone what was counted before waits were kept', async () => {
    const before = await figures();
    await street.house.sql('update tasks.claim set waited_seconds = null where waited_seconds > 0');
    expect(await reconcile(township)).toEqual([]);
    expect(await reconcile(township, true)).toEqual([]);
    expect(await figures()).toEqual(before);
    await street.house.sql('update tasks.claim set waited_seconds = 420 where waited_seconds is null');
  });

  it('are counted anew from nothing, and hazards of one community alone', async () => {
    const before = await figures();
    await street.house.sql('truncate reporting.hazard_counter, reporting.hazard_closure');
    expect((await reconcile(community, true)).length).toBeGreaterThan(0);
    expect(await figures()).toEqual(before);
    await street.house.sql('truncate reporting.wait_counter');
    expect(await reconcile(community)).toEqual([]);
    expect((await reconcile(township, true)).length).toBeGreaterThan(0);
    expect(await figures()).toEqual(before);
  });

  it('neither lose nor double claims that are told meanwhile', async () => {
    for (let round = 0; round < 3; round++) {
      await street.served();
      await street.house.sql('update reporting.wait_counter set claims = claims + 1000');
      await reconcile(township, true);
    }
    expect(await reconcile(township)).toEqual([]);
    expect((await figures()).waits.claims).toBe(7);
  });
});
