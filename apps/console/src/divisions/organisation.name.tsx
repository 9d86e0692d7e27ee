import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../api';

/** An organisation by its id; none is asked for where there is no id. */
export function useOrganisation(id: string | undefined) {
  return useQuery<Schemas['OrganisationView']>({
    queryKey: ['organisation', id],
    queryFn: () => api.get('/api/v1/organisations/{id}', { path: { id: id ?? '' } }),
    enabled: id !== undefined,
    staleTime: 60_000,
  });
}

/** How an organisation is called, once that is known; a dash for none. */
export function OrganisationName({ id }: { id: string | undefined }) {
  const { data } = useOrganisation(id);
  return <>{id === undefined ? '—' : (data?.name ?? '…')}</>;
}
