import { DomainError, type Recipients, type RecipientsInput } from '#contracts';
import { type Call, Clock, Database, listScope, shanghaiDay } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { partSize } from './breakdown.js';
import { periodOf } from './period.js';
import { readRecipients } from './recipients.store.js';
import { RegionDirectory } from './region.directory.js';
import { ReportingService } from './reporting.service.js';

/** How many different people and households were served. */
@Injectable()
export class RecipientsService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly reports: ReportingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `region.unknown` */
  async get({ region: asked, span, day }: RecipientsInput, call: Call): Promise<Recipients> {
    const region = listScope(call.actor, asked);
    const today = shanghaiDay(this.clock.now());
    const { from, to: end } = periodOf(span, day ?? today);
    if (from > today) throw new DomainError('report.spanInvalid');
    const to = end < today ? end : today;
    const detail = await this.directory.get(region.code, call.traceId);
    const code = formatRegion(region.code);
    const { metrics, asOf, lagMs } = await this.reports.getTotals({ region: code, from, to }, call);
    const rows = await readRecipients(this.database, region, partSize(detail), span, from);
    const of = (wanted: number | null) => {
      const { persons = 0, households = 0 } = rows.find((row) => row.code === wanted) ?? {};
      return { persons, households };
    };
    const parts = detail.children.length > 0 ? detail.children : [detail];
    return {
      ...{ region: code, span, from, to },
      ...of(null),
      personTimes: metrics.servicesConfirmed,
      children: parts.map((part) => ({
        region: part.code,
        name: part.name,
        ...of(parseRegion(part.code).code),
      })),
      ...(asOf && { asOf }),
      lagMs,
    };
  }
}
