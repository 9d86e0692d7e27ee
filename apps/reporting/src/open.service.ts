import {
  DomainError,
  type OpenMonth,
  type OpenMonthInput,
  type OpenName,
  type OpenRow,
  type RegionView,
  smallestOpenFigure,
} from '#contracts';
import { type Call, Clock, Database, shanghaiDay } from '#platform';
import { formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { divisionOf, type OpenFigure, openFigures } from './open.js';
import { lastOver } from './period.js';
import { RegionDirectory } from './region.directory.js';
import { readSums } from './reporting.store.js';

/** Records have ten working days to come in; on the 20th a month is as complete as it gets in time. */
const daysToSettle = 19;
const subdistrict = 1_000;
const dayMs = 86_400_000;

/**
 * Open data: months of a city, its districts and subdistricts for everybody. Each is published once and never anew:
 * the difference of two versions would be a small figure too.
 */
@Injectable()
export class OpenService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `openData.notPublished`, `region.unknown` */
  async get({ region, month }: OpenMonthInput, call: Call): Promise<OpenMonth> {
    const { cityCode, code, level } = parseRegion(region);
    const detail = await this.directory.get(code, call.traceId);
    const [published] = await this.database.query<{ month: string; publishedAt: Date }>(
      `select to_char(month, 'YYYY-MM') as month, published_at as "publishedAt" from open_month
       where city_code = $1 and ($2::date is null or month = $2) order by month desc limit 1`,
      [cityCode, month === undefined ? null : `${month}-01`],
    );
    if (!published || level === 'community' || level === 'province')
      throw new DomainError('openData.notPublished');
    const shown = [detail, ...detail.children.filter((child) => child.level !== 'community')];
    const figures = await this.read(cityCode, published.month, shown);
    return {
      ...{ region: detail.code, month: published.month, publishedAt: published.publishedAt.toISOString() },
      threshold: smallestOpenFigure,
      rows: shown.map(({ code: part, name, level: partLevel }): OpenRow => ({
        ...{ region: part, name, level: partLevel, figures: figures.get(part) ?? {} },
      })),
    };
  }

  /** Publishes the last month of a city that is settled, unless it is public already. */
  async publishLast(city: string, call: Call): Promise<void> {
    const settled = new Date(this.clock.now().getTime() - daysToSettle * dayMs);
    const { from, to } = lastOver('month', shanghaiDay(settled));
    const range = parseRegion(city);
    const detail = await this.directory.get(range.code, call.traceId);
    const tree = await divisionOf(detail, (code) => this.directory.get(code, call.traceId));
    const { parts } = await readSums(this.database, range, subdistrict, { from, to });
    await this.write(range.cityCode, from, openFigures(tree, parts));
  }

  private async read(
    cityCode: number,
    month: string,
    shown: readonly RegionView[],
  ): Promise<Map<string, Partial<Record<OpenName, number>>>> {
    const rows = await this.database.query<OpenFigure & Record<string, unknown>>(
      `select region_code as code, name, value from open_figure
       where city_code = $1 and month = $2 and region_code = any($3)`,
      [cityCode, `${month}-01`, shown.map(({ code }) => parseRegion(code).code)],
    );
    const figures = new Map<string, Partial<Record<OpenName, number>>>();
    for (const { code, name, value } of rows) {
      const region = formatRegion(code);
      figures.set(region, { ...figures.get(region), [name]: value });
    }
    return figures;
  }

  private async write(cityCode: number, month: string, figures: readonly OpenFigure[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const fresh = await tx.query(
        `insert into open_month (city_code, month, published_at) values ($1, $2, $3)
         on conflict do nothing returning month`,
        [cityCode, month, this.clock.now()],
      );
      if (fresh.length === 0) return;
      await tx.query(
        `insert into open_figure (city_code, month, region_code, name, value)
         select $1, $2, * from unnest($3::bigint[], $4::text[], $5::bigint[])`,
        [
          ...[cityCode, month],
          figures.map(({ code }) => code),
          figures.map(({ name }) => name),
          figures.map(({ value }) => value),
        ],
      );
    });
  }
}
