import type { AlertState, EscalationStage, NeedRequirement, NeedType, QualifiedFact } from '#contracts';
import type { Prepared, Tx } from '#platform';
import type { AlertCandidate, AlertedErrand, KnownAlert } from './alerting.js';
import { type DutyRow, pointOf, timesOf } from './duty.store.js';
import { unmetAmong } from './qualified.js';

/** An errand whose clock runs, with its row of `matching` locked. */
export interface ClockedRow extends AlertedErrand {
  cityCode: number;
  errandId: string;
  communityCode: number;
  type: NeedType;
  state: string;
  episode: number;
  sinceMs: number;
  stage: EscalationStage;
  phase: number;
  requirements: readonly NeedRequirement[];
}

/** A candidate together with the errand it is one for. */
export interface CandidateFor extends AlertCandidate {
  errandId: string;
  displayName: string;
  hasRefused: boolean;
}

const restartClocks: Prepared = {
  name: 'matching.restart',
  text: `insert into matching as m (city_code, errand_id, community_code, opened_at, since, stage, stage_since, next_at)
    select e.city_code, e.id, e.community_code, e.opened_at, s.since, 'alerting', $4, s.since
    from unnest($1::int[], $2::uuid[], $3::timestamptz[]) as s(city_code, id, since)
    join errand e on e.city_code = s.city_code and e.id = s.id
    on conflict (city_code, errand_id) do update set
      episode = m.episode + (excluded.opened_at > m.opened_at)::int,
      since = case when excluded.opened_at > m.opened_at then excluded.since else m.since end,
      stage = case when excluded.opened_at > m.opened_at or m.stage = 'settled' then 'alerting' else m.stage end,
      stage_since = case when excluded.opened_at > m.opened_at then excluded.stage_since else m.stage_since end,
      phase = case when excluded.opened_at > m.opened_at then 0 else m.phase end,
      opened_at = greatest(excluded.opened_at, m.opened_at),
      next_at = least(m.next_at, excluded.next_at)`,
};
const closeEarlier: Prepared = {
  name: 'matching.closeEarlier',
  text: `update alert a set state = 'over' from matching m
    where m.errand_id = any($1) and a.city_code = m.city_code and a.errand_id = m.errand_id
      and a.episode < m.episode and a.state = 'sent' and a.kind = 'alert'`,
};
const selectOpen: Prepared = {
  name: 'matching.open',
  text: `select e.city_code, e.id, e.type, e.window_start, e.window_end, e.opened_at, n.escalation_minutes
    from errand e join need n on n.city_code = e.city_code and n.id = e.need_id
    where e.id = any($1) and e.state = 'open' order by e.id`,
};

export interface OpenErrand {
  cityCode: number;
  id: string;
  type: string;
  stationAfterMinutes: number | undefined;
  openedAtMs: number;
  windowStartMs: number;
  windowEndMs: number;
}

/** Of the errands named, those that are open. */
export async function findOpen(tx: Tx, errandIds: string[]): Promise<OpenErrand[]> {
  const rows = await tx.query<{
    city_code: number;
    id: string;
    type: string;
    window_start: Date;
    window_end: Date;
    opened_at: Date;
    escalation_minutes: number | null;
  }>(selectOpen, [errandIds]);
  return rows.map((row) => ({
    cityCode: row.city_code,
    id: row.id,
    type: row.type,
    stationAfterMinutes: row.escalation_minutes ?? undefined,
    openedAtMs: row.opened_at.getTime(),
    windowStartMs: row.window_start.getTime(),
    windowEndMs: row.window_end.getTime(),
  }));
}

/** Begins the clocks of errands, or begins them anew where one became open again since. */
export async function startClocks(
  tx: Tx,
  errands: readonly { cityCode: number; id: string; since: Date }[],
  now: Date,
): Promise<void> {
  await tx.query(restartClocks, [
    errands.map(({ cityCode }) => cityCode),
    errands.map(({ id }) => id),
    errands.map(({ since }) => since),
    now,
  ]);
  await tx.query(closeEarlier, [errands.map(({ id }) => id)]);
}

// The lock is a statement of its own, so that the ones after it see what other processes committed.
const lockDue: Prepared = {
  name: 'matching.lockDue',
  text: `select city_code, errand_id, episode, since, stage, phase from matching
    where next_at <= $1 order by next_at limit $2 for update skip locked`,
};
const selectErrands: Prepared = {
  name: 'matching.errands',
  text: `select e.id, e.community_code, e.type, e.state, e.place, e.slots - e.slots_taken as slots_free,
      e.expected_minutes, e.window_start, e.window_end, e.opened_at, e.requirements, n.escalation_minutes
    from unnest($1::int[], $2::uuid[]) as k(city, errand)
    join errand e on e.city_code = k.city and e.id = k.errand
    join need n on n.city_code = e.city_code and n.id = e.need_id`,
};

