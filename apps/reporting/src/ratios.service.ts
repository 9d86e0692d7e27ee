import {
  type Denominator,
  type Metrics,
  type NamedRatio,
  type RatioName,
  type Ratios,
  type RatiosInput,
  type RatiosOfParts,
  type StatisticMetric,
  stations,
  statistics,
} from '#contracts';
import { type Call, ratioOf, RpcClient, systemCall } from '#platform';
import { ancestor, contains, levelOf, parseRegion, regionOf } from '#regions';
import { Injectable } from '@nestjs/common';
import type { PopulationRow } from './population.store.js';
import { PopulationService } from './population.service.js';
import { RegionDirectory } from './region.directory.js';
import { ReportingService } from './reporting.service.js';

/** Numbers of township-level units from which they are development zones and the like (统计用区划代码编制规则). */
const firstZone = 400;
const divisionSource = '行政区划表 / the table of divisions (REGIONS_FILE)';
const noPopulation =
  '人口表没有此区划的数字，不作估算。 The population table has no figure for this division; none is estimated.';
const figuresSource = '公布的数字 / published figures';
const noStaff =
  '没有公布过此区划的社工人数和持证人数。 Nobody has published how many social workers are employed here, and licensed.';
const noUnits = '此区划内没有乡级单位。 There are no township-level units in this division.';

/** What divisions are divided by. */
interface Basis {
  people: ReadonlyMap<string, PopulationRow>;
  /** Township-level units. */
  units: readonly number[];
  /** Those of them that a social work station serves, open today. */
  covered: ReadonlySet<number>;
}

/** Ratios with their denominators. */
@Injectable()
export class RatiosService {
  constructor(
    private readonly reports: ReportingService,
    private readonly population: PopulationService,
    private readonly directory: RegionDirectory,
    private readonly rpc: RpcClient,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `region.unknown` */
  async get(input: RatiosInput, call: Call): Promise<Ratios> {
    const { region, to, metrics, asOf, lagMs } = await this.reports.getTotals(input, call);
    const basis = await this.basisOf(region, call.traceId);
    return {
      ...{ region, to },
      ratios: [...ratiosOf(region, metrics, basis), await this.licenceRate(region, to, call.traceId)],
      populationVersion: this.population.version,
      ...(asOf && { asOf }),
      lagMs,
    };
  }

  /**
   * Of every division one level below. What lies in none of them has no people of its own, and no row.
   * @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `region.unknown`
   */
  async ofParts(input: RatiosInput, call: Call): Promise<RatiosOfParts> {
    const { region, to, children, asOf, lagMs } = await this.reports.getBreakdown(input, call);
    const basis = await this.basisOf(region, call.traceId);
    return {
      ...{ region, to },
      parts: children
        .filter((part) => part.region !== region || children.length === 1)
        .map((part) => ({
          ...{ region: part.region, name: part.name },
          ratios: ratiosOf(part.region, part.metrics, basis),
        })),
      populationVersion: this.population.version,
      ...(asOf && { asOf }),
      lagMs,
    };
  }

  /** Read once for a division and all inside it. */
  private async basisOf(region: string, traceId: string): Promise<Basis> {
    return {
      people: await this.population.within(parseRegion(region)),
      units: await this.townshipsOf(region, traceId),
      covered: await this.coveredBy(region, traceId),
    };
  }

  /** Of who works there, by what stations and bureaus published up to a day. */
  private async licenceRate(region: string, to: string, traceId: string): Promise<NamedRatio> {
    const call = systemCall('reporting', traceId);
    const { figures } = await this.rpc.call(statistics.figures, { region, to }, call);
    const of = (wanted: StatisticMetric) => figures.find(({ metric }) => metric === wanted);
    const [licensed, employed] = [of('licensedSocialWorkers'), of('socialWorkers')];
    const named = { name: 'licenceRate', dividedBy: 'socialWorkers' } as const;
    if (!licensed || !employed?.value) return { ...named, numerator: licensed?.value ?? 0, missing: noStaff };
    const qualifier = licensed.qualifier === 'exact' ? employed.qualifier : licensed.qualifier;
    return {
      ...{ ...named, numerator: licensed.value, qualifier, source: figuresSource },
      ...shareOf(licensed.value, employed.value),
    };
  }

  /** Township-level units in a division, itself among them where it is one. */
  private async townshipsOf(region: string, traceId: string): Promise<number[]> {
    const { code } = parseRegion(region);
    const level = levelOf(code);
    if (level === 'community') return [];
    if (level === 'township') return [code];
    const { children } = await this.directory.get(code, traceId);
    return (await Promise.all(children.map((child) => this.townshipsOf(child.code, traceId)))).flat();
  }

  /** Those of them that a social work station serves. */
  private async coveredBy(region: string, traceId: string): Promise<Set<number>> {
    const covered = new Set<number>();
    let cursor: string | undefined;
    do {
      const page = await this.rpc.call(
        stations.listOrganisations,
        { region, kind: 'socialWorkStation', open: true, limit: 100, ...(cursor && { cursor }) },
        systemCall('reporting', traceId),
      );
      for (const { region: served } of page.items)
        covered.add(ancestor(parseRegion(served).code, 'township'));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return covered;
  }
}

/** Of a division at or below the one that the basis was read for. */
function ratiosOf(region: string, metrics: Metrics, { people, units, covered }: Basis): NamedRatio[] {
  const range = parseRegion(region);
  const inside = units.filter((code) => contains(range, regionOf(code)));
  const persons = people.get(region);
  const coverage = (name: RatioName, dividedBy: Denominator, counted: number[]): NamedRatio => {
    const numerator = counted.filter((code) => covered.has(code)).length;
    const named = { name, dividedBy, numerator };
    if (counted.length === 0) return { ...named, missing: noUnits };
    return { ...named, qualifier: 'exact', source: divisionSource, ...shareOf(numerator, counted.length) };
  };
  const isNoZone = (code: number) => Math.floor(code / 1000) % 1000 < firstZone;
  return [
    toPeople('volunteerRatio', metrics.volunteersRegistered, persons),
    toPeople('activeRatio', metrics.volunteersActive365, persons),
    coverage('stationCoverage', 'townshipUnits', inside),
    coverage('stationCoverageWithoutZones', 'townshipUnitsWithoutZones', inside.filter(isNoZone)),
  ];
}

function toPeople(name: RatioName, numerator: number, people: PopulationRow | undefined): NamedRatio {
  const dividedBy = 'population' as const;
  if (!people) return { name, numerator, dividedBy, missing: noPopulation };
  const { qualifier, source } = people;
  return { name, numerator, dividedBy, qualifier, source, ...shareOf(numerator, people.persons) };
}

function shareOf(numerator: number, denominator: number): Pick<NamedRatio, 'denominator' | 'percent'> {
  return denominator > 0 ? { denominator, percent: ratioOf(numerator, denominator, 100) } : {};
}
