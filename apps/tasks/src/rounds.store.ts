import type { AlertKind, EscalationStage } from '#contracts';
import type { Prepared, Tx } from '#platform';

/** One alert about to be sent. */
export interface NewAlert {
  cityCode: number;
  id: string;
  errandId: string;
  communityCode: number;
  volunteerId: string;
  episode: number;
  kind: AlertKind;
  dispatchId?: string;
  values: readonly number[];
  expiresAt: Date;
}

// The limit is checked where it is counted: another process may have alerted the same volunteer meanwhile.
const countAgainstLimit: Prepared = {
  name: 'rounds.count',
  text: `update duty d set alerts_day = $4, alerts_today = case when d.alerts_day = $4 then d.alerts_today else 0 end + n.more
    from unnest($1::int[], $2::uuid[], $3::int[]) as n(city_code, volunteer_id, more)
    where d.city_code = n.city_code and d.volunteer_id = n.volunteer_id
      and case when d.alerts_day = $4 then d.alerts_today else 0 end + n.more <= d.max_alerts_per_day
    returning d.volunteer_id`,
};
const insertAlerts: Prepared = {
  name: 'rounds.alert',
  text: `insert into alert (city_code, id, errand_id, volunteer_id, episode, kind, dispatch_id, state, part_values, sent_at, expires_at)
    select a.city_code, a.id, a.errand_id, a.volunteer_id, a.episode, a.kind, a.dispatch_id, 'sent', a.part_values::int[], $10, a.expires_at
    from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::text[], $7::uuid[], $8::text[], $9::timestamptz[])
      as a(city_code, id, errand_id, volunteer_id, episode, kind, dispatch_id, part_values, expires_at)
    on conflict on constraint alert_once do nothing returning id`,
};
const silence: Prepared = {
  name: 'rounds.silence',
  text: `update alert set state = 'silent' from unnest($1::int[], $2::uuid[]) as s(city_code, id)
    where alert.city_code = s.city_code and alert.id = s.id and alert.state = 'sent'`,
};
const moveClocks: Prepared = {
  name: 'rounds.move',
  text: `update matching m set stage = s.stage, phase = s.phase, next_at = s.next_at,
      stage_since = case when m.stage = s.stage then m.stage_since else $6 end
    from unnest($1::int[], $2::uuid[], $3::text[], $4::int[], $5::timestamptz[]) as s(city_code, errand_id, stage, phase, next_at)
    where m.city_code = s.city_code and m.errand_id = s.errand_id`,
};
const closeAlerts: Prepared = {
  name: 'rounds.close',
  text: `update alert set state = 'over' from unnest($1::int[], $2::uuid[]) as s(city_code, errand_id)
    where alert.city_code = s.city_code and alert.errand_id = s.errand_id and alert.state = 'sent'`,
};

/** Counts alerts against the daily limits of volunteers; answers who may have them. */
export async function countAlerts(
  tx: Tx,
  wanted: readonly { cityCode: number; volunteerId: string }[],
  day: string,
): Promise<Set<string>> {
  const counts = new Map<string, { cityCode: number; more: number }>();
  for (const { cityCode, volunteerId } of wanted)
    counts.set(volunteerId, { cityCode, more: (counts.get(volunteerId)?.more ?? 0) + 1 });
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = await tx.query<{ volunteer_id: string }>(countAgainstLimit, [
    sorted.map(([, { cityCode }]) => cityCode),
    sorted.map(([volunteerId]) => volunteerId),
    sorted.map(([, { more }]) => more),
    day,
  ]);
  return new Set(rows.map(({ volunteer_id }) => volunteer_id));
}

/** Writes alerts; answers the ids of those that were not there before. */
export async function writeAlerts(tx: Tx, alerts: readonly NewAlert[], now: Date): Promise<Set<string>> {
  if (alerts.length === 0) return new Set();
  const rows = await tx.query<{ id: string }>(insertAlerts, [
    alerts.map(({ cityCode }) => cityCode),
    alerts.map(({ id }) => id),
    alerts.map(({ errandId }) => errandId),
    alerts.map(({ volunteerId }) => volunteerId),
    alerts.map(({ episode }) => episode),
    alerts.map(({ kind }) => kind),
    alerts.map(({ dispatchId }) => dispatchId ?? null),
    alerts.map(({ values }) => `{${values.join(',')}}`),
    alerts.map(({ expiresAt }) => expiresAt),
    now,
  ]);
  return new Set(rows.map(({ id }) => id));
}

export async function writeSilence(
  tx: Tx,
  alerts: readonly { cityCode: number; id: string }[],
): Promise<void> {
  if (alerts.length === 0) return;
  await tx.query(silence, [alerts.map(({ cityCode }) => cityCode), alerts.map(({ id }) => id)]);
}

/** Where a clock stands after a round; `nextAt` is undefined once it is settled. */
export interface ClockMove {
  cityCode: number;
  errandId: string;
  stage: EscalationStage | 'settled';
  phase: number;
  nextAt: Date | undefined;
}

/** Moves clocks; the alerts of errands that are settled are over. */
export async function writeClocks(tx: Tx, moves: readonly ClockMove[], now: Date): Promise<void> {
  if (moves.length === 0) return;
  await tx.query(moveClocks, [
    moves.map(({ cityCode }) => cityCode),
    moves.map(({ errandId }) => errandId),
    moves.map(({ stage }) => stage),
    moves.map(({ phase }) => phase),
    moves.map(({ nextAt }) => nextAt ?? null),
    now,
  ]);
  const settled = moves.filter(({ nextAt }) => nextAt === undefined);
  if (settled.length === 0) return;
  await tx.query(closeAlerts, [
    settled.map(({ cityCode }) => cityCode),
    settled.map(({ errandId }) => errandId),
  ]);
}
