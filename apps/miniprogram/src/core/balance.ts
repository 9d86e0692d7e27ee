import type { Schemas } from './client';
import { ask, ownId, session } from './session';
import { codeOf } from './trouble';

/** The balance; undefined for who has not earned anything yet. @throws as the client does */
export async function readBalance(): Promise<Schemas['BalanceView'] | undefined> {
  try {
    return await ask((api) => api.get('/api/v1/accounts/{ownerId}/balance', { path: { ownerId: ownId() } }));
  } catch (error) {
    if (codeOf(error) === 'ledger.accountUnknown') return undefined;
    throw error;
  }
}

/**
 * The community one belongs to: of a volunteer the registered one, of a resident that of what was asked for;
 * undefined where nothing tells. @throws as the client does
 */
export async function readCommunity(): Promise<string | undefined> {
  const current = session.get();
  if (current.state !== 'out' && current.grant.role === 'resident') {
    const { items } = await ask((api) => api.get('/api/v1/needs', { query: { limit: 1 } }));
    return items[0]?.communityCode;
  }
  try {
    return (await ask((api) => api.get('/api/v1/volunteers/{id}', { path: { id: ownId() } }))).communityCode;
  } catch (error) {
    if (codeOf(error) === 'resource.notFound') return undefined;
    throw error;
  }
}
