import { ask, ownId, session } from './session';

/** Somebody one may ask help for. */
export interface Person {
  id: string;
  name: string;
  isSelf: boolean;
}

/** Oneself, if a resident, and confirmed relatives. @throws as the client does */
export async function readPeople(): Promise<Person[]> {
  const { items } = await ask((api) => api.get('/api/v1/kinship'));
  const relatives = items
    .filter(({ state, relation }) => state === 'confirmed' && relation !== 'friend')
    .map((tie) =>
      tie.fromId === ownId()
        ? { id: tie.toId, name: tie.toName, isSelf: false }
        : { id: tie.fromId, name: tie.fromName, isSelf: false },
    );
  const current = session.get();
  const isResident = current.state !== 'out' && current.grant.role === 'resident';
  return [...(isResident ? [{ id: ownId(), name: '', isSelf: true }] : []), ...relatives];
}
