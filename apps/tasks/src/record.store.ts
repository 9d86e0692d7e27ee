import type { TieKind } from '#contracts';
import { type Call, sees, type Tx } from '#platform';
import type { ServiceRecordEntity } from './errand.entity.js';
import type { LockedErrandRow } from './serving.store.js';

/** A transaction, or the database where none is open. */
type Reader = Pick<Tx, 'query'>;

type RecordKey = Pick<ServiceRecordEntity, 'cityCode' | 'errandId'>;

/** What a record's errand says of it. */
export interface ErrandFacts {
  residentId: string;
  windowStart: Date;
  windowEnd: Date;
}

export async function readErrandFacts(reader: Reader, record: RecordKey): Promise<ErrandFacts> {
  const [row] = await reader.query<{ resident_id: string; window_start: Date; window_end: Date }>(
    `select n.resident_id, e.window_start, e.window_end
     from errand e join need n on n.city_code = e.city_code and n.id = e.need_id
     where e.city_code = $1 and e.id = $2`,
    [record.cityCode, record.errandId],
  );
  if (!row) throw new Error(`errand ${record.errandId} of a record is missing`);
  return { residentId: row.resident_id, windowStart: row.window_start, windowEnd: row.window_end };
}

/** Whether a record is somebody's business: the volunteer's, the recipient's, or that of staff of the place. */
export async function maySeeRecord(
  reader: Reader,
  record: ServiceRecordEntity,
  { actor }: Call,
): Promise<boolean> {
  if (actor.role === 'volunteer') return actor.id === record.volunteerId;
  if (actor.role !== 'resident') return sees(actor, record.communityCode);
  return (await readErrandFacts(reader, record)).residentId === actor.id;
}

/**
 * Whether two people are tied in any way but by being one: declared to us, or relatives by kinship. What both
 * confirmed does not end here: or a volunteer would end a tie for as long as a relative confirms.
 */
export const related = (city: string, volunteer: string, other: string) => `(
  exists (select from declared_tie t where t.city_code = ${city} and t.volunteer_id = ${volunteer}
    and t.other_id = ${other} and t.ended_at is null)
  or exists (select from kinship k where k.city_code = ${city} and k.state <> 'ended' and k.relation <> 'friend'
    and ((k.from_id = ${volunteer} and k.to_id = ${other}) or (k.from_id = ${other} and k.to_id = ${volunteer})))
  or exists (select from kinship k where k.city_code = ${city} and k.state = 'ended' and k.confirmed_at is not null
    and k.relation <> 'friend' and least(k.from_id, k.to_id) = least(${volunteer}, ${other})
    and greatest(k.from_id, k.to_id) = greatest(${volunteer}, ${other})))`;

/** How somebody is tied to a volunteer, by what was declared; `self` before `family`. */
export async function readTie(
  reader: Reader,
  cityCode: number,
  volunteerId: string,
  otherId: string,
): Promise<TieKind | undefined> {
  if (volunteerId === otherId) return 'self';
  const [row] = await reader.query<{ self: boolean; family: boolean }>(
    `select exists (select from declared_tie where city_code = $1 and volunteer_id = $2 and other_id = $3
         and kind = 'self' and ended_at is null) as self,
       ${related('$1', '$2::uuid', '$3::uuid')} as family`,
    [cityCode, volunteerId, otherId],
  );
  if (row?.self) return 'self';
  return row?.family ? 'family' : undefined;
}

/** Of these records how many stand for each, and whether its recipient is tied to the volunteer. */
export async function readConfirmations(
  reader: Reader,
  recordIds: readonly string[],
): Promise<Map<string, { given: number; isTied: boolean }>> {
  const rows = await reader.query<{ id: string; given: number; tied: boolean }>(
    `select r.id,
       (select count(*)::int from confirmation c where c.city_code = r.city_code and c.record_id = r.id) as given,
       n.resident_id = r.volunteer_id or ${related('r.city_code', 'r.volunteer_id', 'n.resident_id')} as tied
     from service_record r
     join errand e on e.city_code = r.city_code and e.id = r.errand_id
     join need n on n.city_code = e.city_code and n.id = e.need_id
     where r.id = any($1)`,
    [recordIds],
  );
  return new Map(rows.map(({ id, given, tied }) => [id, { given, isTied: tied }]));
}

/** Locks errands in the order every writer locks them. */
export function lockErrands(tx: Tx, ids: readonly string[]): Promise<LockedErrandRow[]> {
  return tx.query<LockedErrandRow>(
    `select id, city_code, need_id, community_code, type, slots, state from errand where id = any($1)
     order by id for no key update`,
    [ids],
  );
}

export async function errandsIn(tx: Tx, ids: readonly string[], state: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>('select id from errand where id = any($1) and state = $2', [
    ids,
    state,
  ]);
  return rows.map((row) => row.id);
}

/** Records whose notice is over, with nothing open against them; or the one asked about, if it is such. */
export function noticesDue(reader: Reader, now: Date, limit: number, id?: string): Promise<{ id: string }[]> {
  return reader.query<{ id: string }>(
    `select r.id from service_record r
     where r.state = 'inNotice' and r.told_at is null and r.notice_until <= $1
       and not exists (select from objection o where o.city_code = r.city_code and o.record_id = r.id
         and o.state in ('raised', 'investigating'))
       and not exists (select from correction c where c.city_code = r.city_code and c.record_id = r.id
         and c.state = 'proposed')
       and ($3::uuid is null or r.id = $3)
     order by r.notice_until limit $2`,
    [now, limit, id ?? null],
  );
}

/**
 * Device-verified records that ended before an instant and that nobody has spoken against. Minutes beyond
 * the errand's window, and those of a volunteer's own family, need people.
 */
export function automaticDue(reader: Reader, before: Date, limit: number): Promise<{ id: string }[]> {
  return reader.query<{ id: string }>(
    `select r.id from service_record r
     join errand e on e.city_code = r.city_code and e.id = r.errand_id
     join need n on n.city_code = e.city_code and n.id = e.need_id
     where r.state = 'submitted' and r.verification = 'deviceVerified' and r.ended_at <= $1
       and r.service_minutes <= ceil(extract(epoch from e.window_end - e.window_start) / 60)
       and n.resident_id <> r.volunteer_id
       and not ${related('r.city_code', 'r.volunteer_id', 'n.resident_id')}
     order by r.ended_at limit $2`,
    [before, limit],
  );
}
