import type { CallBackAnswer } from '#contracts';
import type { Tx } from '#platform';
import type { RegionRange } from '#regions';

type Reader = Pick<Tx, 'query'>;

/** Counts a wrong code; answers how many there are now. */
export async function countWrongCode(tx: Tx, cityCode: number, recordId: string): Promise<number> {
  const [row] = await tx.query<{ attempts: number }>(
    `insert into code_attempt (city_code, record_id, attempts) values ($1, $2, 1)
     on conflict (city_code, record_id) do update set attempts = code_attempt.attempts + 1 returning attempts`,
    [cityCode, recordId],
  );
  return row?.attempts ?? 1;
}

export async function readWrongCodes(tx: Tx, cityCode: number, recordId: string): Promise<number> {
  const [row] = await tx.query<{ attempts: number }>(
    'select attempts from code_attempt where city_code = $1 and record_id = $2',
    [cityCode, recordId],
  );
  return row?.attempts ?? 0;
}

export interface CallBackRow {
  recordId: string;
  residentId: string;
  nameSealed: string;
  phoneSealed: string;
  communityCode: number;
  serviceMinutes: number;
  endedAt: Date;
  calls: number;
  lastAnswer: CallBackAnswer | null;
  lastCalledAt: Date | null;
}

/** Records that wait for the resident's word, those that ended first first; `after` is the last of the page before. */
export function readCallBacks(
  reader: Reader,
  scope: RegionRange,
  after: readonly [endedAtMs: number, recordId: string] | undefined,
  limit: number,
): Promise<CallBackRow[]> {
  return reader.query<CallBackRow & Record<string, unknown>>(
    `select r.id as "recordId", p.id as "residentId", p.name_sealed as "nameSealed", p.phone_sealed as "phoneSealed",
       r.community_code as "communityCode", r.service_minutes as "serviceMinutes", r.ended_at as "endedAt",
       (select count(*)::int from call_back c where c.city_code = r.city_code and c.record_id = r.id) as calls,
       last.answer as "lastAnswer", last.called_at as "lastCalledAt"
     from service_record r
     join errand e on e.city_code = r.city_code and e.id = r.errand_id
     join need n on n.city_code = e.city_code and n.id = e.need_id
     join resident p on p.city_code = n.city_code and p.id = n.resident_id
     left join lateral (select answer, called_at from call_back c
       where c.city_code = r.city_code and c.record_id = r.id order by called_at desc, id desc limit 1) last on true
     where r.state = 'submitted' and r.city_code between $1 and $2 and r.community_code between $3 and $4
       and not exists (select from confirmation k where k.city_code = r.city_code and k.record_id = r.id
         and (k.role = 'resident' or k.method = 'callBack'))
       and ($5::timestamptz is null or (r.ended_at, r.id) > ($5::timestamptz, $6::uuid))
     order by r.ended_at, r.id limit $7`,
    [
      scope.cityCode,
      Math.floor(scope.last / 1e8),
      scope.code,
      scope.last,
      after ? new Date(after[0]) : null,
      after?.[1] ?? null,
      limit,
    ],
  );
}

/** Confirmations between two people since then, and all that the volunteer was given. */
export async function countPair(
  tx: Tx,
  pair: { cityCode: number; volunteerId: string; approverId: string },
  since: Date,
): Promise<{ between: number; ofAll: number }> {
  const [row] = await tx.query<{ between: number; ofAll: number }>(
    `select count(*) filter (where c.approver_id = $3 or r.volunteer_id = $3)::int as between,
       count(*) filter (where r.volunteer_id = $2)::int as "ofAll"
     from confirmation c join service_record r on r.city_code = c.city_code and r.id = c.record_id
     where c.city_code = $1 and c.at > $4
       and (r.volunteer_id = $2 or (r.volunteer_id = $3 and c.approver_id = $2))`,
    [pair.cityCode, pair.volunteerId, pair.approverId, since],
  );
  return row ?? { between: 0, ofAll: 0 };
}

/** Flags a pair unless it was flagged since then; answers whether it is new. */
export async function flagPair(
  tx: Tx,
  flag: {
    cityCode: number;
    id: string;
    communityCode: number;
    volunteerId: string;
    approverId: string;
    between: number;
    ofAll: number;
    spanDays: number;
  },
  now: Date,
  since: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into pair_flag (city_code, id, community_code, volunteer_id, approver_id, confirmations, of_all, span_days, flagged_at)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9
     where not exists (select from pair_flag where city_code = $1 and volunteer_id = $4 and approver_id = $5
       and (finding is null or flagged_at > $10))
     on conflict do nothing returning id`,
    [
      flag.cityCode,
      flag.id,
      flag.communityCode,
      flag.volunteerId,
      flag.approverId,
      flag.between,
      flag.ofAll,
      flag.spanDays,
      now,
      since,
    ],
  );
  return rows.length > 0;
}
