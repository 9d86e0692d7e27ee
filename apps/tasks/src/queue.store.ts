import type { EscalationStage, QueueItem } from '#contracts';
import type { Database } from '#platform';
import type { RegionRange } from '#regions';
import { summaryColumns, summaryOf, type SummaryRow } from './summary.store.js';

interface QueueRow extends SummaryRow {
  stage: EscalationStage;
  since: Date;
  stage_since: Date;
  sent: number;
  refused: number;
  silent: number;
  dispatch_id: string | null;
}

/** Errands whose clock has come to one of the stages and that nobody has taken since, newest first. */
export async function readQueue(
  database: Database,
  query: { scope: RegionRange; stages: readonly string[]; before: string | undefined; limit: number },
): Promise<QueueItem[]> {
  const { scope, stages, before, limit } = query;
  const rows = await database.query<QueueRow>(
    `select m.stage, m.since, m.stage_since, ${summaryColumns}, asked.*,
       (select id from dispatch d where d.city_code = m.city_code and d.errand_id = m.errand_id and d.state = 'asking') as dispatch_id
     from matching m join errand e on e.city_code = m.city_code and e.id = m.errand_id
     cross join lateral (
       select count(*)::int as sent, count(*) filter (where a.state = 'refused')::int as refused,
         count(*) filter (where a.state = 'silent')::int as silent
       from alert a where a.city_code = m.city_code and a.errand_id = m.errand_id
     ) asked
     where m.city_code between $1 and $2 and m.community_code between $3 and $4 and ($5::uuid is null or m.errand_id < $5)
       and m.stage in ('stationQueue', 'committee', 'expired') and m.stage = any($6) and e.state in ('open', 'expired')
     order by m.errand_id desc limit $7`,
    [scope.cityCode, Math.floor(scope.last / 1e8), scope.code, scope.last, before ?? null, stages, limit],
  );
  return rows.map((row) => ({
    errand: summaryOf(row),
    stage: row.stage,
    since: row.since.toISOString(),
    stageSince: row.stage_since.toISOString(),
    alertsSent: row.sent,
    alertsRefused: row.refused,
    alertsSilent: row.silent,
    dispatchId: row.dispatch_id ?? undefined,
  }));
}
