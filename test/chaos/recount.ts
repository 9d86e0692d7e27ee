import { activeWindowsDays, type Metrics, metricNames, needStates } from '#contracts';
import { withClient } from '#local';
import type { Told } from './town.js';

const credits = [
  ['earn', 'creditsIssuedMinutes'],
  ['redeem', 'creditsSpentMinutes'],
  ['expire', 'creditsExpiredMinutes'],
  ['writeOff', 'creditsWrittenOffMinutes'],
] as const;

/** `needsPosted` → `posted` */
function stateOf(metric: string): string {
  return metric.replace('needs', '').toLowerCase();
}

/**
 * What reports must say of a region, counted one by one in the tables of those who own the facts.
 * @param seeded errands that nobody opened: a test put them there
 */
export async function recountTables(
  adminUrl: string,
  [first, last]: [number, number],
  seeded: readonly string[],
): Promise<Metrics> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<Record<string, number>>(
      `with people as (select * from volunteers.volunteer where community_code between $1 and $2),
        errand as (select * from tasks.errand where community_code between $1 and $2),
        step as (select s.* from tasks.need_step s join tasks.need n on n.id = s.need_id
          where n.community_code between $1 and $2),
        claim as (select c.* from tasks.claim c join errand e on e.id = c.errand_id),
        paid as (select * from tasks.purchase where state in ('paid', 'received') and community_code between $1 and $2),
        record as (select * from tasks.service_record where confirmed_at is not null and community_code between $1 and $2),
        given as (select r.*, (now() at time zone 'Asia/Shanghai')::date - (ended_at at time zone 'Asia/Shanghai')::date as days_ago
          from tasks.service_record r join people p on p.id = r.volunteer_id
          where r.confirmed_at is not null and r.service_minutes > 0),
        credit as (select coalesce(o.code, t.code) as code, case when o.code is null then t.minutes else -t.minutes end as minutes
          from ledger.transfer t left join ledger.transfer o on o.id = t.reverses_id
          where t.phase in ('single', 'capture') and t.community_code between $1 and $2)
       select
        (select count(*)::int from people) as "volunteersRegistered",
        (select count(*)::int from people where verification = 'verified') as "volunteersVerified",
        ${needStates.map((state) => `(select count(*)::int from step where state = '${state}') as "${state}"`).join(', ')},
        (select count(*)::int from errand where id <> all($3)) as "errandsOpened",
        (select count(*)::int from claim) as "errandsClaimed",
        (select count(*)::int from claim where state = 'released') as "errandsReleased",
        (select count(*)::int from claim where checked_out_at is not null) as "errandsFinished",
        (select count(*)::int from errand where expired_at is not null) as "errandsExpired",
        (select count(*)::int from errand where cancelled_at is not null) as "errandsCancelled",
        (select count(*)::int from record) as "servicesConfirmed",
        (select coalesce(sum(service_minutes), 0)::int from record where verification = 'deviceVerified') as "deviceVerifiedMinutes",
        (select coalesce(sum(service_minutes), 0)::int from record where verification = 'attested') as "attestedMinutes",
        (select count(*)::int from claim where checked_in_at is not null) as "errandsCheckedIn",
        (select count(*)::int from paid) as "purchasesPaid",
        (select coalesce(sum(amount_fen), 0)::int from paid) as "purchasesPaidFen",
        (select count(*)::int from given) as "homeServicesConfirmed",
        (select coalesce(sum(service_minutes), 0)::int from given where verification = 'deviceVerified') as "homeDeviceVerifiedMinutes",
        (select coalesce(sum(service_minutes), 0)::int from given where verification = 'attested') as "homeAttestedMinutes",
        ${activeWindowsDays.map((days) => `(select count(distinct volunteer_id)::int from given where days_ago < ${days}) as "volunteersActive${days}"`).join(', ')},
        ${credits.map(([code, name]) => `(select coalesce(sum(minutes), 0)::int from credit where code = '${code}') as "${name}"`).join(', ')}`,
      [first, last, seeded],
    );
    const row = rows[0] as Record<string, number>;
    return Object.fromEntries(
      metricNames.map((name) => [name, row[name] ?? row[stateOf(name)]]),
    ) as unknown as Metrics;
  });
}

/** How the tables differ from what clients were told; each entry in words, so `[]` is good. */
export async function differences(adminUrl: string, told: Told): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const faults: string[] = [];
    const { rows: claims } = await client.query<{
      id: string;
      errand_id: string;
      volunteer_id: string;
      state: string;
    }>('select id, errand_id, volunteer_id, state from tasks.claim');
    const kept = new Map(claims.map((claim) => [claim.id, claim]));
    for (const [id, { errandId, volunteerId }] of told.claims) {
      const claim = kept.get(id);
      if (claim?.errand_id !== errandId || claim.volunteer_id !== volunteerId)
        faults.push(`claim ${id} was lost`);
      if (told.released.has(id) !== (claim?.state === 'released'))
        faults.push(`claim ${id} is ${claim?.state}`);
    }
    for (const { id } of claims) if (!told.claims.has(id)) faults.push(`claim ${id} was never told`);

    const { rows: credits } = await client.query<{ record_id: string; times: number; minutes: number }>(
      `select substr(reference, 15) as record_id, count(*)::int as times, sum(minutes)::int as minutes
       from ledger.transfer where code = 'earn' group by 1`,
    );
    const { rows: registered } = await client.query<{ record_id: string; minutes: number }>(
      'select record_id, minutes from volunteers.credited_record',
    );
    const credited = new Map(credits.map((credit) => [credit.record_id, credit]));
    const counted = new Map(registered.map((record) => [record.record_id, record.minutes]));
    for (const [id, minutes] of told.records) {
      const credit = credited.get(id);
      if (credit?.times !== 1 || credit.minutes !== minutes)
        faults.push(`record ${id} of ${minutes} min was credited ${credit?.times ?? 0} times`);
      if (counted.get(id) !== minutes) faults.push(`record ${id} is not in the register`);
    }
    for (const id of new Set([...credited.keys(), ...counted.keys()]))
      if (!told.records.has(id)) faults.push(`record ${id} was never told`);
    return faults;
  });
}

/** Whether everything that was published has been consumed, and every confirmed record is credited. */
export async function isSettled(adminUrl: string): Promise<boolean> {
  return withClient(adminUrl, async (client) => {
    const schemas = ['volunteers', 'stations', 'tasks', 'ledger', 'reporting'];
    const waiting = schemas.map((name) => `select 1 from ${name}.outbox where published_at is null`);
    const { rowCount } = await client.query(
      `${waiting.join(' union all ')} union all select 1 from tasks.service_record where state = 'confirmed' limit 1`,
    );
    return rowCount === 0;
  });
}
