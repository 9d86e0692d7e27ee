import type { Database } from '#platform';
import type { RegionRange } from '#regions';

/** As of totals. */
export interface Freshness {
  asOf?: string;
  lagMs: number;
}

/**
 * How fresh the counters of a region are. Read before them: what they then say is of that event or of newer ones.
 */
export async function readFreshness(database: Database, region: RegionRange): Promise<Freshness> {
  const [row] = await database.query<{ eventAt: Date; countedAt: Date }>(
    `select event_at as "eventAt", counted_at as "countedAt" from freshness
     where city_code between $1 and $2 order by event_at desc limit 1`,
    [region.cityCode, Math.floor(region.last / 1e8)],
  );
  if (!row) return { lagMs: 0 };
  const { eventAt, countedAt } = row;
  return { asOf: eventAt.toISOString(), lagMs: Math.max(0, countedAt.getTime() - eventAt.getTime()) };
}
