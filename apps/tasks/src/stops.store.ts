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
