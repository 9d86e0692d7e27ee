import { DomainError, type Point, stations } from '#contracts';
import { Clock, RpcClient, systemCall } from '#platform';
import { Injectable } from '@nestjs/common';

const keptMs = 10 * 60_000;
const keptSites = 5_000;

/** Where courier sites lie, asked of `stations` and kept for minutes. */
@Injectable()
export class SiteDirectory {
  private readonly known = new Map<string, { place: Point | undefined; untilMs: number }>();

  constructor(
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  /** Undefined where the site is gone or has no place. @throws DomainError `service.unavailable` */
  async placeOf(siteId: string, traceId: string): Promise<Point | undefined> {
    const nowMs = this.clock.now().getTime();
    const kept = this.known.get(siteId);
    if (kept && kept.untilMs > nowMs) return kept.place;
    const call = systemCall('tasks', traceId);
    const site = await this.rpc
      .call(stations.getOrganisation, { id: siteId }, call)
      .catch((error: unknown) => {
        if (error instanceof DomainError && error.code === 'resource.notFound') return undefined;
        throw error;
      });
    if (this.known.size >= keptSites) this.known.clear();
    this.known.set(siteId, { place: site?.point, untilMs: nowMs + keptMs });
    return site?.point;
  }
}
