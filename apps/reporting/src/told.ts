import type { EventEnvelope, ToldEvent } from '#contracts';
import { type EventBatch, takeEvents, type Tx } from '#platform';
import type { ReportingService } from './reporting.service.js';

/** What was told and not yet folded is folded now, and not again when it arrives. */
export async function foldTold(
  tx: Tx,
  reports: ReportingService,
  cityCode: number,
  events: readonly ToldEvent[],
): Promise<void> {
  const told = new Map<string, EventBatch>();
  for (const { batchId: id, envelope } of events) {
    const batch = told.get(id) ?? { id, cityCode, events: [] };
    batch.events.push(JSON.parse(envelope) as EventEnvelope);
    told.set(id, batch);
  }
  const fresh = await takeEvents(tx, [...told.values()]);
  if (fresh.length > 0) await reports.fold(fresh, tx);
}
