import { type ErrandMap, type ErrandMapInput, stations } from '#contracts';
import { type Call, Clock, Database, listScope, RpcClient, systemCall } from '#platform';
import { formatRegion, type RegionRange } from '#regions';
import { Injectable } from '@nestjs/common';
import { type CellRow, readCells, readReachable } from './errand.map.store.js';
import { countOnDuty } from './errand-map.js';
import { centreOf } from './grid.js';

const mostPages = 20;

/** Where errands wait and how many are on duty: nothing of any one person leaves it. */
@Injectable()
export class ErrandMapService {
  constructor(
    private readonly database: Database,
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `access.foreignRegion`, `service.unavailable` */
  async get(input: ErrandMapInput, call: Call): Promise<ErrandMap> {
    const scope = listScope(call.actor, input.region);
    const now = this.clock.now();
    const siteIds = await this.sitesIn(scope, call);
    const [cells, reachable] = await Promise.all([
      readCells(this.database, scope, now),
      readReachable(this.database, scope, siteIds, now),
    ]);
    const { total, bySite, byCell } = countOnDuty(reachable, now.getTime());
    const ours = new Set(siteIds);
    return {
      asOf: now.toISOString(),
      onDuty: total,
      // Who rides for a site elsewhere is counted among all, and told of no place.
      sites: [...bySite].filter(([id]) => ours.has(id)).map(([siteId, onDuty]) => ({ siteId, onDuty })),
      cells: withOnDuty(cells, byCell),
    };
  }

  private async sitesIn(scope: RegionRange, { traceId }: Call): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const asked = {
        region: formatRegion(scope.code),
        kind: 'courierSite' as const,
        open: true,
        limit: 100,
        cursor,
      };
      const { items, nextCursor } = await this.rpc.call(
        stations.listOrganisations,
        asked,
        systemCall('tasks', traceId),
      );
      ids.push(...items.map(({ id }) => id));
      if (!nextCursor) break;
      cursor = nextCursor;
    }
    return ids;
  }
}

/** Cells with errands, and those besides in which enough are on duty. */
function withOnDuty(rows: readonly CellRow[], byCell: ReadonlyMap<number, number>): ErrandMap['cells'] {
  const known = new Set(rows.map(({ cell }) => cell));
  const others = [...byCell.keys()].filter((cell) => !known.has(cell));
  const empty = { openErrands: 0, unclaimedErrands: 0, communityCodes: [] };
  return [...rows, ...others.map((cell) => ({ cell, ...empty }))]
    .slice(0, 2_000)
    .map(({ cell, openErrands, unclaimedErrands, communityCodes }) => ({
      ...{ point: centreOf(cell), openErrands, unclaimedErrands, onDuty: byCell.get(cell) },
      communities: communityCodes.map((communityCode) => ({ communityCode })),
    }));
}
