import type { Database } from '#platform';
import { formatRegion, type RegionRange } from '#regions';
import { timesOf, type DutyRow } from './duty.store.js';
import type { Reachable } from './errand-map.js';
import { cellOf } from './grid.js';

const mostCells = 2_000;

export interface CellRow {
  cell: number;
  openErrands: number;
  unclaimedErrands: number;
  communityCodes: string[];
}

type ReachableRow = Pick<
  DutyRow,
  | 'courier_site_id'
  | 'override_on'
  | 'override_until'
  | 'shifts'
  | 'quiet_start_minute'
  | 'quiet_end_minute'
  | 'position'
>;

/** Open errands of a division by cell, the most first. */
export async function readCells(database: Database, scope: RegionRange, now: Date): Promise<CellRow[]> {
  const rows = await database.query<{ cell: number; open: number; unclaimed: number; codes: string[] }>(
    `select (floor(e.place[1] / 0.0045) * 100000 + floor(e.place[0] / 0.0055))::int as cell, count(*)::int as open,
       count(*) filter (where m.stage in ('stationQueue', 'committee'))::int as unclaimed,
       (array_agg(distinct e.community_code::text))[1:100] as codes
     from errand e left join matching m on m.city_code = e.city_code and m.errand_id = e.id
     where e.city_code between $1 and $2 and e.community_code between $3 and $4
       and e.state = 'open' and e.window_end > $5
     group by 1 order by open desc, cell limit ${mostCells}`,
    [scope.cityCode, Math.floor(scope.last / 1e8), scope.code, scope.last, now],
  );
  return rows.map(({ cell, open, unclaimed, codes }) => ({
    cell,
    openErrands: open,
    unclaimedErrands: unclaimed,
    communityCodes: codes.map((code) => formatRegion(Number(code))),
  }));
}

/** Verified volunteers of a division, or of these sites wherever they live, who may be on duty now. */
export async function readReachable(
  database: Database,
  scope: RegionRange,
  siteIds: readonly string[],
  now: Date,
): Promise<Reachable[]> {
  const rows = await database.query<ReachableRow>(
    `select v.courier_site_id, d.override_on, d.override_until, d.shifts, d.quiet_start_minute, d.quiet_end_minute,
       case when d.position_until > $5 then d.position end as position
     from volunteer v join duty d on d.city_code = v.city_code and d.volunteer_id = v.id
     where v.city_code between $1 and $2 and (v.community_code between $3 and $4 or v.courier_site_id = any($6))
       and v.verification = 'verified' and (v.suspended_until is null or v.suspended_until <= $5)
       and (d.override_until > $5 or d.shifts <> '[]')`,
    [scope.cityCode, Math.floor(scope.last / 1e8), scope.code, scope.last, now, siteIds],
  );
  return rows.map((row) => ({
    siteId: row.courier_site_id ?? undefined,
    cell: row.position ? cellOf({ longitude: row.position.x, latitude: row.position.y }) : undefined,
    times: timesOf(row),
  }));
}
