import { type RegionDetail, stations } from '#contracts';
import { Clock, RpcClient, systemCall } from '#platform';
import { formatRegion } from '#regions';
import { Injectable } from '@nestjs/common';

const keptMs = 10 * 60_000;
const keptRegions = 2_000;

/** Names and parts of divisions, asked of `stations` and kept for minutes: they change once a year. */
@Injectable()
export class RegionDirectory {
  private readonly known = new Map<number, { detail: RegionDetail; until: number }>();

  constructor(
    private readonly rpc: RpcClient,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `region.unknown`, `service.unavailable` */
  async get(code: number, traceId: string): Promise<RegionDetail> {
    const now = this.clock.now().getTime();
    const kept = this.known.get(code);
    if (kept && kept.until > now) return kept.detail;
    const input = { code: formatRegion(code) };
    const detail = await this.rpc.call(stations.getRegion, input, systemCall('reporting', traceId));
    if (this.known.size >= keptRegions) this.known.clear();
    this.known.set(code, { detail, until: now + keptMs });
    return detail;
  }
}
