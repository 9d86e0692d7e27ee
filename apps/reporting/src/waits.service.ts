import {
  DomainError,
  errandEvents,
  type ErrandClaimed,
  type EventEnvelope,
  type RegionDetail,
  type TimeToClaim,
  type TimeToClaimInput,
  type WaitFigures,
  type WaitGroup,
  type WaitGrouping,
} from '#contracts';
import { type Call, Clock, Database, listScope, shanghaiDay, type Tx } from '#platform';
import { ancestor, formatRegion, parseRegion } from '#regions';
import { Injectable } from '@nestjs/common';
import { partSize } from './breakdown.js';
import { readFreshness } from './freshness.store.js';
import { RegionDirectory } from './region.directory.js';
import { readSpan } from './span.js';
import { type Buckets, bucketOf, countOf, errorPercent, merge, percentile } from './waits.js';
import { readWaits, type WaitAddition, writeWaits } from './waits.store.js';

const townshipCodes = 1_000;

/** Time-to-claim: how long errands wait until somebody comes. */
@Injectable()
export class WaitsService {
  constructor(
    private readonly database: Database,
    private readonly directory: RegionDirectory,
    private readonly clock: Clock,
  ) {}

  /** Counts the claims of a batch; each counter changes once. */
  fold(events: readonly EventEnvelope[], tx: Tx): void {
    const additions = new Map<string, WaitAddition>();
    for (const event of events) {
      const addition = isClaim(event) ? additionOf(event.data) : undefined;
      if (!addition) continue;
      const key = sortKeyOf(addition);
      const known = additions.get(key);
      if (known) known.claims++;
      else additions.set(key, addition);
    }
    writeWaits(
      tx,
      [...additions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, addition]) => addition),
    );
  }

  /** @throws DomainError `access.foreignRegion`, `report.spanInvalid`, `report.placeTooSmall`, `region.unknown` */
  async getTimeToClaim(input: TimeToClaimInput, call: Call): Promise<TimeToClaim> {
    const region = listScope(call.actor, input.region);
    if (region.level === 'community') throw new DomainError('report.placeTooSmall');
    const days = readSpan(input.from, input.to, shanghaiDay(this.clock.now()));
    const detail = await this.directory.get(region.code, call.traceId);
    const by = input.by ?? 'needType';
    const size = Math.max(partSize(detail), townshipCodes);
    const groups = new Map<string, Map<number, number>>();
    const fresh = await readFreshness(this.database, region);
    for (const { key, bucket, claims } of await readWaits(this.database, region, days, input.type, by, size))
      merge(groupOf(groups, key), new Map([[bucket, claims]]));
    const all = [...groups.values()].reduce((sum, group) => merge(sum, group), new Map<number, number>());
    return {
      region: formatRegion(region.code),
      from: days.from,
      to: days.to,
      by,
      errorPercent,
      all: figuresOf(all),
      groups: [...groups]
        .sort(([a], [b]) => inOrder(by, a, b))
        .map(([key, group]) => shown(by, key, group, detail)),
      ...fresh,
    };
  }
}

function isClaim(event: EventEnvelope): event is EventEnvelope<ErrandClaimed> {
  return event.subject === errandEvents.claimed.subject;
}

/** Undefined of claims told before waits were. */
function additionOf({ communityCode, at, type, waitedSeconds }: ErrandClaimed): WaitAddition | undefined {
  if (waitedSeconds === undefined) return undefined;
  const { code, cityCode } = parseRegion(communityCode);
  const opened = new Date(Date.parse(at) - waitedSeconds * 1000);
  const day = shanghaiDay(opened);
  const midnight = Date.parse(`${day}T00:00:00+08:00`);
  const hour = Math.floor((opened.getTime() - midnight) / 3_600_000);
  const townshipCode = ancestor(code, 'township');
  return { cityCode, townshipCode, day, hour, type, bucket: bucketOf(waitedSeconds), claims: 1 };
}

function sortKeyOf({ townshipCode, day, hour, type, bucket }: WaitAddition): string {
  return [townshipCode, day, String(hour).padStart(2, '0'), type, String(bucket + 1).padStart(4, '0')].join(
    ' ',
  );
}

function groupOf(groups: Map<string, Map<number, number>>, key: string): Map<number, number> {
  const known = groups.get(key) ?? new Map<number, number>();
  groups.set(key, known);
  return known;
}

function figuresOf(buckets: Buckets): WaitFigures {
  return {
    claims: countOf(buckets),
    p50Seconds: percentile(buckets, 0.5),
    p95Seconds: percentile(buckets, 0.95),
  };
}

function inOrder(by: WaitGrouping, a: string, b: string): number {
  return by === 'needType' ? (a < b ? -1 : 1) : Number(a) - Number(b);
}

function shown(by: WaitGrouping, key: string, group: Buckets, detail: RegionDetail): WaitGroup {
  if (by !== 'part') return { key, ...figuresOf(group) };
  const code = formatRegion(Number(key));
  const part = [detail, ...detail.children].find((each) => each.code === code);
  return { key: code, name: part?.name, ...figuresOf(group) };
}
