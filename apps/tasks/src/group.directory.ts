import { DomainError, type PostNeedInput, stations } from '#contracts';
import { type Call, type RpcClient, systemCall } from '#platform';
import { isPerson } from './need.access.views.js';

/**
 * The organisation whose members are to serve together (团体志愿者), if a need or a series names one: only staff organise groups.
 * @throws DomainError `need.groupInvalid`, `service.unavailable`
 */
export async function groupOf(
  rpc: RpcClient,
  { groupId }: Pick<PostNeedInput, 'groupId'>,
  call: Call,
): Promise<string | null> {
  if (groupId === undefined) return null;
  if (isPerson(call)) throw new DomainError('need.groupInvalid');
  try {
    await rpc.call(stations.getOrganisation, { id: groupId }, systemCall('tasks', call.traceId));
    return groupId;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'resource.notFound')
      throw new DomainError('need.groupInvalid');
    throw error;
  }
}