/** Locks the clocks that are due, the longest due first; those another process holds are left to it. */
export async function takeDue(tx: Tx, now: Date, limit: number): Promise<ClockedRow[]> {
  const due = await tx.query<{
    city_code: number;
    errand_id: string;
    episode: number;
    since: Date;
    stage: EscalationStage;
    phase: number;
  }>(lockDue, [now, limit]);
  if (due.length === 0) return [];
  const errands = await tx.query<{
    id: string;
    community_code: number;
    type: NeedType;
    state: string;
    place: { x: number; y: number };
    slots_free: number;
    expected_minutes: number;
    window_start: Date;
    window_end: Date;
    opened_at: Date;
    requirements: NeedRequirement[];
    escalation_minutes: number | null;
  }>(selectErrands, [due.map(({ city_code }) => city_code), due.map(({ errand_id }) => errand_id)]);
  const byId = new Map(errands.map((errand) => [errand.id, errand]));
  return due.flatMap((row) => {
    const errand = byId.get(row.errand_id);
    if (!errand) return [];
    return {
      cityCode: row.city_code,
      errandId: row.errand_id,
      communityCode: errand.community_code,
      type: errand.type,
      stationAfterMinutes: errand.escalation_minutes ?? undefined,
      state: errand.state,
      episode: row.episode,
      sinceMs: row.since.getTime(),
      stage: row.stage,
      phase: row.phase,
      place: { longitude: errand.place.x, latitude: errand.place.y },
      slotsFree: errand.slots_free,
      expectedMinutes: errand.expected_minutes,
      windowStartMs: errand.window_start.getTime(),
      windowEndMs: errand.window_end.getTime(),
      openedAtMs: errand.opened_at.getTime(),
      requirements: errand.requirements,
    };
  });
}

const acceptClaimed: Prepared = {
  name: 'matching.acceptClaimed',
  text: `update alert a set state = 'accepted', answered_at = c.claimed_at from claim c
    where a.errand_id = any($1) and a.city_code = any($2) and a.state in ('sent', 'silent')
      and c.city_code = a.city_code and c.errand_id = a.errand_id and c.volunteer_id = a.volunteer_id
      and c.claimed_at >= a.sent_at`,
};
const selectAlerts: Prepared = {
  name: 'matching.alerts',
  text: `select a.id, a.errand_id, a.volunteer_id, a.state, a.expires_at
    from unnest($1::int[], $2::uuid[], $3::int[]) as k(city, errand, episode)
    join alert a on a.city_code = k.city and a.errand_id = k.errand and a.episode = k.episode and a.kind = 'alert'`,
};
const selectDispatched: Prepared = {
  name: 'matching.dispatched',
  text: `select d.errand_id from unnest($1::int[], $2::uuid[]) as k(city, errand)
    join dispatch d on d.city_code = k.city and d.errand_id = k.errand and d.state = 'asking'`,
};

/** Whoever was alerted and has claimed since has accepted. */
export async function markAccepted(tx: Tx, rows: readonly ClockedRow[]): Promise<void> {
  await tx.query(acceptClaimed, [
    rows.map(({ errandId }) => errandId),
    [...new Set(rows.map(({ cityCode }) => cityCode))],
  ]);
}

/** The alerts of the errands' episodes, by errand. */
export async function readAlerts(tx: Tx, rows: readonly ClockedRow[]): Promise<Map<string, KnownAlert[]>> {
  const cities = rows.map(({ cityCode }) => cityCode);
  const errandIds = rows.map(({ errandId }) => errandId);
  const alerts = await tx.query<{
    id: string;
    errand_id: string;
    volunteer_id: string;
    state: AlertState;
    expires_at: Date;
  }>(selectAlerts, [cities, errandIds, rows.map(({ episode }) => episode)]);
  const byErrand = new Map<string, KnownAlert[]>(errandIds.map((id) => [id, []]));
  for (const alert of alerts)
    byErrand.get(alert.errand_id)?.push({
      id: alert.id,
      volunteerId: alert.volunteer_id,
      state: alert.state,
      expiresAtMs: alert.expires_at.getTime(),
    });
  return byErrand;
}

/** Errands that a station is asking somebody for by name. */
export async function findDispatched(tx: Tx, rows: readonly ClockedRow[]): Promise<Set<string>> {
  const found = await tx.query<{ errand_id: string }>(selectDispatched, [
    rows.map(({ cityCode }) => cityCode),
    rows.map(({ errandId }) => errandId),
  ]);
  return new Set(found.map(({ errand_id }) => errand_id));
}

export interface CandidateRow extends DutyRow {
  errand_id: string;
  display_name: string;
  skills: string[];
  qualified: QualifiedFact[];
  place: { x: number; y: number } | null;
  served: number;
  held_count: number;
  overlaps: boolean;
  has_refused?: boolean;
  is_concerned?: boolean;
}

/** The moment a reading of candidates is of. */
export interface Moment {
  now: Date;
  /** `2026-03-02`: alerts are counted by the day. */
  day: string;
  /** Errands since then are "lately". */
  lately: Date;
}

export function momentParameters({ now, day, lately }: Moment): unknown[] {
  return [lately, firstIdOf(lately), day, now];
}

/** What an errand asks of a volunteer, and for when. */
export interface RequiringErrand {
  requirements: readonly NeedRequirement[];
  windowStart: Date;
  windowEnd: Date;
}

export function candidateOf(row: CandidateRow, errand: RequiringErrand, now: Date): CandidateFor {
  return {
    errandId: row.errand_id,
    volunteerId: row.volunteer_id,
    displayName: row.display_name,
    skills: row.skills,
    place: pointOf(row.place),
    route: row.route ?? undefined,
    times: timesOf(row),
    alertsToday: row.alerts_today ?? 0,
    maxAlertsPerDay: row.max_alerts_per_day ?? 0,
    errandsLately: row.served + row.held_count,
    heldCount: row.held_count,
    overlaps: row.overlaps,
    hasRefused: row.has_refused ?? false,
    isConcerned: row.is_concerned ?? false,
    isUnqualified: unmetAmong(errand.requirements, row.qualified, errand, now) !== undefined,
  };
}

/** The least UUIDv7 of a moment: ids before it were made earlier. */
export function firstIdOf(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
