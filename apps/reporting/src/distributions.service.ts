import { type Difference, distributionFacts, type DistributionLine, type DistributionSum } from '#contracts';
import { type Call, Database, RpcClient, systemCall } from '#platform';
import { formatRegion, parseRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import * as store from './distributions.store.js';
import { holdFolds } from './reconcile.store.js';
import { RegionDirectory } from './region.directory.js';
import { ReportingService } from './reporting.service.js';

/** A month of a township (or of a community in it) whose counters are to be looked at one by one. */
interface Part {
  region: RegionRange;
  month: string;
}

/**
 * Holds histograms (time-to-claim, hazards and their closing) against `tasks`, whose tables they come from: a county at a
 * time in two figures a month, and counter by counter where these differ.
 */
@Injectable()
export class DistributionsService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly reports: ReportingService,
    private readonly rpc: RpcClient,
  ) {}

  /** @throws DomainError `service.unavailable`, `service.deadline` */
  async reconcile(region: RegionRange, rebuild: boolean, traceId: string): Promise<Difference[]> {
    const call = systemCall('reporting', traceId);
    const differences: Difference[] = [];
    for (const part of await this.countiesOf(region, traceId))
      for (const suspect of await this.partsOf(part, rebuild, call))
        differences.push(...(await this.settle(suspect, rebuild, call)));
    return differences;
  }

  private async countiesOf(region: RegionRange, traceId: string): Promise<RegionRange[]> {
    if (region.level !== 'province' && region.level !== 'city') return [region];
    const { children } = await this.directory.get(region.code, traceId);
    const parts: RegionRange[] = [];
    for (const { code } of children) parts.push(...(await this.countiesOf(parseRegion(code), traceId)));
    return parts;
  }

  /** Without holding anything back: what is on its way makes a month suspect. */
  private async partsOf(region: RegionRange, rebuild: boolean, call: Call): Promise<Part[]> {
    const input = { region: formatRegion(region.code) };
    const { items, waitsFrom } = await this.rpc.call(distributionFacts.sum, input, call);
    const rest = new Map<string, number[]>();
    const add = ({ township, month, family, n, checksum }: DistributionSum, sign: number) => {
      if (!isKnown(family, month, waitsFrom)) return;
      const key = `${township} ${month} ${family}`;
      const [known = 0, knownSum = 0] = rest.get(key) ?? [];
      rest.set(key, [known + sign * n, knownSum + sign * checksum]);
    };
    for (const sum of items) add(sum, -1);
    for (const sum of await store.readSums(this.database, rangeOf(region))) add(sum, 1);
    const suspects = new Set<string>();
    for (const [key, figures] of rest)
      if (rebuild || figures.some((figure) => figure !== 0))
        suspects.add(key.split(' ').slice(0, 2).join(' '));
    return [...suspects].sort().map((suspect) => {
      const [township = '', month = ''] = suspect.split(' ');
      return { region: region.level === 'community' ? region : parseRegion(township), month };
    });
  }

  /** What differs at one moment, put right where asked: as `ReconcileService` does with counters. */
  private async settle({ region, month }: Part, rebuild: boolean, call: Call): Promise<Difference[]> {
    const { cityCode } = region;
    return this.database.transaction(async (tx) => {
      await holdFolds(tx);
      const input = { region: formatRegion(region.code), month, withEvents: true };
      const { items, waitsFrom, events } = await this.rpc.call(distributionFacts.list, input, call);
      await this.reports.foldTold(events, cityCode, tx);
      const reported = await store.readLines(tx, rangeOf(region), month);
      const ofKnown = ({ key, day }: DistributionLine) => isKnown(key, day, waitsFrom);
      const wrong = differing(reported.filter(ofKnown), items.filter(ofKnown));
      if (rebuild) {
        const right = wrong.map(({ line, owned }) => ({ ...line, n: owned }));
        await store.replaceLines(tx, cityCode, right);
      }
      return wrong.map(({ line: { place, day, key, bucket }, reported, owned }) => ({
        ...{ communityCode: place, day, name: `${key} ${bucket}` },
        ...{ reported, owned },
      }));
    });
  }
}

/** Of claims made before waits were kept the owner cannot tell: what was counted of them stays. */
function isKnown(key: string, day: string, waitsFrom: string | undefined): boolean {
  return waitsFrom === undefined || day >= waitsFrom || !key.startsWith('wait');
}

function rangeOf({ cityCode, code, last }: RegionRange): store.CodeRange {
  return [cityCode, code, last];
}

interface Wrong {
  line: DistributionLine;
  reported: number;
  owned: number;
}

function differing(reported: readonly DistributionLine[], owned: readonly DistributionLine[]): Wrong[] {
  const found = new Map<string, Wrong>();
  const at = (line: DistributionLine) => {
    const key = [line.place, line.day, line.key, line.bucket].join(' ');
    const known = found.get(key) ?? { line, reported: 0, owned: 0 };
    found.set(key, known);
    return known;
  };
  for (const line of reported) at(line).reported += line.n;
  for (const line of owned) at(line).owned += line.n;
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, wrong]) => wrong)
    .filter((wrong) => wrong.reported !== wrong.owned);
}
