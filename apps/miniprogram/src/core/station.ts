import { useEffect } from 'react';
import { keep, recall } from './keeping';
import { ask, session } from './session';
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
    ask((api) => api.get('/api/v1/organisations', { query: { kind: 'socialWorkStation', limit: 1 } })).then(
      ({ items: [found] }) => {
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
