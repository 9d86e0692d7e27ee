import type { AlertKind, AlertState } from '#contracts';
import type { Database, Tx } from '#platform';
import { summaryColumns, type SummaryRow } from './summary.store.js';

/** An alert with what it shows of its errand. */
export interface AlertRow extends SummaryRow {
  city_code: number;
  alert_id: string;
  kind: AlertKind;
  dispatch_id: string | null;
  alert_state: AlertState;
  part_values: number[];
  sent_at: Date;
  expires_at: Date;
}

// The errand's own id and state are named in its summary.
const select = `select a.city_code, a.id as alert_id, a.kind, a.dispatch_id, a.state as alert_state, a.part_values,
    a.sent_at, a.expires_at, ${summaryColumns}
  from alert a join errand e on e.city_code = a.city_code and e.id = a.errand_id`;

/** A volunteer's alerts, newest first: those that can be answered, or all of some days. */
export function listAlertRows(
  database: Database,
  volunteerId: string,
  query: { past: boolean; now: Date; since: Date; before: string | undefined; limit: number },
): Promise<AlertRow[]> {
  const { past, now, since, before, limit } = query;
  return database.query<AlertRow>(
    `${select} where a.volunteer_id = $1 and a.sent_at >= $2 and ($3::uuid is null or a.id < $3)
       and ($4 or (a.state = 'sent' and a.expires_at > $5 and e.state = 'open'))
     order by a.id desc limit $6`,
    [volunteerId, since, before ?? null, past, now, limit],
  );
}

export async function findAlert(
  database: Database | Tx,
  volunteerId: string,
  id: string,
): Promise<AlertRow | undefined> {
  const [row] = await database.query<AlertRow>(`${select} where a.volunteer_id = $1 and a.id = $2`, [
    volunteerId,
    id,
  ]);
  return row;
}

/** Answers an alert that waits for an answer or was silent; false where it is neither. */
export async function answerAlert(
  tx: Tx,
  { city_code, alert_id }: Pick<AlertRow, 'city_code' | 'alert_id'>,
  state: 'accepted' | 'refused' | 'silent' | 'over',
  at: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `update alert set state = $3, answered_at = $4 where city_code = $1 and id = $2 and state in ('sent', 'silent')
     returning id`,
    [city_code, alert_id, state, at],
  );
  return rows.length > 0;
}

/** The next round of an errand is due at once. */
export async function hurryClock(tx: Tx, cityCode: number, errandId: string, now: Date): Promise<void> {
  await tx.query(
    'update matching set next_at = $3 where city_code = $1 and errand_id = $2 and next_at > $3',
    [cityCode, errandId, now],
  );
}
