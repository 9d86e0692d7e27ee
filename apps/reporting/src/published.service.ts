import {
  type DailyReport,
  type DailyReportInput,
  type DailyRevision,
  DomainError,
  metricNames,
  type Metrics,
  type PeriodReport,
  type PeriodReportInput,
  type ReviseDailyInput,
  type RevisePeriodInput,
  type Totals,
} from '#contracts';
import { type Call, Clock, Database, listScope, shanghaiDay } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { lastOver, type Period, periodOf, type PublishedKind } from './period.js';
import { RegionDirectory } from './region.directory.js';
import { ReportingService } from './reporting.service.js';

interface RevisionRow extends Record<string, unknown> {
  revision: number;
  reason: string | null;
  metrics: Metrics;
  publishedAt: Date;
}

/** What was published of a region and period, and what has changed since. */
type Published = Omit<PeriodReport, 'kind'>;

/**
 * Days, weeks, months and years as they were published. Totals move on with late events and corrections; what was
 * published does not.
 */
@Injectable()
export class PublishedService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly reports: ReportingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `report.notPublished`, `report.spanInvalid`, `region.unknown` */
  async getDay({ region, day }: DailyReportInput, call: Call): Promise<DailyReport> {
    return dayOf(await this.find('day', region, day, call));
  }

  /** @throws DomainError `access.foreignRegion`, `report.notPublished`, `report.spanInvalid`, `region.unknown` */
  async reviseDay({ region, day, reason }: ReviseDailyInput, call: Call): Promise<DailyReport> {
    return dayOf(await this.reviseKind('day', region, day, reason, call));
  }

  /** @throws DomainError `access.foreignRegion`, `report.notPublished`, `report.spanInvalid`, `region.unknown` */
  async get({ kind, region, day }: PeriodReportInput, call: Call): Promise<PeriodReport> {
    return { kind, ...(await this.find(kind, region, day, call)) };
  }

  /** @throws DomainError `access.foreignRegion`, `report.notPublished`, `report.spanInvalid`, `region.unknown` */
  async revise({ kind, region, day, reason }: RevisePeriodInput, call: Call): Promise<PeriodReport> {
    return { kind, ...(await this.reviseKind(kind, region, day, reason, call)) };
  }

  /**
   * Publishes the last period that is over for a city's divisions down to subdistricts; those published already
   * stay as they are. The city comes last: where it is published, all of it is.
   */
  async publishLast(kind: PublishedKind, city: string, call: Call): Promise<void> {
    const period = lastOver(kind, this.today());
    const { code, children } = await this.directory.get(parseRegion(city).code, call.traceId);
    if ((await this.read(kind, code, period)).length > 0) return;
    for (const part of children)
      if (parseRegion(part.code).level !== 'community') await this.publishLast(kind, part.code, call);
    await this.write(kind, code, period, 1, null, (await this.totals(code, period, call)).metrics, call);
  }

  private async find(
    kind: PublishedKind,
    asked: string,
    day: string | undefined,
    call: Call,
  ): Promise<Published> {
    const region = formatRegion(listScope(call.actor, asked).code);
    const period = day === undefined ? lastOver(kind, this.today()) : periodOf(kind, day);
    if (period.from > this.today()) throw new DomainError('report.spanInvalid');
    const revisions = await this.read(kind, region, period);
    const [newest] = revisions;
    if (!newest) throw new DomainError('report.notPublished');
    const now = await this.totals(region, period, call);
    return {
      ...{ region, ...period, revisions },
      outdated: metricNames.filter((name) => newest.metrics[name] !== now.metrics[name]),
      ...(now.asOf && { asOf: now.asOf }),
      lagMs: now.lagMs,
    };
  }

  private async reviseKind(
    kind: PublishedKind,
    asked: string,
    day: string,
    reason: string,
    call: Call,
  ): Promise<Published> {
    const report = await this.find(kind, asked, day, call);
    const [newest] = report.revisions;
    if (report.outdated.length === 0 || !newest) return report;
    const { metrics } = await this.totals(report.region, report, call);
    await this.write(kind, report.region, report, newest.revision + 1, reason, metrics, call);
    return this.find(kind, asked, day, call);
  }

  private totals(region: string, { from, to }: Period, call: Call): Promise<Totals> {
    return this.reports.getTotals({ region, from, to }, call);
  }

  private async read(kind: PublishedKind, region: string, { from }: Period): Promise<DailyRevision[]> {
    const { code, cityCode } = parseRegion(region);
    const rows = await this.database.query<RevisionRow>(
      `select revision, reason, metrics, published_at as "publishedAt" from published_report
       where city_code = $1 and region_code = $2 and kind = $3 and first_day = $4 order by revision desc`,
      [cityCode, code, kind, from],
    );
    return rows.map(({ revision, reason, metrics, publishedAt }) => ({
      ...{ revision, publishedAt: publishedAt.toISOString() },
      ...(reason !== null && { reason }),
      metrics: metricsOf(metrics),
    }));
  }

  private async write(
    kind: PublishedKind,
    region: string,
    { from }: Period,
    revision: number,
    reason: string | null,
    metrics: Metrics,
    { actor }: Call,
  ): Promise<void> {
    const { code, cityCode } = parseRegion(region);
    await this.database.query(
      `insert into published_report
         (city_code, region_code, kind, first_day, revision, reason, metrics, published_by, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [cityCode, code, kind, from, revision, reason, JSON.stringify(metrics), actor.id, this.clock.now()],
    );
  }

  private today(): string {
    return shanghaiDay(this.clock.now());
  }
}

function dayOf({ from, to: _, ...published }: Published): DailyReport {
  return { day: from, ...published };
}

/** A metric that came later was 0 in what was published before it. */
export function metricsOf(published: Metrics): Metrics {
  return Object.fromEntries(
    metricNames.map((name) => [name, (published as Partial<Metrics>)[name] ?? 0]),
  ) as unknown as Metrics;
}
