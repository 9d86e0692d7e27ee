import type { Point } from '#contracts';
import type { Database, Tx } from '#platform';
import { type DutyTimes, usualQuietHours, type WeeklyShift } from './availability.js';
import { usualAlertsPerDay } from './alerting.js';

/** What is known of a volunteer who may be asked. */
export interface Duty {
  cityCode: number;
  volunteerId: string;
  communityCode: number;
  courierSiteId: string | undefined;
  times: DutyTimes;
  maxAlertsPerDay: number;
  /** Alerts on the day asked about. */
  alertsToday: number;
  sitePlace: Point | undefined;
  /** A cell's centre. */
  position: Point | undefined;
  route: Point[] | undefined;
  positionUntil: Date | undefined;
  /** The consent to location is not withdrawn. */
  mayBeLocated: boolean;
}

export interface DutyRow {
  city_code: number;
  volunteer_id: string;
  community_code: number;
  courier_site_id: string | null;
  override_on: boolean | null;
  override_until: Date | null;
  shifts: WeeklyShift[] | null;
  quiet_start_minute: number | null;
  quiet_end_minute: number | null;
  max_alerts_per_day: number | null;
  alerts_today: number | null;
  site_place: { x: number; y: number } | null;
  position: { x: number; y: number } | null;
  route: Point[] | null;
  position_until: Date | null;
}

export function pointOf(stored: { x: number; y: number } | null): Point | undefined {
  return stored ? { longitude: stored.x, latitude: stored.y } : undefined;
}

export function pointText(point: Point | undefined): string | null {
  return point ? `(${point.longitude},${point.latitude})` : null;
}

export function timesOf(
  row: Pick<DutyRow, 'override_on' | 'override_until' | 'shifts' | 'quiet_start_minute' | 'quiet_end_minute'>,
): DutyTimes {
  return {
    override: row.override_until
      ? { on: row.override_on ?? false, untilMs: row.override_until.getTime() }
      : undefined,
    shifts: row.shifts ?? [],
    quiet: {
      startMinute: row.quiet_start_minute ?? usualQuietHours.startMinute,
      endMinute: row.quiet_end_minute ?? usualQuietHours.endMinute,
    },
  };
}

/** The duty of a verified volunteer, as usual where nothing was ever set; undefined for anybody else. */
export async function findDuty(
  database: Database | Tx,
  volunteerId: string,
  day: string,
): Promise<Duty | undefined> {
  const [row] = await database.query<DutyRow & { may_be_located: boolean }>(
    `select v.city_code, v.id as volunteer_id, v.community_code, v.courier_site_id, d.override_on, d.override_until,
       d.shifts, d.quiet_start_minute, d.quiet_end_minute, d.max_alerts_per_day,
       case when d.alerts_day = $2 then d.alerts_today else 0 end as alerts_today,
       d.site_place, d.position, d.route, d.position_until, v.may_be_located
     from volunteer v left join duty d on d.city_code = v.city_code and d.volunteer_id = v.id
     where v.id = $1 and v.verification = 'verified'`,
    [volunteerId, day],
  );
  return (
    row && {
      cityCode: row.city_code,
      volunteerId,
      communityCode: row.community_code,
      courierSiteId: row.courier_site_id ?? undefined,
      times: timesOf(row),
      maxAlertsPerDay: row.max_alerts_per_day ?? usualAlertsPerDay,
      alertsToday: row.alerts_today ?? 0,
      sitePlace: pointOf(row.site_place),
      position: pointOf(row.position),
      route: row.route ?? undefined,
      positionUntil: row.position_until ?? undefined,
      mayBeLocated: row.may_be_located,
    }
  );
}

/** Keeps what a volunteer set; alerts counted meanwhile stay counted. */
export async function writeDuty(tx: Tx, duty: Duty): Promise<void> {
  const { override, shifts, quiet } = duty.times;
  await tx.query(
    `insert into duty (city_code, volunteer_id, community_code, override_on, override_until, shifts, quiet_start_minute,
       quiet_end_minute, max_alerts_per_day, site_place, position, route, position_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (city_code, volunteer_id) do update set community_code = excluded.community_code,
       override_on = excluded.override_on, override_until = excluded.override_until, shifts = excluded.shifts,
       quiet_start_minute = excluded.quiet_start_minute, quiet_end_minute = excluded.quiet_end_minute,
       max_alerts_per_day = excluded.max_alerts_per_day, site_place = excluded.site_place,
       position = excluded.position, route = excluded.route, position_until = excluded.position_until`,
    [
      duty.cityCode,
      duty.volunteerId,
      duty.communityCode,
      override?.on ?? null,
      override ? new Date(override.untilMs) : null,
      JSON.stringify(shifts),
      quiet.startMinute,
      quiet.endMinute,
      duty.maxAlertsPerDay,
      pointText(duty.sitePlace),
      pointText(duty.position),
      duty.route ? JSON.stringify(duty.route) : null,
      duty.positionUntil ?? null,
    ],
  );
}

/** Forgets positions and ways whose time is up. */
export async function forgetPositions(database: Database, now: Date): Promise<void> {
  await database.query(
    'update duty set position = null, route = null, position_until = null where position_until <= $1',
    [now],
  );
}

/** Forgets alerts older than anybody is shown. */
export async function forgetAlerts(database: Database, before: Date): Promise<void> {
  await database.query('delete from alert where sent_at < $1', [before]);
}
