import { poll, withClient } from '#local';
import { seedErrands } from '#testing';
import { type BenchResult, figure, median, progress } from './harness.js';
import { benchSettings, type BenchServers, type Stack, startStack } from './stack.js';

const volunteers = 10_000;
const errandsARound = 1_500;
const limitPerDay = 12;

/**
 * Rounds of alerts as the running service plays them: so many errands are due at one moment, ten thousand
 * volunteers are on duty among them; counted until each errand has its alerts.
 */
export async function alertsBench(servers: BenchServers, rounds: number): Promise<BenchResult> {
  const stack = await startStack(servers, 'alerts', {}, 'tasks');
  try {
    await seedVolunteers(stack);
    const errandRates: number[] = [];
    const alertRates: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const { seconds, errands, alerts } = await playRound(stack);
      errandRates.push(errands / seconds);
      alertRates.push(alerts / seconds);
      progress(
        `round ${round}/${rounds}  ${errands} errands, ${Math.round(alerts)} alerts in ${seconds.toFixed(2)} s`,
      );
    }
    return {
      settings: { ...benchSettings, volunteers, errandsARound, limitPerDay, rounds },
      figures: [
        figure('alerts.errands_per_second', median(errandRates), 'errands/s'),
        figure('alerts.sent_per_second', median(alertRates), 'alerts/s'),
        figure('alerts.faults', await countFaults(stack), 'faults', { atMost: 0 }),
      ],
    };
  } finally {
    await stack.stop();
  }
}

/** Verified and on duty, spread over the ground on which the errands lie. */
async function seedVolunteers(stack: Stack): Promise<void> {
  await seedErrands(stack.adminUrl, { errands: 0, volunteers, from: new Date() });
  await withClient(stack.adminUrl, (client) =>
    client.query(
      `insert into tasks.duty (city_code, volunteer_id, community_code, override_on, override_until, quiet_start_minute,
         quiet_end_minute, max_alerts_per_day, position, position_until)
       select city_code, id, community_code, true, now() + interval '4 hours', 0, 0, $1,
         point(117.70 + random() * 0.05, 39.00 + random() * 0.05), now() + interval '1 hour'
       from tasks.volunteer`,
      [limitPerDay],
    ),
  );
}

async function playRound(stack: Stack): Promise<{ seconds: number; errands: number; alerts: number }> {
  const { errandIds } = await seedErrands(stack.adminUrl, {
    errands: errandsARound,
    volunteers: 0,
    from: new Date(Date.now() + 3_600_000),
  });
  return withClient(stack.adminUrl, async (client) => {
    // A new day for everybody, so that each round finds the same willingness.
    await client.query('update tasks.duty set alerts_day = null, alerts_today = 0');
    await client.query('vacuum analyze tasks.duty, tasks.errand, tasks.alert, tasks.matching');
    await client.query(
      `insert into tasks.matching (city_code, errand_id, community_code, opened_at, since, stage, stage_since, next_at)
       select city_code, id, community_code, now(), now(), 'alerting', now(), now()
       from tasks.errand where id = any($1)`,
      [errandIds],
    );
    const due = async () => {
      const { rows } = await client.query<{ due: number }>(
        'select count(*)::int as due from tasks.matching where errand_id = any($1) and next_at <= now()',
        [errandIds],
      );
      return rows[0]?.due ?? 0;
    };
    const until = (isThere: (left: number) => boolean) =>
      poll(
        async () => {
          const left = await due();
          return isThere(left) ? { left, ms: performance.now() } : undefined;
        },
        120_000,
        () => new Error('the rounds do not come to an end'),
      );
    // The job looks every two seconds: the time until it does is not its work.
    const first = await until((left) => left < errandsARound);
    const last = await until((left) => left === 0);
    const seconds = (last.ms - first.ms) / 1000;
    const share = first.left / errandsARound;
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from tasks.alert where errand_id = any($1)',
      [errandIds],
    );
    await client.query(`update tasks.errand set state = 'cancelled' where id = any($1)`, [errandIds]);
    return { seconds, errands: first.left, alerts: (rows[0]?.count ?? 0) * share };
  });
}

/** What must hold whatever the load: nobody twice, nobody over the limit, an event for each alert. */
async function countFaults(stack: Stack): Promise<number> {
  const checks = [
    `select 1 from tasks.alert group by errand_id, volunteer_id having count(*) > 1`,
    `select 1 from tasks.alert a join tasks.errand e on e.id = a.errand_id group by e.id, e.slots, a.sent_at
       having count(*) > 7 * e.slots`,
    `select 1 from tasks.duty where alerts_today > max_alerts_per_day`,
    `select 1 where (select count(*) from tasks.alert)
       <> (select count(*) from tasks.outbox_event where subject = 'shunlu.evt.v1.volunteer.alerted')`,
  ];
  return withClient(stack.adminUrl, async (client) => {
    let faults = 0;
    for (const check of checks) faults += (await client.query(check)).rowCount ?? 0;
    return faults;
  });
}
