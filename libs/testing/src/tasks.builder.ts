import { withClient } from '#local';
import { newId } from '#platform';

/** Rows of the tasks service for tests and benches that begin where needs are already posted. */
export interface ErrandSeed {
  errands: number;
  volunteers: number;
  slots?: number;
  /** Start of the first window. */
  from: Date;
  /** Errand i has its window `i % lanes` hours after the first, one hour long: errands of one lane overlap. */
  lanes?: number;
  /** 12-digit community, TEDA's first unless told. */
  communityCode?: number;
}

export interface SeededErrands {
  errandIds: string[];
  volunteerIds: string[];
  needIds: string[];
}

const hourMs = 3_600_000;

/** Inserts verified volunteers, one resident, and as many posted needs with open errands. */
export async function seedErrands(adminUrl: string, seed: ErrandSeed): Promise<SeededErrands> {
  const { communityCode = 120116014001, lanes = 1, slots = 1 } = seed;
  const cityCode = Math.floor(communityCode / 1e8);
  const ids = (count: number) => Array.from({ length: count }, newId);
  const seeded = {
    errandIds: ids(seed.errands),
    volunteerIds: ids(seed.volunteers),
    needIds: ids(seed.errands),
  };
  const residentId = newId();
  const starts = seeded.errandIds.map((_, i) => new Date(seed.from.getTime() + (i % lanes) * hourMs));
  await withClient(adminUrl, async (client) => {
    await client.query(
      `insert into tasks.resident (city_code, id, community_code, name_sealed, phone_sealed, door_sealed, identity_index, longitude, latitude, registered_at)
       values ($1, $2::uuid, $3, '-', '-', '-', decode(replace($2::uuid::text, '-', ''), 'hex'), 117.71, 39.03, $4)`,
      [cityCode, residentId, communityCode, seed.from],
    );
    await client.query(
      `insert into tasks.volunteer (city_code, id, version, community_code, verification, display_name)
       select $1, id, 1, $2, 'verified', '示*' || (row_number() over ()) from unnest($3::uuid[]) as id`,
      [cityCode, communityCode, seeded.volunteerIds],
    );
    await client.query(
      `insert into tasks.need (city_code, id, resident_id, community_code, type, summary, channel, state, window_start, window_end,
         expected_minutes, slots, service_code_sealed, errand_id, posted_at)
       select $1, n.id, $2, $3, 'groceries', 'rice and oil', 'phone', 'posted', n.start, n.start + interval '1 hour', 30, $4, '-', n.errand, $5
       from unnest($6::uuid[], $7::uuid[], $8::timestamptz[]) as n(id, errand, start)`,
      [cityCode, residentId, communityCode, slots, seed.from, seeded.needIds, seeded.errandIds, starts],
    );
    await client.query(
      `insert into tasks.errand (city_code, id, need_id, community_code, type, summary, place, window_start, window_end,
         expected_minutes, slots, state, opened_at)
       select $1, e.id, e.need, $2, 'groceries', 'rice and oil', point(117.70 + (e.place % 500) * 0.0001, 39.00 + (e.place / 500 % 500) * 0.0001),
         e.start, e.start + interval '1 hour', 30, $3, 'open', $4
       from unnest($5::uuid[], $6::uuid[], $7::timestamptz[]) with ordinality as e(id, need, start, place)`,
      [cityCode, communityCode, slots, seed.from, seeded.errandIds, seeded.needIds, starts],
    );
  });
  return seeded;
}

/** What must hold of claims after any run; each entry is a broken invariant in words, so `[]` is good. */
export async function claimFaults(adminUrl: string): Promise<string[]> {
  const checks: Record<string, string> = {
    'slots taken differ from the claims that count': `
      select e.id from tasks.errand e left join tasks.claim c on c.city_code = e.city_code and c.errand_id = e.id
        and c.state in ('claimed', 'inProgress', 'finished', 'disputed', 'confirmed', 'recorded', 'voided')
        and c.offered_at is null
      group by e.city_code, e.id, e.slots_taken having count(c.id) <> e.slots_taken`,
    'an errand is oversold': 'select id from tasks.errand where slots_taken > slots',
    'an open errand has no slot left': `select id from tasks.errand where state = 'open' and slots_taken >= slots`,
    'a volunteer holds an errand twice': `
      select errand_id from tasks.claim where state in ('claimed', 'inProgress') group by errand_id, volunteer_id having count(*) > 1`,
    'claims and errand.claimed events differ': `
      select 1 where (select count(*) from tasks.claim) <> (select count(*) from tasks.outbox_event where subject = 'shunlu.evt.v1.errand.claimed')`,
  };
  return withClient(adminUrl, async (client) => {
    const faults: string[] = [];
    for (const [fault, sql] of Object.entries(checks)) {
      const { rowCount } = await client.query(`${sql} limit 1`);
      if (rowCount) faults.push(fault);
    }
    return faults;
  });
}
