import type { ErrandState, ErrandSummary, NeedRequirement, NeedType } from '#contracts';
import { formatRegion } from '#regions';

/** What everybody is shown of an errand. Times are milliseconds since 1970: the cheapest a driver can read. */
export interface SummaryRow {
  id: string;
  type: NeedType;
  summary: string;
  state: ErrandState;
  community_code: number;
  longitude: number;
  latitude: number;
  window_start: number;
  window_end: number;
  opened_at: number;
  expected_minutes: number;
  slots: number;
  slots_taken: number;
  requirements: NeedRequirement[];
  stop_count: number;
  purchase_ceiling_fen: number | null;
  fair_grab_seconds: number;
}

const instant = (column: string) => `(extract(epoch from e.${column}) * 1000)::bigint as ${column}`;

/** Columns of a {@link SummaryRow}, of an errand named `e`. */
export const summaryColumns = `e.id, e.type, e.summary, e.state, e.community_code, e.place[0] as longitude,
  e.place[1] as latitude, ${instant('window_start')}, ${instant('window_end')}, ${instant('opened_at')},
  e.expected_minutes, e.slots, e.slots_taken, e.requirements, e.stop_count, e.purchase_ceiling_fen, e.fair_grab_seconds`;

export function summaryOf(row: SummaryRow): ErrandSummary {
  return {
    id: row.id,
    type: row.type,
    summary: row.summary,
    state: row.state,
    communityCode: formatRegion(row.community_code),
    point: { longitude: row.longitude, latitude: row.latitude },
    windowStart: new Date(row.window_start).toISOString(),
    windowEnd: new Date(row.window_end).toISOString(),
    expectedMinutes: row.expected_minutes,
    slots: row.slots,
    slotsTaken: row.slots_taken,
    requirements: row.requirements,
    stopCount: row.stop_count,
    purchaseCeilingFen: row.purchase_ceiling_fen ?? undefined,
    fairGrabSeconds: row.fair_grab_seconds || undefined,
  };
}
