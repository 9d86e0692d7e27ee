import {
  type Comparison,
  type ComparisonInput,
  metricNames,
  type RankedRegion,
  type Ranking,
  type RankingInput,
} from '#contracts';
import { type Call, Clock, ratioOf, shanghaiDay } from '#platform';
import { formatRegion, parseRegion, yearBefore } from '#regions';
import { Injectable } from '@nestjs/common';
import { PopulationService } from './population.service.js';
import { ranked } from './ranking.js';
import { ReportingService } from './reporting.service.js';

/** Figures beside others: the year before, and the neighbours. */
@Injectable()
export class CompareService {
  constructor(
    private readonly reports: ReportingService,
    private readonly population: PopulationService,
    private readonly clock: Clock,
  ) {}

  /**
   * Year on year. The two spans are read one after the other; each is of one moment.
   * @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `region.unknown`
   */
  async compare({ region, from, to: last }: ComparisonInput, call: Call): Promise<Comparison> {
    const to = last ?? shanghaiDay(this.clock.now());
    const before = { from: yearBefore(from), to: yearBefore(to) };
    const previous = await this.reports.getTotals({ region, ...before }, call);
    const current = await this.reports.getTotals({ region, from, to }, call);
    return {
      region: current.region,
      current: { from, to, metrics: current.metrics },
      previous: { ...before, metrics: previous.metrics },
      changes: metricNames.map((name) => {
        const [now, then] = [current.metrics[name], previous.metrics[name]];
        const percent = then > 0 ? { percent: ratioOf(now - then, then, 100) } : {};
        return { name, current: now, previous: then, ...percent };
      }),
      ...(current.asOf && { asOf: current.asOf }),
      lagMs: current.lagMs,
    };
  }

  /**
   * The divisions one level below, the greatest first. What lies in none of them is in no row.
   * @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `region.unknown`
   */
  async rank(input: RankingInput, call: Call): Promise<Ranking> {
    const { by, per = 'count', ...asked } = input;
    const { region, from, to, children, asOf, lagMs } = await this.reports.getBreakdown(asked, call);
    const people = await this.population.within(parseRegion(region));
    const rows = children
      .filter((child) => child.region !== region || children.length === 1)
      .map((child): RankedRegion => {
        const value = child.metrics[by];
        const persons = people.get(formatRegion(parseRegion(child.region).code))?.persons;
        const rate =
          persons === undefined ? {} : { population: persons, perThousand: ratioOf(value, persons, 1000) };
        return { region: child.region, name: child.name, value, ...rate };
      });
    return {
      ...{ region, from, to, by, per, rows: ranked(rows, per) },
      ...(asOf && { asOf }),
      lagMs,
    };
  }
}
