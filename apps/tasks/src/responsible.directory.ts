import { DomainError, type Responsible, stations } from '#contracts';
import { type Call, type RpcClient, systemCall } from '#platform';
import { formatRegion, type RegionRange } from '#regions';

/**
 * Which committee and station answer for a community.
 * @throws DomainError `region.unknown` also when the code names something larger than a community
 */
export async function responsibleFor(
  rpc: RpcClient,
  community: RegionRange,
  call: Call,
): Promise<Responsible> {
  if (community.level !== 'community') throw new DomainError('region.unknown');
  return rpc.call(
    stations.getResponsible,
    { code: formatRegion(community.code) },
    systemCall('tasks', call.traceId),
  );
}
