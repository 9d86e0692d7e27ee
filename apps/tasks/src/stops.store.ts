import { DomainError } from '#contracts';
import type { Tx } from '#platform';

/**
 * A volunteer leaves when every stop is checked off. The errand is locked.
 * @throws DomainError `errand.stopsOpen`
 */
export async function requireStopsChecked(
  tx: Tx,
  errand: { city_code: number; need_id: string },
): Promise<void> {
  const [row] = await tx.query<{ open: number }>(
    'select count(*)::int as open from need_stop where city_code = $1 and need_id = $2 and outcome is null',
    [errand.city_code, errand.need_id],
  );
  if (row && row.open > 0) throw new DomainError('errand.stopsOpen', { openCount: row.open });
}

/** What was checked off in a service that is void is to be checked off again. The need is locked. */
export async function reopenStops(tx: Tx, need: { cityCode: number; id: string }): Promise<void> {
  await tx.query(
    `update need_stop set outcome = null, note = null, checked_by = null, checked_at = null
     where city_code = $1 and need_id = $2`,
    [need.cityCode, need.id],
  );
}
