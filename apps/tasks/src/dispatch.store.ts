import type { AlertState, DispatchState, QualifiedFact } from '#contracts';
import type { Database, Prepared, Tx } from '#platform';
import { isConcerned } from './conflicts.store.js';
import type { ErrandEntity } from './errand.entity.js';
import { unmetAmong } from './qualified.js';

export interface Dispatch {
  cityCode: number;
  id: string;
  errandId: string;
  byId: string;
  volunteerIds: string[];
  answerMinutes: number;
  askedCount: number;
  state: DispatchState;
  createdAt: Date;
}

interface DispatchRow {
  city_code: number;
  id: string;
  errand_id: string;
  by_id: string;
  volunteer_ids: string[];
  answer_minutes: number;
  asked_count: number;
  state: DispatchState;
  created_at: Date;
}

const columns =
  'city_code, id, errand_id, by_id, volunteer_ids, answer_minutes, asked_count, state, created_at';

function dispatchOf(row: DispatchRow): Dispatch {
  return {
    cityCode: row.city_code,
    id: row.id,
    errandId: row.errand_id,
    byId: row.by_id,
    volunteerIds: row.volunteer_ids,
    answerMinutes: row.answer_minutes,
    askedCount: row.asked_count,
    state: row.state,
    createdAt: row.created_at,
  };
}

export async function findDispatch(database: Database | Tx, id: string): Promise<Dispatch | undefined> {
  const [row] = await database.query<DispatchRow>(`select ${columns} from dispatch where id = $1`, [id]);
  return row && dispatchOf(row);
}

export async function lockDispatch(tx: Tx, id: string): Promise<Dispatch | undefined> {
  const [row] = await tx.query<DispatchRow>(`select ${columns} from dispatch where id = $1 for update`, [id]);
  return row && dispatchOf(row);
}

const lockDue: Prepared = {
  name: 'dispatch.lockDue',
  text: `select ${columns} from dispatch where next_at <= $1 order by next_at limit 20 for update skip locked`,
};

export async function lockDueDispatches(tx: Tx, now: Date): Promise<Dispatch[]> {
  return (await tx.query<DispatchRow>(lockDue, [now])).map(dispatchOf);
}

/** False where it is there already, or another dispatch of the errand is under way. */
export async function insertDispatch(tx: Tx, dispatch: Dispatch, nextAt: Date): Promise<boolean> {
  const rows = await tx.query(
    `insert into dispatch (city_code, id, errand_id, by_id, volunteer_ids, answer_minutes, asked_count, state, created_at, next_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict do nothing returning id`,
    [
      dispatch.cityCode,
      dispatch.id,
      dispatch.errandId,
      dispatch.byId,
      dispatch.volunteerIds,
      dispatch.answerMinutes,
      dispatch.askedCount,
      dispatch.state,
      dispatch.createdAt,
      nextAt,
    ],
  );
  return rows.length > 0;
}

export async function moveDispatch(
  tx: Tx,
  { cityCode, id, askedCount, state }: Dispatch,
  nextAt: Date | undefined,
): Promise<void> {
  await tx.query(
    'update dispatch set asked_count = $3, state = $4, next_at = $5 where city_code = $1 and id = $2',
    [cityCode, id, askedCount, state, nextAt ?? null],
  );
}

export interface AskedRow {
  volunteerId: string;
  volunteerName: string;
  state: AlertState | undefined;
  askedAt: Date | undefined;
  answeredAt: Date | undefined;
}

/** Those of a dispatch in the order in which they are asked. */
export async function readAsked(database: Database | Tx, dispatch: Dispatch): Promise<AskedRow[]> {
  const rows = await database.query<{
    volunteer_id: string;
    display_name: string | null;
    state: AlertState | null;
    sent_at: Date | null;
    answered_at: Date | null;
  }>(
    `select k.id as volunteer_id, v.display_name, a.state, a.sent_at, a.answered_at
     from unnest($2::uuid[]) with ordinality as k(id, place)
     left join volunteer v on v.city_code = $1 and v.id = k.id
     left join alert a on a.city_code = $1 and a.errand_id = $4 and a.dispatch_id = $3 and a.volunteer_id = k.id
     order by k.place`,
    [dispatch.cityCode, dispatch.volunteerIds, dispatch.id, dispatch.errandId],
  );
  return rows.map((row) => ({
    volunteerId: row.volunteer_id,
    volunteerName: row.display_name ?? '*',
    state: row.state ?? undefined,
    askedAt: row.sent_at ?? undefined,
    answeredAt: row.answered_at ?? undefined,
  }));
}

/**
 * How many of the volunteers named are of the city, verified, not suspended, have what the errand requires, and no
 * interest in it.
 */
export async function countFit(
  tx: Tx,
  errand: Pick<ErrandEntity, 'cityCode' | 'id' | 'requirements' | 'windowStart' | 'windowEnd'>,
  volunteerIds: string[],
  now: Date,
): Promise<number> {
  const rows = await tx.query<{ qualified: QualifiedFact[] }>(
    `select v.qualified from volunteer v where v.city_code = $1 and v.id = any($2) and v.verification = 'verified'
       and (v.suspended_until is null or v.suspended_until <= $3) and not ${isConcerned('$4')}`,
    [errand.cityCode, volunteerIds, now, errand.id],
  );
  return rows.filter(({ qualified }) => !unmetAmong(errand.requirements, qualified, errand, now)).length;
}
