import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../api';

type Organisation = Schemas['OrganisationView'];

const mostPages = 20;

/** A division with those one level below; asked once. Empty: none. */
export function useRegion(code: string) {
  return useQuery({
    queryKey: ['region', code],
    queryFn: () => api.get('/api/v1/regions/{code}', { path: { code } }),
    enabled: code !== '',
    staleTime: Infinity,
  });
}

/** A municipality is a province of a single city, and that city is what one wants to see; undefined of others. */
export function cityOf({ level, children }: Schemas['RegionDetail']): string | undefined {
  const [only, ...others] = children;
  return level === 'province' && others.length === 0 ? only?.code : undefined;
}

/** Every courier site around a division: of its subdistrict where it is a community. */
export function useSites(region: string) {
  const place = useRegion(region).data;
  const around = place?.level === 'community' ? place.parentCode : place?.code;
  return useQuery({
    queryKey: ['sites', around],
    queryFn: async () => {
      const all: Organisation[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page += 1) {
        const query = { region: around, kind: 'courierSite', open: true, limit: 100, cursor } as const;
        const { items, nextCursor } = await api.get('/api/v1/organisations', { query });
        all.push(...items);
        if (!nextCursor) break;
        cursor = nextCursor;
      }
      return all;
    },
    enabled: around !== undefined,
    staleTime: 60_000,
  });
}
