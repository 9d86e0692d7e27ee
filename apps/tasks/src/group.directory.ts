import { DomainError, isOpenOn, type PostNeedInput, stations } from '#contracts';
import { type Call, type Clock, type RpcClient, shanghaiDay, systemCall } from '#platform';
import { isPerson } from './need.access.views.js';

/**
 * The organisation whose members are to serve together (团体志愿者), if a need or a series names one: only staff organise groups.
 * @throws DomainError `need.groupInvalid`, `service.unavailable`
 */
export async function groupOf(
  rpc: RpcClient,
  clock: Clock,
  { groupId }: Pick<PostNeedInput, 'groupId'>,
  call: Call,
): Promise<string | null> {
  if (groupId === undefined) return null;
  if (isPerson(call)) throw new DomainError('need.groupInvalid');
  try {
    const group = await rpc.call(
      stations.getOrganisation,
      { id: groupId },
      systemCall('tasks', call.traceId),
    );
    if (!isOpenOn(shanghaiDay(clock.now()), group)) throw new DomainError('need.groupInvalid');
    return groupId;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'resource.notFound')
      throw new DomainError('need.groupInvalid');
    throw error;
  }
}
