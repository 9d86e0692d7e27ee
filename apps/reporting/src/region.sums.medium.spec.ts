import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startHouse, type TestHouse } from '#testing';
import { reportingService } from './definition.js';

// Real: PostgreSQL and the triggers that carry what counters count into the sums above them, and days into months.
let house: TestHouse;
beforeAll(async () => {
  house = await startHouse([reportingService]);
});
afterAll(() => house.stop());
beforeEach(() =>
  house.sql('truncate reporting.day_counter, reporting.ever_counter, reporting.active_change'),
);

const communities = [120116014001, 120116014002, 120116015001, 120101001001, 130102001001];
const days = ['2026-03-01', '2026-03-02'];

function count(amount: number): Promise<unknown> {
  return house.sql(
    `insert into reporting.day_counter (city_code, community_code, day, needs_posted, attested_minutes)
       select code / 100000000, code, day, $3, 30 from unnest($1::bigint[]) as code, unnest($2::date[]) as day
       on conflict (city_code, community_code, day) do update set needs_posted = day_counter.needs_posted + excluded.needs_posted`,
    [communities, days, amount],
  );
}

/** Regions and days whose sum is not what their communities add up to. */
async function wrongSums(): Promise<unknown[]> {
  return house.sql(
    `with recounted as (
       select city_code, size, community_code / size * size as code, day, sum(needs_posted) as posted,
         sum(attested_minutes) as minutes
       from reporting.day_counter, unnest('{1000,1000000,100000000}'::bigint[]) as size group by 1, 2, 3, 4)
     select * from recounted full join reporting.day_sum using (city_code, size, code, day)
     where coalesce(posted, 0) <> coalesce(needs_posted, 0) or coalesce(minutes, 0) <> coalesce(attested_minutes, 0)`,
  );
}

const keptRows = async () =>
  (await house.sql<{ rows: number }>('select count(*)::int as rows from reporting.day_sum'))[0]?.rows;

describe('the sums of regions', () => {
  it('follow what is added, changed and taken away', async () => {
    await count(3);
    await count(-1);
    expect(await wrongSums()).toEqual([]);
    await house.sql(
      `update reporting.day_counter set needs_posted = 7 where community_code = any($1::bigint[])`,
      [communities.slice(0, 2)],
    );
    await house.sql('delete from reporting.day_counter where community_code = $1', [communities[2]]);
    expect(await wrongSums()).toEqual([]);
    // Three subdistricts with another that is empty now, three districts, two cities; two days each.
    expect(await keptRows()).toBe(2 * (4 + 3 + 2));
  });

  it('are those of every column that is counted', async () => {
    const columnsOf = (table: string) =>
      house.sql<{ name: string }>(
        `select column_name as name from information_schema.columns where table_schema = 'reporting' and table_name = $1
           and data_type = 'bigint' and column_name not in ('community_code', 'code', 'size') order by 1`,
        [table],
      );
    for (const scope of ['day', 'ever'])
      expect(await columnsOf(`${scope}_sum`)).toEqual(await columnsOf(`${scope}_counter`));
  });

  it('are empty when the counters are', async () => {
    await count(1);
    await house.sql('truncate reporting.day_counter');
    expect(await keptRows()).toBe(0);
  });

  it('can be written by nobody else', async () => {
    const asService = house.database.url('reporting');
    await expect(house.sql('update reporting.day_sum set needs_posted = 1', [], asService)).rejects.toThrow(
      'permission denied',
    );
    await expect(
      house.sql(
        `insert into reporting.ever_counter (city_code, community_code) values (1201, 120116014001)`,
        [],
        asService,
      ),
    ).resolves.toEqual([]);
  });
});

describe('the months of who is active', () => {
  const change = (amount: number) =>
    house.sql(
      `insert into reporting.active_change (city_code, size, code, day, volunteers_active30, volunteers_active90, volunteers_active365)
         select code / 100000000, size, code / size * size, day, $2::int, -$2::int, 2 * $2::int
         from unnest($1::bigint[]) as code, unnest('{1,1000}'::bigint[]) as size,
           unnest('{2026-03-01,2026-03-31,2026-04-01,2027-03-01}'::date[]) as day
         group by 1, 2, 3, 4 order by 1, 2, 3, 4
         on conflict (city_code, size, code, day) do update set
           volunteers_active30 = active_change.volunteers_active30 + excluded.volunteers_active30`,
      [communities, amount],
    );
  const wrongMonths = () =>
    house.sql(
      `with recounted as (
         select city_code, size, code, date_trunc('month', day::timestamp)::date as month, sum(volunteers_active30) as a,
           sum(volunteers_active90) as b, sum(volunteers_active365) as c
         from reporting.active_change group by 1, 2, 3, 4)
       select * from recounted full join reporting.active_month using (city_code, size, code, month)
       where (coalesce(a, 0), coalesce(b, 0), coalesce(c, 0)) is distinct from
         (coalesce(volunteers_active30, 0), coalesce(volunteers_active90, 0), coalesce(volunteers_active365, 0))`,
    );
  const months = async () =>
    (await house.sql<{ rows: number }>('select count(*)::int as rows from reporting.active_month'))[0]?.rows;

  it('follow what is added, changed, taken away and emptied', async () => {
    await change(3);
    await change(-1);
    expect(await wrongMonths()).toEqual([]);
    await house.sql(
      `update reporting.active_change set volunteers_active90 = 7, day = day + 2 where code = $1 and day = '2026-03-31'`,
      [communities[0]],
    );
    await house.sql('delete from reporting.active_change where code = $1', [communities[2]]);
    expect(await wrongMonths()).toEqual([]);
    // Five communities and the four subdistricts they lie in; three months each.
    expect(await months()).toBe(3 * (5 + 4));
    await house.sql('truncate reporting.active_change');
    expect(await months()).toBe(0);
  });

  it('can be written by nobody else', async () => {
    const asService = house.database.url('reporting');
    await expect(house.sql('delete from reporting.active_month', [], asService)).rejects.toThrow(
      'permission denied',
    );
  });
});
