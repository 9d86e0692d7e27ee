import { useEffect } from 'react';
import { keep, recall } from './keeping';
import { ask, ownId, session } from './session';
import { createStore, useStore } from './store';

interface StationContact {
  name: string;
  phone: string;
}

const key = 'shunlu.station';
/** The civil affairs service line, wherever no station has told its own number. */
const countryWide: StationContact = { name: '', phone: '12345' };
const station = createStore<StationContact>(recall<StationContact>(key) ?? countryWide);
let isAsked = false;

/** Whom to telephone: the social work station, kept so that it is there without a network. */
export function useStation(): StationContact {
  const isIn = useStore(session).state === 'in';
  useEffect(() => {
    if (!isIn || isAsked) return;
    isAsked = true;
    ownStation().then(
      (found) => {
        if (!found?.phone) return;
        const contact = { name: found.name, phone: found.phone };
        station.set(contact);
        keep(key, contact);
      },
      () => (isAsked = false),
    );
  }, [isIn]);
  return useStore(station);
}

/** Of the subdistrict a volunteer lives in. A resident's the API does not tell: the wrong one would be worse than none. */
async function ownStation() {
  const current = session.get();
  if (current.state !== 'in' || current.grant.role !== 'volunteer') return undefined;
  return ask(async (api) => {
    const { communityCode } = await api.get('/api/v1/volunteers/{id}', { path: { id: ownId() } });
    const query = { kind: 'socialWorkStation' as const, region: communityCode.slice(0, 9), limit: 1 };
    return (await api.get('/api/v1/organisations', { query })).items[0];
  });
}
