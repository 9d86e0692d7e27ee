import { DomainError, isOpenOn, stations } from '#contracts';
import { type Call, type Clock, type RpcClient, shanghaiDay } from '#platform';

/**
 * Whether couriers can be of a site today.
 * @throws DomainError `resource.notFound`, `organisation.closed`, `service.unavailable`
 */
export async function checkSite(rpc: RpcClient, clock: Clock, id: string, own: Call): Promise<void> {
  const site = await rpc.call(stations.getOrganisation, { id }, own);
  if (site.kind !== 'courierSite') throw new DomainError('resource.notFound');
  if (!isOpenOn(shanghaiDay(clock.now()), site)) throw new DomainError('organisation.closed');
}
