import type { ClaimState, HeldErrand } from '#contracts';
import type { Database, Prepared } from '#platform';
import { summaryColumns, summaryOf, type SummaryRow } from './summary.store.js';

interface HeldRow extends SummaryRow {
  claim_id: string;
  claim_state: ClaimState;
  claimed_at: Date;
  checked_in_at: Date | null;
  offered_at: Date | null;
  risk_notice: string | null;
}

// The two states are those of the index claim_held.
const selectHeld: Prepared = {
  name: 'errand.held',
  text: `select ${summaryColumns}, e.risk_notice, c.id as claim_id, c.state as claim_state, c.claimed_at,
      c.checked_in_at, c.offered_at
    from claim c join errand e on e.city_code = c.city_code and e.id = c.errand_id
    where c.volunteer_id = $1 and c.state in ('claimed', 'inProgress')
    order by e.window_start, e.id limit 100`,
};

/** What a volunteer has claimed and not finished, by the start of the windows. */
export async function findHeld(database: Database, volunteerId: string): Promise<HeldErrand[]> {
  const rows = await database.query<HeldRow>(selectHeld, [volunteerId]);
  return rows.map((row) => ({
    ...summaryOf(row),
    claimId: row.claim_id,
    claimState: row.claim_state,
    claimedAt: row.claimed_at.toISOString(),
    checkedInAt: row.checked_in_at?.toISOString(),
    isOffered: row.offered_at !== null,
    riskNotice: row.risk_notice ?? undefined,
  }));
}
