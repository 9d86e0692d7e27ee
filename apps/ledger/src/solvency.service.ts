import {
  type Actor,
  type CohortKnown,
  type EventEnvelope,
  smallestBand,
  type Solvency,
  type SolvencyInput,
  type TransferCode,
} from '#contracts';
import { Clock, Database, listScope, shanghaiDay, type Tx } from '#platform';
import { formatRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { cityOf } from './ledger.service.js';
import { type KindTotal, projectDemand, projectionNotes, ratioOf, tellable } from './solvency.js';
import * as store from './solvency.store.js';
import { onSnapshot } from './verify.store.js';

const usualDays = 365;
const dayMs = 86_400_000;

/** Whether what people have saved can be redeemed. */
@Injectable()
export class SolvencyService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Remembers the decade of birth of those who may hold credits. */
  know(events: readonly EventEnvelope<CohortKnown>[], tx: Tx): Promise<void> {
    store.writeHolders(tx, events);
    return Promise.resolve();
  }

  /** All of one snapshot. @throws DomainError `access.foreignRegion`, `request.invalid` */
  async getSolvency(input: SolvencyInput, actor: Actor): Promise<Solvency> {
    cityOf(input.region);
    const region = listScope(actor, input.region);
    const { windowDays: wanted = usualDays, horizonDays = usualDays } = input;
    const now = this.clock.now();
    const windowTo = shanghaiDay(now);
    const earliest = shanghaiDay(new Date(now.getTime() - (wanted - 1) * dayMs));
    const read = await onSnapshot(this.database, async (tx) => {
      const firstDay = (await store.readFirstDay(tx, region.cityCode)) ?? windowTo;
      const windowFrom = firstDay > earliest ? firstDay : earliest;
      const flows = await store.readFlows(tx, region, windowFrom);
      const bands = await store.readBands(tx, region, isWholeCity(region));
      return { windowFrom, flows, bands, kinds: await store.readKinds(tx, region.cityCode) };
    });
    refuseImbalance(region.cityCode, read.kinds);
    const { windowFrom, flows, bands } = read;
    const windowDays = Math.round((Date.parse(windowTo) - Date.parse(windowFrom)) / dayMs) + 1;
    const minutesOf = (code: TransferCode) => flows.get(code) ?? 0;
    const [earnedMinutes, redeemedMinutes] = [minutesOf('earn'), minutesOf('redeem')];
    const outstandingMinutes = bands.reduce((sum, band) => sum + band.balanceMinutes, 0);
    const holderCount = bands.reduce((sum, band) => sum + band.holderCount, 0);
    const horizonYear = Number(shanghaiDay(new Date(now.getTime() + horizonDays * dayMs)).slice(0, 4));
    const isTellable = holderCount >= smallestBand;
    const tooFew = { bands: [], redeemedMinutes, earnedMinutes, windowDays, horizonDays, horizonYear };
    return {
      ...{ region: formatRegion(region.code), cityCode: region.cityCode, asOf: now.toISOString() },
      ...(isTellable && {
        ...{ holderCount, outstandingMinutes },
        windowsOutstanding: ratioOf(outstandingMinutes, earnedMinutes),
      }),
      bands: tellable(bands),
      kinds: read.kinds,
      poolMinutes: poolOf(read.kinds),
      ...{ windowFrom, windowTo, windowDays },
      flows: [...flows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, minutes]) => ({ code, minutes })),
      redemptionRate: ratioOf(redeemedMinutes, earnedMinutes),
      projection: projectDemand(isTellable ? { ...tooFew, bands } : tooFew),
      notes: projectionNotes,
    };
  }
}

function isWholeCity({ level }: RegionRange): boolean {
  return level === 'city';
}

/** What is not held for anybody. */
function poolOf(kinds: readonly KindTotal[]): number {
  const pool = kinds.find(({ kind }) => kind === 'publicPool');
  return pool ? pool.balanceMinutes - pool.heldMinutes : 0;
}

/** Double entry: whatever anybody has, somebody else has not. @throws Error */
function refuseImbalance(cityCode: number, kinds: readonly KindTotal[]): void {
  const sum = kinds.reduce((total, { balanceMinutes }) => total + balanceMinutes, 0);
  if (sum !== 0) throw new Error(`ledger ${cityCode}: accounts add up to ${sum}`);
}
