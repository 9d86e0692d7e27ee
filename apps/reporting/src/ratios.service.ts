import {
  type Denominator,
  type NamedRatio,
  type RatioName,
  type Ratios,
  type RatiosInput,
  type StatisticMetric,
  stations,
  statistics,
} from '#contracts';
import { type Call, ratioOf, RpcClient, systemCall } from '#platform';
import { ancestor, levelOf, parseRegion } from '#regions';
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
    const people = (await this.population.within(parseRegion(region))).get(region);
    const units = await this.townshipsOf(region, call.traceId);
    const covered = await this.coveredBy(region, call.traceId);
    const isNoZone = (code: number) => Math.floor(code / 1000) % 1000 < firstZone;
    const coverage = (name: RatioName, dividedBy: Denominator, counted: number[]): NamedRatio => ({
      ...{ name, dividedBy, numerator: counted.filter((code) => covered.has(code)).length },
      ...(counted.length > 0 ? { qualifier: 'exact', source: divisionSource } : { missing: noUnits }),
      ...shareOf(counted.filter((code) => covered.has(code)).length, counted.length),
    });
    return {
      ...{ region, to },
      ratios: [
        toPeople('volunteerRatio', metrics.volunteersRegistered, people),
        toPeople('activeRatio', metrics.volunteersActive365, people),
        coverage('stationCoverage', 'townshipUnits', units),
        coverage('stationCoverageWithoutZones', 'townshipUnitsWithoutZones', units.filter(isNoZone)),
        await this.licenceRate(region, to, call.traceId),
      ],
      populationVersion: this.population.version,
      ...(asOf && { asOf }),
      lagMs,
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
    const inside: number[] = [];
    for (const child of children) inside.push(...(await this.townshipsOf(child.code, traceId)));
    return inside;
  }

  /** Those of them that a social work station serves. */
  private async coveredBy(region: string, traceId: string): Promise<Set<number>> {
    const covered = new Set<number>();
    let cursor: string | undefined;
    do {
      const page = await this.rpc.call(
        stations.listOrganisations,
        { region, kind: 'socialWorkStation', limit: 100, ...(cursor && { cursor }) },
        systemCall('reporting', traceId),
      );
      for (const { region: served } of page.items)
        covered.add(ancestor(parseRegion(served).code, 'township'));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return covered;
  }
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
