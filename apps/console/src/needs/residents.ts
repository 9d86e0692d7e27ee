import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../api';

type Resident = Schemas['ResidentView'];

const mostPages = 20;

/** The residents this desk answers for, masked as the API gives them: some thousand at most. */
export function useResidents() {
  return useQuery({
    queryKey: ['residents'],
    queryFn: async () => {
      const all: Resident[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const { items, nextCursor } = await api.get('/api/v1/residents', { query: { limit: 100, cursor } });
        all.push(...items);
        if (!nextCursor) break;
        cursor = nextCursor;
      }
      return all;
    },
    staleTime: 60_000,
  });
}

/** Those whose name begins so, or whose number ends so; as options of a list. */
export function findResidents(
  residents: readonly Resident[],
  wanted: string,
): { value: string; label: string }[] {
  const text = wanted.trim();
  return residents
    .filter(({ name, phone }) => text === '' || name.includes(text) || phone.endsWith(text))
    .slice(0, 50)
    .map(({ id, name, phone }) => ({ value: id, label: `${name}  ${phone}` }));
}
