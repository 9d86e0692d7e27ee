import {
  type DailyReport,
  type DailyReportInput,
  type DailyRevision,
  DomainError,
  metricNames,
  type Metrics,
  type ReviseDailyInput,
  type Totals,
} from '#contracts';
import { type Call, Clock, Database, listScope, shanghaiDay } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { RegionDirectory } from './region.directory.js';
import { ReportingService } from './reporting.service.js';

const dayMs = 86_400_000;

interface RevisionRow extends Record<string, unknown> {
  revision: number;
  reason: string | null;
  metrics: Metrics;
  publishedAt: Date;
}

/** Days as they were published. Totals move on with late events and corrections; what was published does not. */
@Injectable()
export class DailyService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly reports: ReportingService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `report.notPublished`, `report.spanInvalid`, `region.unknown` */
  async get({ region: asked, day = this.yesterday() }: DailyReportInput, call: Call): Promise<DailyReport> {
    const region = formatRegion(listScope(call.actor, asked).code);
    const now = await this.totals(region, day, call);
    const revisions = await this.read(region, day);
    const [newest] = revisions;
    if (!newest) throw new DomainError('report.notPublished');
    return {
      ...{ region, day, revisions },
      outdated: metricNames.filter((name) => newest.metrics[name] !== now.metrics[name]),
      ...(now.asOf && { asOf: now.asOf }),
      lagMs: now.lagMs,
    };
  }

  /** @throws DomainError `access.foreignRegion`, `report.notPublished`, `report.spanInvalid`, `region.unknown` */
  async revise(input: ReviseDailyInput, call: Call): Promise<DailyReport> {
    const report = await this.get(input, call);
    const [newest] = report.revisions;
    if (report.outdated.length === 0 || !newest) return report;
    const { metrics } = await this.totals(report.region, input.day, call);
    await this.write(report.region, input.day, newest.revision + 1, input.reason, metrics, call);
    return this.get(input, call);
  }

  /** A city's divisions down to subdistricts; those published already stay as they are. */
  async publishYesterday(city: string, call: Call): Promise<void> {
    const day = this.yesterday();
    const { code, children } = await this.directory.get(parseRegion(city).code, call.traceId);
    await this.write(code, day, 1, null, (await this.totals(code, day, call)).metrics, call);
    for (const part of children)
      if (parseRegion(part.code).level !== 'community') await this.publishYesterday(part.code, call);
  }

  private totals(region: string, day: string, call: Call): Promise<Totals> {
    return this.reports.getTotals({ region, from: day, to: day }, call);
  }

  private async read(region: string, day: string): Promise<DailyRevision[]> {
    const { code, cityCode } = parseRegion(region);
    const rows = await this.database.query<RevisionRow>(
      `select revision, reason, metrics, published_at as "publishedAt" from published_day
       where city_code = $1 and region_code = $2 and day = $3 order by revision desc`,
      [cityCode, code, day],
    );
    return rows.map(({ revision, reason, metrics, publishedAt }) => ({
      ...{ revision, publishedAt: publishedAt.toISOString() },
      ...(reason !== null && { reason }),
      metrics: metricsOf(metrics),
    }));
  }

  private async write(
    region: string,
    day: string,
    revision: number,
    reason: string | null,
    metrics: Metrics,
    { actor }: Call,
  ): Promise<void> {
    const { code, cityCode } = parseRegion(region);
    await this.database.query(
      `insert into published_day (city_code, region_code, day, revision, reason, metrics, published_by, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [cityCode, code, day, revision, reason, JSON.stringify(metrics), actor.id, this.clock.now()],
    );
  }

  private yesterday(): string {
    return shanghaiDay(new Date(this.clock.now().getTime() - dayMs));
  }
}

/** A metric that came later was 0 in what was published before it. */
function metricsOf(published: Metrics): Metrics {
  return Object.fromEntries(
    metricNames.map((name) => [name, (published as Partial<Metrics>)[name] ?? 0]),
  ) as unknown as Metrics;
}
