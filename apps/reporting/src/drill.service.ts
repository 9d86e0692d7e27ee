import { type CountedInput, type CountedServices, type DailyTotals, type DaysInput } from '#contracts';
import { type Call, Clock, Database, decodeCursor, encodeCursor, listScope, shanghaiDay } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import * as store from './drill.store.js';
import { readFreshness } from './freshness.store.js';
import { readSpan } from './span.js';

const pageItems = 100;

/** From a total down to what it is made of; each level sums to the one above. */
@Injectable()
export class DrillService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `report.spanInvalid` */
  async days(input: DaysInput, call: Call): Promise<DailyTotals> {
    const region = listScope(call.actor, input.region);
    const { to } = readSpan(input.from, input.to, shanghaiDay(this.clock.now()));
    const rows = await store.readDays(this.database, region, input.from, to);
    const [first] = rows;
    const lagMs = first?.eventAt && first.countedAt ? first.countedAt.getTime() - first.eventAt.getTime() : 0;
    return {
      region: formatRegion(region.code),
      from: input.from,
      to,
      days: rows.map((row) => ({ day: row.day, metrics: store.metricsOf(row) })),
      ...(first?.eventAt && { asOf: first.eventAt.toISOString() }),
      lagMs: Math.max(0, lagMs),
    };
  }

  /** @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `cursor.invalid` */
  async services({ region: asked, day, cursor }: CountedInput, call: Call): Promise<CountedServices> {
    const region = listScope(call.actor, asked);
    readSpan(day, day, shanghaiDay(this.clock.now()));
    const after = cursor === undefined ? undefined : decodeCursor(cursor, 'integer', 'uuid');
    const fresh = await readFreshness(this.database, region);
    const rows = await store.readCounted(this.database, region, day, after, pageItems + 1);
    const found = rows.filter(({ recordId }) => recordId !== null);
    const items = found.slice(0, pageItems);
    const last = found.length > pageItems ? items.at(-1) : undefined;
    const { services = 0, deviceVerifiedMinutes = 0, attestedMinutes = 0 } = rows[0] ?? {};
    return {
      ...{ services, deviceVerifiedMinutes, attestedMinutes },
      items: items.map(({ recordId, communityCode, verification, serviceMinutes, version }) => ({
        ...{ recordId, communityCode: formatRegion(communityCode), verification, serviceMinutes, version },
      })),
      ...fresh,
      ...(last && { nextCursor: encodeCursor(last.communityCode, last.recordId) }),
    };
  }
}
