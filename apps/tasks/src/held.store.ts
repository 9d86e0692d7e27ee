import type { ClaimState, HeldErrand, NeedRequirement, QualifiedFact } from '#contracts';
import type { Database, Prepared } from '#platform';
import { unmetAmong } from './qualified.js';
import type { Placed } from './tight.js';
import { summaryColumns, summaryOf, type SummaryRow } from './summary.store.js';

interface HeldRow extends SummaryRow {
  claim_id: string;
  claim_state: ClaimState;
  claimed_at: Date;
  checked_in_at: Date | null;
  offered_at: Date | null;
  risk_notice: string | null;
  qualified: QualifiedFact[] | null;
}

// The two states are those of the index claim_held.
const selectHeld: Prepared = {
  name: 'errand.held',
  text: `select ${summaryColumns}, e.risk_notice, v.qualified, c.id as claim_id, c.state as claim_state, c.claimed_at,
      c.checked_in_at, c.offered_at
    from claim c join errand e on e.city_code = c.city_code and e.id = c.errand_id
      left join volunteer v on v.city_code = c.city_code and v.id = c.volunteer_id
    where c.volunteer_id = $1 and c.state in ('claimed', 'inProgress')
    order by e.window_start, e.id limit 100`,
};

// Nobody rides longer than a day.
const selectBeside: Prepared = {
  name: 'errand.heldBeside',
  text: `select e.id, e.type, e.place, e.window_start as "windowStart", e.window_end as "windowEnd"
    from claim c join errand e on e.city_code = c.city_code and e.id = c.errand_id
    where c.volunteer_id = $1 and c.state in ('claimed', 'inProgress')
      and e.window_start < $3::timestamptz + interval '1 day' and e.window_end > $2::timestamptz - interval '1 day'
    order by e.window_start, e.id limit 100`,
};

/** What a volunteer holds that is at most a day before or after a window. */
export async function findHeldBeside(
  database: Database,
  volunteerId: string,
  { windowStart, windowEnd }: { windowStart: Date; windowEnd: Date },
): Promise<Placed[]> {
  const rows = await database.query<Omit<Placed, 'place'> & { place: { x: number; y: number } }>(
    selectBeside,
    [volunteerId, windowStart, windowEnd],
  );
  return rows.map((row) => ({ ...row, place: { longitude: row.place.x, latitude: row.place.y } }));
}

/** What a volunteer has claimed and not finished, by the start of the windows. */
export async function findHeld(database: Database, volunteerId: string, now: Date): Promise<HeldErrand[]> {
  const rows = await database.query<HeldRow>(selectHeld, [volunteerId]);
  return rows.map((row) => ({
    ...summaryOf(row),
    claimId: row.claim_id,
    claimState: row.claim_state,
    claimedAt: row.claimed_at.toISOString(),
    checkedInAt: row.checked_in_at?.toISOString(),
    isOffered: row.offered_at !== null,
    unmetRequirement: row.claim_state === 'claimed' ? unmetBy(row, now) : undefined,
    riskNotice: row.risk_notice ?? undefined,
  }));
}

function unmetBy(row: HeldRow, now: Date): NeedRequirement | undefined {
  const window = { windowStart: new Date(row.window_start), windowEnd: new Date(row.window_end) };
  return unmetAmong(row.requirements, row.qualified ?? [], window, now);
}
